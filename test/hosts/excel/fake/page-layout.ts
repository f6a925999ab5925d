import { FakeObject } from "./fake-object";
import { FakeRange } from "./range";
import type { FakeWorksheet } from "./worksheet";

/** How a sheet is printed. */
export class FakePageLayout extends FakeObject {
  printArea: string | undefined;
  titleRows: string | undefined;

  constructor(private readonly sheet: FakeWorksheet) {
    super("PageLayout");
  }

  setPrintArea(area: FakeRange | string): void {
    this.printArea = this.#address(area);
  }

  setPrintTitleRows(rows: FakeRange | string): void {
    this.titleRows = this.#address(rows);
  }

  #address(range: FakeRange | string): string {
    return (range instanceof FakeRange ? range : this.sheet.getRange(range)).address;
  }
}
