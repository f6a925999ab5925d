import type { Cell, CellValue } from "hucre/xlsx";
import { cellAddress } from "../../workbook/address";
import type { Area, CellContent, NumberFormat, StepOf } from "../../workbook/plan";
import { type CellStyle, STYLES } from "../../workbook/theme";
import { fileStyle } from "./cell-style";
import { asStored } from "./xlfn";

/** The positions of all cells of an area, row by row. */
function* positionsIn({ row, column, rows, columns }: Area): Generator<[number, number]> {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) yield [row + i, column + j];
  }
}

type FormulaValue = Extract<CellContent, object>["value"];

const READS_AS_ERROR = /^#[A-Z0-9/_]+[!?]?$/;

/** In files _x0041_ stands for a character, so a text that looks like that is marked as text. */
function asFileText(text: string): string {
  return text.replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&");
}

/** What a formula gives; an error is marked as one once the package is complete. */
function fileValue(value: FormulaValue): CellValue {
  if (typeof value === "object") return value.error;
  return typeof value === "string" ? asFileText(value) : value;
}

function fileCell(content: CellContent): Partial<Cell> {
  if (content === null) return {};
  switch (typeof content) {
    case "object": {
      const { formula, value } = content;
      return {
        formula: asStored(formula.replace(/^=/, "")),
        formulaResult: fileValue(value),
      };
    }
    case "number":
      if (!Number.isFinite(content)) throw new RangeError(`a cell cannot hold ${content}`);
      return { value: content };
    case "string":
      // hucre takes a text such as #N/A for an error, but not one in runs.
      return READS_AS_ERROR.test(content)
        ? { richText: [{ text: content }] }
        : { value: asFileText(content) };
    case "boolean":
      return { value: content };
  }
}

interface Entry {
  readonly content: CellContent;
  readonly style?: CellStyle;
  readonly format?: NumberFormat;
}

const EMPTY: Entry = { content: null };

/** The cells of a sheet while its steps are carried out. */
export class CellGrid {
  readonly #entries = new Map<string, Entry>();
  /** Addresses of formulas that give an error. */
  readonly errors = new Set<string>();

  #change(row: number, column: number, change: Partial<Entry>): void {
    const key = `${row},${column}`;
    this.#entries.set(key, { ...EMPTY, ...this.#entries.get(key), ...change });
  }

  write({ row, column, cells }: StepOf<"write">): void {
    for (const [i, line] of cells.entries()) {
      for (const [j, content] of line.entries()) {
        if (content === null) continue;
        this.#change(row + i, column + j, { content });
        if (typeof content === "object" && typeof content.value === "object") {
          this.errors.add(cellAddress(row + i, column + j));
        }
      }
    }
  }

  /** Adds to how the cells of an area look. */
  style({ area, style }: StepOf<"style">): void {
    for (const [row, column] of positionsIn(area)) {
      const before = this.#entries.get(`${row},${column}`)?.style;
      this.#change(row, column, { style: { ...before, ...STYLES[style] } });
    }
  }

  format({ area, format }: StepOf<"numberFormat">): void {
    for (const [row, column] of positionsIn(area)) this.#change(row, column, { format });
  }

  /** The texts in the first row of an area, as the columns of a table are named. */
  headings({ row, column, columns }: Area): string[] {
    return Array.from({ length: columns }, (_, j) => {
      const content = this.#entries.get(`${row},${column + j}`)?.content ?? "";
      return String(typeof content === "object" ? content.value : content);
    });
  }

  /** The cells as hucre takes them. */
  cells(): Map<string, Partial<Cell>> {
    return new Map(
      [...this.#entries].map(([key, { content, style, format }]) => {
        const look = fileStyle(style, format);
        return [key, { ...fileCell(content), ...(look && { style: look }) }];
      }),
    );
  }
}
