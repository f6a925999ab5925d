// Above 1,500 cells the library cuts a block itself, with three proxies for each piece.
const BLOCK_CELLS = 1500;
const BLOCK_BYTES = 100_000;

/** A block of cells to write; row and column are counted from 0. */
export interface CellBlock<T> {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly T[])[];
}

export function columnsOf<T>({ entries }: CellBlock<T>): number {
  return entries[0]?.length ?? 0;
}

function halves<T>(block: CellBlock<T>): CellBlock<T>[] {
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

/**
 * Cuts a block in halves until each part is small enough or a single cell.
 *
 * @param bytes what a block takes in a request
 */
export function cutBlock<T>(
  block: CellBlock<T>,
  bytes: (block: CellBlock<T>) => number,
): CellBlock<T>[] {
  const cells = block.entries.length * columnsOf(block);
  if (cells === 0) return [];
  if (cells === 1 || (cells <= BLOCK_CELLS && bytes(block) <= BLOCK_BYTES)) return [block];
  return halves(block).flatMap((half) => cutBlock(half, bytes));
}
