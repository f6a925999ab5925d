import type { CellContent, StepOf } from "../../workbook/plan";
import { type CellBlock, columnsOf, cutBlock } from "./cell-block";
import { type CellInput, cellInput } from "./cell-input";
import { bytesOf, bytesOfCalls, rangeOf, type Task } from "./task";

/** Whether a cell's number format is text. */
export type IsTextCell = (row: number, column: number) => boolean;

interface Entry {
  readonly input: CellInput;
  /** Excel shows a formula in a text cell as text, so the cell must be no text cell. */
  readonly format: "General" | null;
}

type Block = CellBlock<Entry>;

const NOTHING: Entry = { input: null, format: null };

function inputs({ entries }: Block): CellInput[][] {
  return entries.map((line) => line.map(({ input }) => input));
}

/** The number formats to change before; null leaves a cell's own. */
function formats({ entries }: Block): ("General" | null)[][] {
  return entries.map((line) => line.map(({ format }) => format));
}

function isAnyFormatted({ entries }: Block): boolean {
  return entries.some((line) => line.some(({ format }) => format !== null));
}

function bytes(block: Block): number {
  const formatBytes = isAnyFormatted(block) ? bytesOf(formats(block)) : 0;
  return bytesOfCalls(1, 2) + bytesOf(inputs(block)) + formatBytes;
}

function entriesOf({ row, column, cells }: StepOf<"write">, isTextCell: IsTextCell): Entry[][] {
  const columns = cells.reduce((most, line) => Math.max(most, line.length), 0);
  const entry = (content: CellContent, i: number, j: number): Entry => {
    if (content === null) return NOTHING;
    const isText = typeof content !== "number" && isTextCell(row + i, column + j);
    const isFormula = typeof content === "object";
    return { input: cellInput(content, isText), format: isText && isFormula ? "General" : null };
  };
  return cells.map((line, i) =>
    Array.from({ length: columns }, (_, j) => entry(line[j] ?? null, i, j)),
  );
}

/** Writes cells in blocks. Blank cells are left as they are. */
export function writeCells(step: StepOf<"write">, isTextCell: IsTextCell): Task[] {
  const whole = { row: step.row, column: step.column, entries: entriesOf(step, isTextCell) };
  return cutBlock(whole, bytes).map((block) => ({
    bytes: bytes(block),
    enqueue: (sheet) => {
      const { row, column, entries } = block;
      const range = rangeOf(sheet, {
        row,
        column,
        rows: entries.length,
        columns: columnsOf(block),
      });
      if (isAnyFormatted(block)) range.numberFormat = formats(block);
      range.formulas = inputs(block);
    },
  }));
}
