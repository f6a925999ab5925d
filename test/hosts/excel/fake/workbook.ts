import { parseA1 } from "./a1";
import { accessDenied, ExcelError, invalidArgument, itemAlreadyExists } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import { FakeNames } from "./names";
import { FakeRange } from "./range";
import type { CellScalar } from "./cell-entry";
import type { FakeTable } from "./tables";
import { FakeWorksheet } from "./worksheet";

const LONGEST_NAME = 31;

class FakeApplication extends FakeObject {
  constructor() {
    super("Application");
  }

  /** Seen by the names of a request's operations. */
  suspendApiCalculationUntilNextSync(): void {
    return;
  }
}

class FakeWorksheets extends FakeCollection<FakeWorksheet> {
  #count = 0;

  constructor(private readonly workbook: FakeWorkbook) {
    super("WorksheetCollection", ({ id, name }) => [id, name]);
  }

  /** Adds a sheet behind the others; without a name it gets one. */
  add(name?: string): FakeWorksheet {
    this.workbook.checkStructureWritable();
    const number = ++this.#count;
    const given = name ?? `Sheet${number}`;
    this.checkName(given);
    const id = `{00000000-0001-0000-0000-${String(number).padStart(12, "0")}}`;
    const sheet = new FakeWorksheet(this.workbook, id, given);
    this.items.push(sheet);
    return sheet;
  }

  /** Throws where a sheet cannot have a name. */
  checkName(name: string, but?: FakeWorksheet): void {
    const isLegal =
      name !== "" &&
      name.length <= LONGEST_NAME &&
      !/[:\\/?*[\]]|^'|'$/.test(name) &&
      name.toLowerCase() !== "history";
    if (!isLegal) throw invalidArgument(`${name} is no name for a sheet`);
    const other = this.find(name);
    if (other && other !== but) throw itemAlreadyExists(name);
  }

  remove(sheet: FakeWorksheet): void {
    this.workbook.checkStructureWritable();
    const visible = this.items.filter(({ visibility }) => visibility === "Visible");
    if (visible.length === 1 && visible[0] === sheet) {
      throw new ExcelError("InvalidOperation", "A workbook needs a sheet that is visible.");
    }
    this.items.splice(this.items.indexOf(sheet), 1);
    const [next] = visible.filter((one) => one !== sheet);
    if (this.workbook.active.sheet === sheet && next) next.activate();
  }

  getActiveWorksheet(): FakeWorksheet {
    return this.workbook.active.sheet;
  }
}

/** The tables of all sheets: here the client finds those again that it has listed on a sheet. */
class FakeWorkbookTables extends FakeCollection<FakeTable> {
  constructor(private readonly worksheets: FakeWorksheets) {
    super("TableCollection", ({ id, name }) => [id, name]);
  }

  override find(key: string): FakeTable | undefined {
    return this.worksheets.items.flatMap(({ tables }) => tables.find(key) ?? [])[0];
  }
}

/** A workbook with one sheet, "Existing", whose A1 holds 41. */
export class FakeWorkbook extends FakeObject {
  readonly application = new FakeApplication();
  readonly protection = new FakeObject("WorkbookProtection", { protected: false });
  readonly worksheets = new FakeWorksheets(this);
  readonly names = new FakeNames("Workbook");
  readonly tables = new FakeWorkbookTables(this.worksheets);
  /** What formulas give, by their texts: the fake works nothing out. */
  readonly results = new Map<string, readonly (readonly CellScalar[])[]>();
  /** Whether cells that a formula fills tell that formula as theirs. */
  tellsFormulaOfFilled = false;
  /** The sheet in sight and the cell that is selected there. */
  active: { sheet: FakeWorksheet; row: number; column: number };
  /** Opened for reading only: every change is refused. */
  isReadOnly = false;

  constructor() {
    super("Workbook");
    const sheet = this.worksheets.add("Existing");
    sheet.cells.at(0, 0).entry = { value: 41 };
    this.active = { sheet, row: 0, column: 0 };
  }

  /** Selects a cell as a user does. */
  select(sheetName: string, address: string): void {
    const sheet = this.worksheets.getItem(sheetName);
    const { row, column } = parseA1(address);
    this.active = { sheet, row, column };
  }

  getActiveCell(): FakeRange {
    const { sheet, row, column } = this.active;
    return new FakeRange(sheet, { row, column, rows: 1, columns: 1 });
  }

  checkWritable(): void {
    if (this.isReadOnly) throw accessDenied();
  }

  checkStructureWritable(): void {
    if (this.isReadOnly || this.protection.kept("protected") === true) throw accessDenied();
  }
}
