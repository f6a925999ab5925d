import { FakeObject } from "./fake-object";
import { FakeRange } from "./range";
import type { FakeWorksheet } from "./worksheet";

/** How a sheet is printed. */
export class FakePageLayout extends FakeObject {
  printArea: string | undefined;
  titleRows: string | undefined;
  titleColumns: string | undefined;

  constructor(private readonly sheet: FakeWorksheet) {
    super("PageLayout");
  }

  setPrintArea(area: FakeRange | string): void {
    this.printArea = this.#address(area);
  }

  setPrintTitleRows(rows: FakeRange | string): void {
    this.titleRows = this.#address(rows);
  }

  setPrintTitleColumns(columns: FakeRange | string): void {
    this.titleColumns = this.#address(columns);
  }

  #address(range: FakeRange | string): string {
    return (range instanceof FakeRange ? range : this.sheet.getRange(range)).address;
  }
}

/** Where further pages begin. */
export class FakePageBreaks extends FakeObject {
  readonly addresses: string[] = [];

  constructor(private readonly sheet: FakeWorksheet) {
    super("PageBreakCollection");
  }

  add(range: FakeRange | string): FakeObject {
    const first = range instanceof FakeRange ? range : this.sheet.getRange(range);
    this.addresses.push(first.address);
    return new FakeObject("PageBreak");
  }
}
