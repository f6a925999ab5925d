import type { Plan } from "./plan";
import type { Book, BookChanges } from "./share/book";

/** What a build tells while it runs. */
export interface Run {
  /** Aborted when the user presses Cancel; the host then leaves no trace. */
  readonly signal: AbortSignal;
  /**
   * Called as work gets done: a phase in words, the share done, 0 to 1, and where there are any,
   * figures that change too often to be read out.
   */
  readonly onProgress: (phase: string, done: number, figures?: string) => void;
}

/** Why a host could not do what was asked, in words for the user, with details to copy. */
export class HostError extends Error {
  override readonly name = "HostError";

  constructor(
    message: string,
    readonly details: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The value of a cell as a reader sees it; errors are their text, such as "#N/A". */
export type CellValue = number | string | boolean | null;

/** The texts that a plan kept with one of its sheets. */
export interface KeptProperties {
  readonly sheet: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Whoever carries out a plan: Excel, the spreadsheet in the browser, a file. */
export interface Host {
  /** "Excel" or "Preview without Excel"; shown in the pane. */
  readonly name: string;
  /** Names of all sheets, hidden ones too. */
  readonly sheetNames: () => Promise<readonly string[]>;
  /**
   * Builds the plan's sheets: all of them or, after an error or Cancel, none.
   * @throws HostError in words for the user; DOMException "AbortError" after Cancel
   */
  readonly apply: (plan: Plan, run: Run) => Promise<void>;
  /** Values of a range on a sheet, such as "B2:C4". */
  readonly read: (sheet: string, range: string) => Promise<CellValue[][]>;
  /** Writes a formula ("=…") into the selected cell and returns its address. */
  readonly insertFormula: (formula: string) => Promise<string>;
  /** The texts kept with sheets, hidden ones too, for every sheet that has any, in the order of the workbook. */
  readonly keptProperties: () => Promise<readonly KeptProperties[]>;
  /**
   * Takes sheets away for good: all of them or, after an error, none. Whoever calls has asked the user.
   * @throws HostError if a sheet does not exist, if none that can be seen would be left, or if the
   * structure of the workbook is protected
   */
  readonly remove: (sheets: readonly string[]) => Promise<void>;
  /**
   * Brings a sheet into view and, where an address is given, selects that cell or range on it.
   * @throws HostError if the sheet does not exist
   */
  readonly show: (sheet: string, address?: string) => Promise<void>;
  /**
   * The workbook as far as its formulas go: all sheets, hidden ones too, names and rules.
   * @throws HostError in words for the user; DOMException "AbortError" after Cancel
   */
  readonly readBook: (run: Run) => Promise<Book>;
  /**
   * Changes cells, names and rules: all of them or, after an error or Cancel, none; then whatever
   * was there is there again as it was. Formats stay. Whoever calls has asked the user.
   * @throws HostError in words for the user, before anything is changed where a sheet is protected;
   * DOMException "AbortError" after Cancel
   */
  readonly changeBook: (changes: BookChanges, run: Run) => Promise<void>;
  /**
   * Keeps the program from asking people without the add-in for it when they open the workbook;
   * a host of which none asks has no such thing.
   */
  readonly afterSharing?: () => Promise<void>;
}
