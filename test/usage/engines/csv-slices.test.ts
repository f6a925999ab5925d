import fc from "fast-check";
import { csvSlices } from "../../../src/usage/engines/file/csv-slices";
import { csvDialect } from "../../../src/usage/source/csv-dialect";
import { csvTable } from "../../../src/usage/source/table";

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

/** The text in pieces of these lengths, and the rest of it. */
function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const length of lengths) pieces.push(text.slice(at, (at += length)));
  return [...pieces, text.slice(at)];
}

async function sliced(text: string, lengths: readonly number[]): Promise<unknown[]> {
  const dialect = csvDialect(text);
  if (!dialect) throw new Error("no header");
  const entries: unknown[] = [];
  for await (const slice of csvSlices(piecesOf(cut(text, lengths)), dialect)) {
    entries.push(...slice);
  }
  return entries;
}

it("reads a quoted cell with separators, quotes and line ends across the borders of pieces", async () => {
  const text = 'a,b\r\n1,"x,\r\n""y"""\r\n2,z\r\n';
  for (let length = 1; length < text.length; length++) {
    expect(await sliced(text, [length])).toEqual([
      { record: ["1", 'x,\r\n"y"'], place: { line: 2 } },
      { record: ["2", "z"], place: { line: 4 } },
    ]);
  }
});

it("reads the same records and lines wherever a text is cut", async () => {
  const cell = fc.constantFrom("1", "", '"', '""', '"a,b"', '"a\nb"', '"a""b"', 'x"y', "\r");
  const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
  const end = fc.constantFrom("\n", "\r\n");
  const rows = fc.array(fc.tuple(row, end), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }),
      async (made, lengths) => {
        const text = `\uFEFFa,b\n${made.map((each) => each.join("")).join("")}`;
        const dialect = csvDialect(text);
        if (!dialect) throw new Error("no header");
        const whole = [...csvTable({ kind: "csv", text, dialect }).records()];
        expect(await sliced(text, lengths)).toEqual(whole);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});
