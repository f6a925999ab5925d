import { FUNCTIONS } from "../../../src/functions";
import type { NativeArgument } from "../../../src/functions/native";
import type { Parameter } from "../../../src/functions/parameter";
import { unsafeFunctionsIn } from "../../engines/safe-functions";
import { ALL_CASES, hasNative } from "./cases";
import { paritySheet } from "./sheets";

/** Excel takes no longer formula, and no more levels of brackets after function names. */
const LONGEST = 8192;
const DEEPEST = 64;

/**
 * A long reference within a sheet, in the place of every argument, and in lists as long as most
 * tariffs; a longer list may not fit, and whoever prints formulas has to look.
 */
const REFERENCE = "$AB$1234";
const ENTRIES = 6;

const texts = ALL_CASES.map((cases) => ({
  id: cases.id,
  formulas: paritySheet(cases).checks.map(({ formula }) => formula),
}));

function longArgument({ kind }: Parameter): NativeArgument {
  return kind === "list" ? new Array<string>(ENTRIES).fill(REFERENCE) : REFERENCE;
}

/** Native formulas of every function with long references, a table's in its second row. */
const longest = [...FUNCTIONS]
  .filter(([, definition]) => hasNative(definition))
  .map(([id, definition]) => {
    const args = definition.params.map(longArgument);
    if (definition.shape === "table") {
      const columns = definition.headings.map((_heading, column) => column);
      return { id, formulas: columns.map((column) => definition.nativeCell(1, column, args)) };
    }
    const { native } = definition;
    return { id, formulas: typeof native === "function" ? [native(args)] : [] };
  });

function depth(formula: string): number {
  let [now, most] = [0, 0];
  for (const sign of formula) {
    if (sign === "(") most = Math.max(most, ++now);
    if (sign === ")") now -= 1;
  }
  return most;
}

test.each(texts)("$id calls functions that every spreadsheet program has", ({ formulas }) => {
  expect(formulas.length).toBeGreaterThan(0);
  expect([...new Set(formulas.flatMap(unsafeFunctionsIn))]).toEqual([]);
});

test.each(texts)("$id needs no arrays, ranges, spills or structured references", ({ formulas }) => {
  const bare = formulas.map((formula) =>
    formula.replace(/#(DIV\/0!|NUM!|VALUE!|N\/A)|"[^"]*"/g, ""),
  );
  expect(bare.filter((formula) => /[{}[\]@#:;!]/.test(formula))).toEqual([]);
});

test.each(longest)("$id fits into a cell", ({ formulas }) => {
  expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST);
  expect(Math.max(...formulas.map(depth))).toBeLessThanOrEqual(DEEPEST);
});
