import { FakeCollection, FakeObject } from "./fake-object";
import type { FakeRange } from "./range";

class FakeRanges extends FakeCollection<FakeRange> {
  constructor(ranges: readonly FakeRange[]) {
    super("RangeCollection", ({ address }) => [address]);
    this.items.push(...ranges);
  }
}

/** Several blocks of cells of a sheet. */
export class FakeRangeAreas extends FakeObject {
  readonly areas: FakeRanges;

  constructor(ranges: readonly FakeRange[]) {
    super("RangeAreas");
    this.areas = new FakeRanges(ranges);
  }

  get address(): string {
    return this.areas.items.map(({ address }) => address).join(",");
  }
}

/** Ranges with those below each other in the same columns made one, as Excel gives special cells. */
export function joined(ranges: readonly FakeRange[]): FakeRange[] {
  const found: FakeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.rowIndex - b.rowIndex)) {
    const above = found.findIndex(
      ({ rowIndex, rowCount, columnIndex, columnCount }) =>
        rowIndex + rowCount === range.rowIndex &&
        columnIndex === range.columnIndex &&
        columnCount === range.columnCount,
    );
    const [first] = found.splice(above, above < 0 ? 0 : 1);
    found.push(first ? first.getBoundingRect(range) : range);
  }
  return found;
}
