import type { Cells, FakeArea } from "./cells";
import { invalidArgument, Misuse } from "./errors";
import { FakeObject } from "./fake-object";

/** Lines of cells by their names in Excel, with the cells of an area that they touch. */
const EDGES: Readonly<Record<string, (area: FakeArea) => FakeArea>> = {
  EdgeTop: (area) => ({ ...area, rows: 1 }),
  EdgeBottom: (area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 }),
  EdgeLeft: (area) => ({ ...area, columns: 1 }),
  EdgeRight: (area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 }),
  InsideHorizontal: (area) => area,
  InsideVertical: (area) => area,
};

/** Whatever is the same for every item, or null as Excel gives for what differs. */
export function common<T>(items: readonly T[]): T | null {
  const [first] = items;
  return first !== undefined && items.every((item) => item === first) ? first : null;
}

/** A part of how cells look: properties are kept with each cell, under a name such as "font.color". */
class CellsFormat extends FakeObject {
  constructor(
    type: string,
    protected readonly cells: Cells,
    protected readonly area: FakeArea,
    private readonly prefix: string,
  ) {
    super(type);
  }

  override keep(name: string, value: unknown): void {
    for (const cell of this.cells.rows(this.area).flat())
      cell.format.set(this.prefix + name, value);
  }

  override behind(name: string): never {
    throw new Misuse(`the fake has no ${this.excelClass}.${name}`);
  }

  override kept(name: string): unknown {
    return common(
      this.cells
        .rows(this.area)
        .flat()
        .map(({ format }) => format.get(this.prefix + name) ?? null),
    );
  }
}

class FakeBorders extends FakeObject {
  constructor(
    private readonly cells: Cells,
    private readonly area: FakeArea,
  ) {
    super("RangeBorderCollection");
  }

  getItem(edge: string): FakeObject {
    const cellsAt = EDGES[edge];
    if (!cellsAt) throw invalidArgument(`there is no border ${edge}`);
    return new CellsFormat("RangeBorder", this.cells, cellsAt(this.area), `${edge}.`);
  }
}

export class FakeRangeFormat extends CellsFormat {
  readonly font: FakeObject;
  readonly fill: FakeObject;
  readonly borders: FakeBorders;

  constructor(cells: Cells, area: FakeArea) {
    super("RangeFormat", cells, area, "");
    this.font = new CellsFormat("RangeFont", cells, area, "font.");
    this.fill = new CellsFormat("RangeFill", cells, area, "fill.");
    this.borders = new FakeBorders(cells, area);
  }

  /** Points. */
  get columnWidth(): number | null {
    return common(this.#columns().map((column) => this.cells.columnWidths.get(column) ?? 48));
  }

  set columnWidth(points: number) {
    if (points < 0) throw invalidArgument(`a column cannot be ${points} wide`);
    for (const column of this.#columns()) this.cells.columnWidths.set(column, points);
  }

  #columns(): number[] {
    return Array.from({ length: this.area.columns }, (_, i) => this.area.column + i);
  }
}
