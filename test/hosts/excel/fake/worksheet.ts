import { parseA1 } from "./a1";
import type { FakeConditionalFormat, FakeDataValidation } from "./cell-rules";
import { Cells, MAX_COLUMNS, MAX_ROWS } from "./cells";
import { FakeCharts } from "./charts";
import { FakeCustomProperties } from "./custom-properties";
import { accessDenied, ExcelError, invalidArgument } from "./errors";
import { FakeObject } from "./fake-object";
import { FakeFreezePanes } from "./freeze-panes";
import { FakeNames } from "./names";
import { FakePageBreaks, FakePageLayout } from "./page-layout";
import { FakeRange } from "./range";
import { usedArea } from "./shown-cells";
import { FakeTables } from "./tables";
import type { FakeWorkbook } from "./workbook";

export class FakeWorksheet extends FakeObject {
  readonly cells = new Cells();
  readonly freezePanes = new FakeFreezePanes(this);
  readonly names = new FakeNames("Worksheet");
  readonly protection = new FakeObject("WorksheetProtection", { protected: false });
  readonly tables = new FakeTables(this);
  readonly charts = new FakeCharts(this);
  readonly pageLayout = new FakePageLayout(this);
  readonly horizontalPageBreaks = new FakePageBreaks(this);
  readonly verticalPageBreaks = new FakePageBreaks(this);
  readonly customProperties = new FakeCustomProperties();
  readonly validations: FakeDataValidation[] = [];
  readonly conditionalFormats: FakeConditionalFormat[] = [];
  #visibility = "Visible";
  #name: string;

  constructor(
    readonly workbook: FakeWorkbook,
    readonly id: string,
    name: string,
  ) {
    super("Worksheet");
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.workbook.checkStructureWritable();
    if (name !== this.#name) this.workbook.worksheets.checkName(name, this);
    this.#name = name;
  }

  get visibility(): string {
    return this.#visibility;
  }

  set visibility(visibility: string) {
    this.workbook.checkStructureWritable();
    this.#visibility = visibility;
  }

  get position(): number {
    return this.workbook.worksheets.items.indexOf(this);
  }

  getRange(address?: string): FakeRange {
    const whole = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
    return new FakeRange(this, address === undefined ? whole : parseA1(address));
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): FakeRange {
    return new FakeRange(this, { row, column, rows, columns });
  }

  activate(): void {
    if (this.visibility !== "Visible") throw invalidArgument(`${this.#name} is hidden`);
    this.workbook.active = { sheet: this, row: 0, column: 0 };
  }

  delete(): void {
    if (this.visibility === "VeryHidden") {
      throw new ExcelError("InvalidOperation", `${this.#name} is hidden too deep to be deleted.`);
    }
    this.workbook.worksheets.remove(this);
  }

  getUsedRangeOrNullObject(valuesOnly = false): FakeRange | null {
    const area = usedArea(this, valuesOnly);
    return area && new FakeRange(this, area);
  }

  checkWritable(): void {
    this.workbook.checkWritable();
    if (this.protection.kept("protected") === true) throw accessDenied();
  }
}
