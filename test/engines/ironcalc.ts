import { readFileSync } from "node:fs";
import { initSync, Model } from "@ironcalc/wasm";
import { type CellContent, cellPosition, type CellValue, type Engine, type Sheet } from "./cells";

initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });

/** IronCalc gives numbers as they are shown, so they are shown with all their digits. */
const ALL_DIGITS = "0.0000000000000000E+00";
const ALL_ROWS = 1_048_576;

/** Types of cells as the function TYPE counts them; text is what is left. */
const [NUMBER, BOOLEAN, ERROR] = [1, 4, 16];

/** Numbers next to the least there is have no digits in that format. */
function isTooSmallToShow(text: string): boolean {
  return /^-?inf\.N.*E-3\d+$/.test(text);
}

function typed(content: CellContent): string {
  switch (typeof content) {
    case "object":
      return content.formula;
    case "string":
      // The quote keeps a text that looks like a number or a formula.
      return `'${content}`;
    case "boolean":
      return content ? "TRUE" : "FALSE";
    case "number":
      return String(content);
  }
}

function fill(model: Model, sheet: number, { cells }: Sheet): void {
  const positions = [...cells].map(([address, content]) => ({ ...cellPosition(address), content }));
  const width = Math.max(1, ...positions.map(({ column }) => column + 1));
  // A style of whole columns costs next to nothing; one per cell takes longer than calculating.
  const columns = { sheet, row: 1, column: 1, width, height: ALL_ROWS };
  model.updateRangeStyle(columns, "num_fmt", ALL_DIGITS);
  for (const { row, column, content } of positions) {
    model.setUserInput(sheet, row + 1, column + 1, typed(content));
  }
}

function shownValue(model: Model, sheet: number, address: string): CellValue {
  const { row, column } = cellPosition(address);
  const text = model.getFormattedCellValue(sheet, row + 1, column + 1);
  switch (model.getCellType(sheet, row + 1, column + 1)) {
    case NUMBER:
      return isTooSmallToShow(text) ? 0 : Number(text);
    case BOOLEAN:
      return text === "TRUE";
    case ERROR:
      return { error: text };
    default:
      return text;
  }
}

/** Calculates sheets with IronCalc; numbers lose their last digit on the way out. */
export const ironCalc: Engine = async (sheets) => {
  const model = new Model("book", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    for (const [i, { name }] of sheets.entries()) {
      if (i > 0) model.newSheet();
      model.renameSheet(i, name);
    }
    for (const [i, sheet] of sheets.entries()) fill(model, i, sheet);
    model.resumeEvaluation();
    model.evaluate();
    return new Map(
      sheets.map(({ name, cells }, i) => [
        name,
        new Map([...cells.keys()].map((address) => [address, shownValue(model, i, address)])),
      ]),
    );
  } finally {
    model.free();
  }
};
