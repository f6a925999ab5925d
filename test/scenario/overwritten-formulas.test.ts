import { overwrittenFormulas } from "../../src/scenario/overwritten-formulas";
import { SAMPLE } from "../../src/scenario/sample";
import type { BookCell, BookSheet } from "../../src/workbook/share/book";
import { addressOf, firstSaved, workbookWith } from "./saved-workbook";

const QUIET = { signal: new AbortController().signal, onProgress: () => undefined };

/** The sample as it was built, and the sheet Summary with one cell changed. */
async function builtSample() {
  const host = await workbookWith(SAMPLE);
  const { saved } = await firstSaved(host);
  const { sheets } = await host.readBook(QUIET);
  const at = addressOf(host.built[0], "Summary", "summary.margin");
  const row = Number(at.slice(1)) - 1;
  const withMargin = (change: (cell: BookCell) => BookCell): BookSheet[] =>
    sheets.map((sheet) =>
      sheet.name === "Summary"
        ? {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.row === row && cell.column === 2 ? change(cell) : cell,
            ),
          }
        : sheet,
    );
  return { saved, sheets, at, row, withMargin };
}

test("finds nothing in a scenario as it was built", async () => {
  const { saved, sheets } = await builtSample();
  expect(overwrittenFormulas(saved, sheets)).toEqual([]);
});

test("finds a number typed over a formula, and names its line", async () => {
  const { saved, at, withMargin } = await builtSample();
  const typed = withMargin(({ row, column }) => ({ row, column, value: 0.5 }));
  expect(overwrittenFormulas(saved, typed)).toEqual([
    {
      kind: "overwritten",
      sheet: "Summary",
      at,
      isCell: true,
      text: "Blended gross margin: a value stands where the scenario has a formula, and does not follow the inputs.",
    },
  ]);
});

test("takes another formula, and an emptied cell, for no typed number", async () => {
  const { saved, withMargin } = await builtSample();
  const other = withMargin((cell) => ({ ...cell, formula: "=0.5" }));
  expect(overwrittenFormulas(saved, other)).toEqual([]);
  const emptied = withMargin(({ row, column }) => ({ row, column, value: "" }));
  expect(overwrittenFormulas(saved, emptied)).toEqual([]);
});

test("takes a cell that another one fills for no typed number", async () => {
  const { saved, withMargin, row } = await builtSample();
  const filled = withMargin((cell) => ({ row: cell.row, column: cell.column, value: 0.5 }));
  const spilling = filled.map((sheet) =>
    sheet.name === "Summary"
      ? {
          ...sheet,
          cells: [
            ...sheet.cells,
            { row: row - 9, column: 2, value: 1, formula: "=X1#", fills: { rows: 10, columns: 1 } },
          ],
        }
      : sheet,
  );
  expect(overwrittenFormulas(saved, spilling)).toEqual([]);
});

test("passes over rows that were moved", async () => {
  const { saved, sheets } = await builtSample();
  const moved = sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ row, column, value }) => ({ row: row + 1, column, value })),
  }));
  expect(overwrittenFormulas(saved, moved)).toEqual([]);
});

test("passes over a scenario that cannot be read", async () => {
  const { saved, sheets } = await builtSample();
  const unread = { ...saved, content: { problem: "What it was built from is damaged." } };
  expect(overwrittenFormulas(unread, sheets)).toEqual([]);
});
