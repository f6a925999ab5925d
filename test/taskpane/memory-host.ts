import { cellAddress } from "../../src/workbook/address";
import { sheetsToRemove } from "../../src/workbook/check-removal";
import type { CellValue, Host, Run } from "../../src/workbook/host";
import { missingSheet } from "../../src/workbook/missing-sheet";
import type { Area, CellContent, Plan, SheetPlan } from "../../src/workbook/plan";
import type { Book, BookCell, BookChanges, BookSheet } from "../../src/workbook/share/book";
import { changedBook } from "./changed-book";

/** What a test sees and steers of a workbook in memory. */
export interface MemoryHost extends Host {
  /** The formulas put into the selected cell, B3. */
  readonly inserted: readonly string[];
  /** The plans that were carried out to the end. */
  readonly built: readonly Plan[];
  /** The sheets that were brought into view, with their cells: "Summary!C5", or "Summary" alone. */
  readonly shown: readonly string[];
  /** How often `afterSharing` was called. */
  readonly madeQuiet: () => number;
  /** Opens this workbook in place of the one that is open. */
  readonly withBook: (book: Book) => void;
  /** Makes the next build, reading or change of the workbook wait after its first step until it is let go or cancelled. */
  readonly hold: () => () => void;
  /** Makes the next call of `apply`, `remove`, `insertFormula`, `readBook` or `changeBook` fail. */
  readonly failWith: (error: Error) => void;
  /** Changes what cells are read as: the value that the formula of the plan carries comes in. */
  readonly answerWith: (answer: (value: CellValue) => CellValue) => void;
  /** Types a value into a cell, as a user does. */
  readonly type: (sheet: string, address: string, value: CellValue) => void;
  /** Gives a sheet another name, as a user does. */
  readonly rename: (sheet: string, name: string) => void;
}

function areaOf(address: string): Area {
  const ends = address.split(":").map((end) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(end) ?? [];
    const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(digits) - 1, column };
  });
  const [from = { row: 0, column: 0 }, to = from] = ends;
  return { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
  });
}

function bookCells(cells: readonly (readonly CellContent[])[]): BookCell[] {
  return cells.flatMap((line, row) =>
    line.flatMap((content, column): BookCell[] => {
      if (content === null) return [];
      if (typeof content !== "object") return [{ row, column, value: content }];
      const { formula, value } = content;
      return typeof value === "object"
        ? [{ row, column, value: null, error: value.error, formula }]
        : [{ row, column, value, formula }];
    }),
  );
}

/** A sheet that a plan made, as part of a book. */
function bookSheet({ name, steps }: SheetPlan): BookSheet {
  const cells = steps.flatMap((step) =>
    step.do === "write"
      ? bookCells(step.cells).map((cell) => ({
          ...cell,
          row: cell.row + step.row,
          column: cell.column + step.column,
        }))
      : [],
  );
  return { name, visibility: "visible", isProtected: false, tables: [], cells };
}

/** A workbook with one sheet, "Existing", that keeps to the port and calculates nothing. */
export function memoryHost(): MemoryHost {
  let sheets: readonly SheetPlan[] = [{ name: "Existing", steps: [] }];
  const inserted: string[] = [];
  const built: Plan[] = [];
  const shown: string[] = [];
  const entered = new Map<string, CellValue>();
  let opened: Book = { sheets: [], names: [], others: [] };
  let quiet = 0;
  let held: Promise<void> | undefined;
  let failure: Error | undefined;
  let answer = (value: CellValue): CellValue => value;

  function fail(): void {
    const error = failure;
    failure = undefined;
    if (error) throw error;
  }

  async function work(phase: string, run: Run): Promise<void> {
    run.signal.throwIfAborted();
    run.onProgress(phase, 0.25);
    if (held) await Promise.race([held, abortion(run.signal)]);
    held = undefined;
    fail();
    run.signal.throwIfAborted();
    run.onProgress("Done", 1);
  }

  async function apply(plan: Plan, run: Run): Promise<void> {
    await work(`Building ${plan.show}`, run);
    sheets = [...sheets, ...plan.sheets];
    built.push(plan);
  }

  function sheetNamed(name: string): SheetPlan {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw missingSheet(name);
    return sheet;
  }

  function cell(sheet: SheetPlan, row: number, column: number): CellValue {
    const typed = entered.get(`${sheet.name}!${cellAddress(row, column)}`);
    if (typed !== undefined) return typed;
    const kept = opened.sheets
      .find(({ name }) => name === sheet.name)
      ?.cells.find((one) => one.row === row && one.column === column);
    if (kept) return kept.error ?? kept.value;
    const written = sheet.steps.find((step) => step.do === "write");
    const content = written?.do === "write" ? (written.cells[row]?.[column] ?? null) : null;
    if (typeof content !== "object" || content === null) return content;
    const { value } = content;
    return answer(typeof value === "object" ? value.error : value);
  }

  /** What was opened, and the sheets that plans have made since. */
  function book(): Book {
    return {
      ...opened,
      sheets: sheets.map(
        (sheet) => opened.sheets.find(({ name }) => name === sheet.name) ?? bookSheet(sheet),
      ),
    };
  }

  async function changeBook(changes: BookChanges, run: Run): Promise<void> {
    await work("Changing the workbook", run);
    opened = changedBook(book(), changes);
  }

  async function read(name: string, address: string): Promise<CellValue[][]> {
    const sheet = sheetNamed(name);
    const { row, column, rows, columns } = areaOf(address);
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_unused, j) => cell(sheet, row + i, column + j)),
    );
  }

  return {
    name: "Workbook in memory",
    inserted,
    built,
    shown,
    sheetNames: async () => sheets.map(({ name }) => name),
    apply,
    read,
    insertFormula: async (formula) => {
      fail();
      inserted.push(formula);
      return "B3";
    },
    keptProperties: async () =>
      sheets.flatMap(({ name, properties = {} }) =>
        Object.keys(properties).length > 0 ? [{ sheet: name, properties }] : [],
      ),
    remove: async (names) => {
      fail();
      const removed = sheetsToRemove(
        names,
        sheets.map(({ name }) => ({ name, isVisible: true })),
      ).map(({ name }) => name);
      sheets = sheets.filter(({ name }) => !removed.includes(name));
    },
    show: async (name, address) => {
      sheetNamed(name);
      shown.push(address === undefined ? name : `${name}!${address}`);
    },
    readBook: async (run) => {
      await work("Reading the workbook", run);
      return book();
    },
    changeBook,
    afterSharing: async () => {
      quiet++;
    },
    madeQuiet: () => quiet,
    withBook: (next) => {
      opened = next;
      sheets = next.sheets.map(({ name }) => ({ name, steps: [] }));
    },
    hold: () => {
      let letGo = (): void => undefined;
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => {
        letGo();
      };
    },
    failWith: (error) => {
      failure = error;
    },
    answerWith: (change) => {
      answer = change;
    },
    type: (sheet, address, value) => {
      entered.set(`${sheetNamed(sheet).name}!${address}`, value);
    },
    rename: (sheet, name) => {
      const { name: before } = sheetNamed(sheet);
      sheets = sheets.map((one) => (one.name === before ? { ...one, name } : one));
    },
  };
}
