import { invalidArgument, itemAlreadyExists } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import { isLegalName } from "./names";
import { FakeRange } from "./range";
import type { FakeWorksheet } from "./worksheet";

class FakeTableColumn extends FakeObject {
  constructor(readonly name: string) {
    super("TableColumn");
  }
}

/** The columns of a table by their headings. */
class FakeTableColumns extends FakeCollection<FakeTableColumn> {
  constructor(range: FakeRange) {
    super("TableColumnCollection", ({ name }) => [name]);
    for (const heading of range.values[0] ?? [])
      this.items.push(new FakeTableColumn(String(heading)));
  }
}

export class FakeTable extends FakeObject {
  readonly columns: FakeTableColumns;

  constructor(
    readonly range: FakeRange,
    readonly id: string,
    readonly hasHeaders: boolean,
    private readonly givenName: string,
  ) {
    super("Table", { showTotals: false });
    this.columns = new FakeTableColumns(range);
  }

  #name: string | undefined;

  get name(): string {
    return this.#name ?? this.givenName;
  }

  /** Table names are the whole workbook's. */
  set name(name: string) {
    if (!isLegalName(name)) throw invalidArgument(`${name} is no name for a table`);
    const sheets = this.range.worksheet.workbook.worksheets.items;
    const other = sheets.flatMap(({ tables }) => tables.find(name) ?? []);
    if (other.some((table) => table !== this)) throw itemAlreadyExists(name);
    this.#name = name;
  }

  getRange(): FakeRange {
    return this.range;
  }
}

export class FakeTables extends FakeCollection<FakeTable> {
  constructor(private readonly sheet: FakeWorksheet) {
    super("TableCollection", ({ id, name }) => [id, name]);
  }

  add(address: FakeRange | string, hasHeaders: boolean): FakeTable {
    const range = address instanceof FakeRange ? address : this.sheet.getRange(address);
    if (this.items.some((table) => table.range.isOverlapping(range))) {
      throw invalidArgument("a table cannot overlap another");
    }
    if (hasHeaders && range.values[0]?.some((heading) => typeof heading !== "string")) {
      throw invalidArgument("headings are text");
    }
    const id = `{${this.sheet.id}-table-${this.items.length + 1}}`;
    const table = new FakeTable(range, id, hasHeaders, `Table${this.items.length + 1}`);
    this.items.push(table);
    return table;
  }
}
