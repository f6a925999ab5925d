import fc from "fast-check";
import { editDistance } from "../../src/catalog/edit-distance";
import { SEEDED } from "../calc/tariffs";

test.each([
  // Wagner and Fischer's and the textbooks' examples.
  ["kitten", "sitting", 3],
  ["saturday", "sunday", 3],
  ["", "abc", 3],
  ["abc", "", 3],
  ["flaw", "lawn", 2],
  ["same", "same", 0],
])("takes %p to %p in as few changes as %d", (a, b, distance) => {
  expect(editDistance(a, b, 10)).toBe(distance);
  expect(editDistance(a, b, distance)).toBe(distance);
});

test("does not tell distances above the limit apart", () => {
  expect(editDistance("kitten", "sitting", 2)).toBe(Infinity);
  expect(editDistance("a", "abcd", 2)).toBe(Infinity);
  expect(editDistance("a", "b", 0)).toBe(Infinity);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

test("is the same both ways, and no detour is shorter", () => {
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      const direct = editDistance(a, b, 20);
      expect(editDistance(b, a, 20)).toBe(direct);
      expect(direct).toBeLessThanOrEqual(editDistance(a, c, 20) + editDistance(c, b, 20));
    }),
    SEEDED,
  );
});

test("is the whole distance or Infinity under a limit", () => {
  fc.assert(
    fc.property(word, word, fc.nat(8), (a, b, limit) => {
      const whole = editDistance(a, b, 20);
      expect(editDistance(a, b, limit)).toBe(whole <= limit ? whole : Infinity);
    }),
    SEEDED,
  );
});
