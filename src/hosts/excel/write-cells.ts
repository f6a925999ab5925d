import type { CellContent, StepOf } from "../../workbook/plan";
import { type CellInput, cellInput } from "./cell-input";
import { bytesOf, bytesOfCalls, rangeOf, type Task } from "./task";

/** Whether a cell's number format is text. */
export type IsTextCell = (row: number, column: number) => boolean;

// Above 1,500 cells the library cuts a block itself, with three proxies for each piece.
const BLOCK_CELLS = 1500;
const BLOCK_BYTES = 100_000;

interface Entry {
  readonly input: CellInput;
  /** Excel shows a formula in a text cell as text, so the cell must be no text cell. */
  readonly format: "General" | null;
}

interface Block {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly Entry[])[];
}

const NOTHING: Entry = { input: null, format: null };

function columnsOf({ entries }: Block): number {
  return entries[0]?.length ?? 0;
}

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

function halves(block: Block): Block[] {
  const { row, column, entries } = block;
  const byRows = entries.length > 1;
  const half = Math.floor((byRows ? entries.length : columnsOf(block)) / 2);
  if (byRows) {
    return [
      { row, column, entries: entries.slice(0, half) },
      { row: row + half, column, entries: entries.slice(half) },
    ];
  }
  return [
    { row, column, entries: entries.map((line) => line.slice(0, half)) },
    { row, column: column + half, entries: entries.map((line) => line.slice(half)) },
  ];
}

/** Cuts a block in halves until each part is small enough or a single cell. */
function cut(block: Block): Block[] {
  const cells = block.entries.length * columnsOf(block);
  if (cells === 0) return [];
  if (cells === 1 || (cells <= BLOCK_CELLS && bytes(block) <= BLOCK_BYTES)) return [block];
  return halves(block).flatMap(cut);
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
  return cut(whole).map((block) => ({
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
