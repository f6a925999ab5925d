import { FakeObject } from "./fake-object";
import { FakeRange } from "./range";
import type { FakeWorksheet } from "./worksheet";

export class FakeFreezePanes extends FakeObject {
  /** The rows and columns that stay in sight. */
  frozen = { rows: 0, columns: 0 };

  constructor(private readonly sheet: FakeWorksheet) {
    super("WorksheetFreezePanes");
  }

  freezeAt(range: FakeRange | string): void {
    const { row, column, rows, columns } =
      range instanceof FakeRange ? range.area : this.sheet.getRange(range).area;
    this.frozen = { rows: row + rows, columns: column + columns };
  }

  freezeRows(rows = 1): void {
    this.frozen = { rows, columns: 0 };
  }

  freezeColumns(columns = 1): void {
    this.frozen = { rows: 0, columns };
  }

  unfreeze(): void {
    this.frozen = { rows: 0, columns: 0 };
  }
}
