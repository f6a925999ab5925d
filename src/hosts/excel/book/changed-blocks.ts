import type { CellChange } from "../../../workbook/share/book";
import type { CellBlock } from "../cell-block";

/** A block of changed cells on a sheet; undefined stands for a cell between them that stays. */
export interface ChangedBlock extends CellBlock<CellChange | undefined> {
  readonly sheet: string;
}

/** So many cells that stay may lie between two that change before a block of its own is cheaper. */
const GAP = 4;

interface Run {
  readonly row: number;
  readonly column: number;
  readonly cells: (CellChange | undefined)[];
}

/** The changes of one row as runs without wide gaps. */
function runsOf(changes: readonly CellChange[]): Run[] {
  const runs: Run[] = [];
  for (const change of [...changes].sort((a, b) => a.column - b.column)) {
    const last = runs.at(-1);
    const gap = last ? change.column - last.column - last.cells.length : Infinity;
    if (!last || gap > GAP) {
      runs.push({ row: change.row, column: change.column, cells: [change] });
      continue;
    }
    for (let i = 0; i < gap; i++) last.cells.push(undefined);
    last.cells.push(change);
  }
  return runs;
}

function grouped<T>(items: readonly T[], key: (item: T) => string | number): T[][] {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** Runs of the same columns below each other as blocks without wide gaps. */
function stacked(sheet: string, runs: readonly Run[]): ChangedBlock[] {
  const blocks: { row: number; column: number; entries: (CellChange | undefined)[][] }[] = [];
  for (const { row, column, cells } of [...runs].sort((a, b) => a.row - b.row)) {
    const last = blocks.at(-1);
    const gap = last ? row - last.row - last.entries.length : Infinity;
    if (!last || gap > GAP) {
      blocks.push({ row, column, entries: [cells] });
      continue;
    }
    for (let i = 0; i < gap; i++) last.entries.push(cells.map(() => undefined));
    last.entries.push(cells);
  }
  return blocks.map((block) => ({ ...block, sheet }));
}

/** Changes of cells as blocks, few enough to write many cells at once; of two for a cell the later counts. */
export function changedBlocks(changes: readonly CellChange[]): ChangedBlock[] {
  const last = new Map(changes.map((one) => [`${one.sheet} ${one.row} ${one.column}`, one]));
  return grouped([...last.values()], ({ sheet }) => sheet).flatMap((ofSheet) => {
    const runs = grouped(ofSheet, ({ row }) => row).flatMap(runsOf);
    const alike = grouped(runs, ({ column, cells }) => `${column} ${cells.length}`);
    return alike.flatMap((each) => stacked(each[0]?.cells[0]?.sheet ?? "", each));
  });
}
