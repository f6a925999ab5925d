import type { Area } from "./plan";

/** A cell with a property that neighbours may share; row and column are counted from 0. */
export interface Marked<T> {
  readonly row: number;
  readonly column: number;
  readonly mark: T;
}

/** An area whose cells all have the same property. */
export interface MarkedArea<T> {
  readonly area: Area;
  readonly mark: T;
}

/** Runs of neighbours within a row that have the same property. */
function runs<T>(cells: readonly Marked<T>[]): MarkedArea<T>[] {
  const found: MarkedArea<T>[] = [];
  for (const { row, column, mark } of [...cells].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  )) {
    const last = found.at(-1);
    const isNext =
      last?.mark === mark &&
      last.area.row === row &&
      last.area.column + last.area.columns === column;
    if (isNext) {
      found[found.length - 1] = {
        mark,
        area: { ...last.area, columns: last.area.columns + 1 },
      };
    } else {
      found.push({ mark, area: { row, column, rows: 1, columns: 1 } });
    }
  }
  return found;
}

/** As few areas as neighbouring rows allow that cover the cells, each of one property. */
export function markedAreas<T>(cells: readonly Marked<T>[]): MarkedArea<T>[] {
  const open = new Map<string, number>();
  const found: MarkedArea<T>[] = [];
  for (const run of runs(cells)) {
    const { row, column, columns } = run.area;
    const key = `${column} ${columns}`;
    const at = open.get(key);
    const above = at === undefined ? undefined : found[at];
    if (at !== undefined && above?.mark === run.mark && above.area.row + above.area.rows === row) {
      found[at] = { mark: run.mark, area: { ...above.area, rows: above.area.rows + 1 } };
    } else {
      open.set(key, found.length);
      found.push(run);
    }
  }
  return found;
}
