import { cellAddress } from "../address";
import type { Book, BookCell } from "./book";
import { indexBook } from "./book-around";

/** A cell that shows something else than before. */
export interface ChangedValue {
  readonly sheet: string;
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

/** What comparing all values of a workbook before and after comes to. */
export interface Comparison {
  /** Cells that were compared. */
  readonly compared: number;
  /** The greatest difference of two numbers over the greater of 1 and the number before. */
  readonly greatest: number;
  readonly changed: readonly ChangedValue[];
}

/** How far two figures may be apart and still be the same, as a share of the figure, at least of 1. */
export const SAME_WITHIN = 1e-9;

/** What a cell shows. */
export type Shown = Pick<BookCell, "value" | "error">;

/** What a cell shows, as a text. */
export function shown({ value, error }: Shown): string {
  return error ?? String(value ?? "");
}

/** How far two cells are apart: numbers as a share of the first, at least of 1; others not at all or infinitely. */
export function distance(before: Shown, after: Shown): number {
  const [a, b] = [before.value, after.value];
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) / Math.max(1, Math.abs(a));
  }
  return shown(before) === shown(after) ? 0 : Infinity;
}

const NOTHING = { value: null } as const;

/** Compares what every cell of a workbook shows before and after; sheets that are new do not count. */
export function compareBooks(before: Book, after: Book): Comparison {
  const index = indexBook(after);
  const changed: ChangedValue[] = [];
  let compared = 0;
  let greatest = 0;
  for (const { name: sheet, cells } of before.sheets) {
    for (const cell of cells) {
      const { row, column } = cell;
      const now = index.cellAt({ sheet, row, column }) ?? NOTHING;
      const apart = distance(cell, now);
      compared++;
      if (apart > SAME_WITHIN) {
        changed.push({
          sheet,
          at: cellAddress(row, column),
          before: shown(cell),
          after: shown(now),
        });
      }
      if (Number.isFinite(apart)) greatest = Math.max(greatest, apart);
    }
  }
  return { compared, greatest, changed };
}
