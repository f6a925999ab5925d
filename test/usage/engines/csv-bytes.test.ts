import fc from "fast-check";
import { csvBytes } from "../../../src/usage/engines/load/csv-bytes";

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it("writes cells, with quotes doubled, null blank and a blank text quoted", () => {
  const csv = csvBytes(1);
  csv.text('a "b", c');
  csv.text(null);
  csv.text("");
  csv.text('≤ "ü"\n😀');
  csv.number(0);
  csv.number(null);
  csv.number(-5);
  csv.number(12_345_678_901_234_567_890n);
  csv.endLine();
  expect(textOf(csv.take())).toBe('"a ""b"", c",,"","≤ ""ü""\n😀",0,,-5,12345678901234567890\n');
  expect(csv.length()).toBe(0);
});

it("writes every whole number as JavaScript does", () => {
  const borders = [9, 10, 99, 100, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER];
  const number = fc.oneof(fc.constantFrom(...borders), fc.maxSafeInteger());
  fc.assert(
    fc.property(number, (value) => {
      const csv = csvBytes(8);
      csv.number(value);
      csv.endLine();
      expect(textOf(csv.take())).toBe(`${value}\n`);
    }),
    { seed: 5 },
  );
});

it("writes every whole number of any size as JavaScript does", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.nat(70), (value, bits) => {
      const csv = csvBytes(8);
      csv.number(value >> BigInt(bits));
      csv.endLine();
      expect(textOf(csv.take())).toBe(`${value >> BigInt(bits)}\n`);
    }),
    { seed: 5 },
  );
});
