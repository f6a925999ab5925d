import { type Host, HostError, type Run } from "../host";
import type { SheetPlan } from "../plan";
import { compareBooks } from "./compare-books";
import { keptFormulas } from "./formulas-sheet";
import { planShareSheets, type ShareSheets } from "./plan-share-sheets";
import { restoreBook } from "./restore-book";
import { type Sharing, shareBook } from "./share-book";
import { type ShareReport, verifiedInWords } from "./share-report";
import { SHARE_SHEET } from "./share-sheets";
import { stillThere } from "./still-there";
import type { Book } from "./book";

/** When and by whom a workbook is made share-safe. */
export interface ShareOptions {
  /** Excel date whose model prices stand for those of today. */
  readonly today: number;
  /** The same day, such as "2026-09-01". */
  readonly madeOn: string;
  /** Version of the add-in. */
  readonly version: string;
  readonly preparedBy?: string;
  /** Lets the pane paint and Cancel be pressed. */
  readonly breathe: () => Promise<void>;
}

/** A part of a run, whose progress is a part of the whole. */
function part({ signal, onProgress }: Run, from: number, to: number): Run {
  return {
    signal,
    onProgress: (phase, done) => {
      onProgress(phase, from + (to - from) * done);
    },
  };
}

async function worked(book: Book, { today, breathe }: ShareOptions, run: Run): Promise<Sharing> {
  const steps = shareBook(book, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    run.onProgress("Writing formulas anew", value);
    await breathe();
    run.signal.throwIfAborted();
  }
}

/** Builds sheets; with nothing to build, nothing. */
async function build(host: Host, sheets: readonly SheetPlan[], run: Run): Promise<void> {
  const show = sheets.at(-1)?.name;
  if (show !== undefined) await host.apply({ sheets, show }, run);
}

/** Puts everything back as it was; where even that fails the user learns how to do it. */
async function takeBack(
  host: Host,
  { records }: Sharing,
  added: readonly SheetPlan[],
  failure: unknown,
): Promise<void> {
  try {
    await host.changeBook(restoreBook(records), {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await host.remove(added.map(({ name }) => name));
  } catch (error) {
    throw new HostError(
      "The formulas were replaced, and then the work could not be finished. Check the workbook again, or put its formulas back with Restore.",
      `${String(failure)}\n${String(error)}`,
      { cause: failure },
    );
  }
}

/** Compares the workbook, whose formulas are replaced, with before, and adds what tells of it. */
async function finished(
  host: Host,
  before: Book,
  { records, left }: Sharing,
  { about }: ShareSheets,
  { version, preparedBy }: ShareOptions,
  run: Run,
): Promise<ShareReport> {
  const after = await host.readBook(part(run, 0, 0.5));
  const { compared, changed } = compareBooks(before, after);
  const report = {
    records,
    left: stillThere(after, left),
    same: compared - changed.length,
    changed,
    notChecked: [],
  };
  const provenance = { version, ...(preparedBy !== undefined && { preparedBy }) };
  await build(
    host,
    [about({ ...provenance, verified: verifiedInWords(report) })],
    part(run, 0.5, 1),
  );
  return report;
}

/** What Excel asks readers for is set last: the formulas are right without it, so failing is told beside them. */
async function warningsOf(host: Host): Promise<readonly string[]> {
  try {
    await host.afterSharing?.();
    return [];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return [error.message];
  }
}

/**
 * Makes the open workbook share-safe: every formula that calls the add-in becomes an ordinary one
 * or a value, and sheets tell which. An error leaves the workbook as it was, and so does Cancel
 * until all formulas are changed; then what all cells show is compared with before.
 *
 * @throws HostError in words for the user; DOMException "AbortError" after Cancel
 */
export async function shareWorkbook(
  host: Host,
  options: ShareOptions,
  run: Run,
): Promise<ShareReport> {
  const before = await host.readBook(part(run, 0, 0.2));
  const sharing = await worked(before, options, part(run, 0.2, 0.4));
  const { records, left, changes } = sharing;
  if (records.length === 0) return { records, left, same: 0, changed: [], notChecked: [] };
  const sheets = planShareSheets(sharing, await host.sheetNames(), options.madeOn);
  await build(host, sheets.kept, part(run, 0.4, 0.5));
  try {
    await host.changeBook(changes, part(run, 0.5, 0.8));
  } catch (error) {
    await host.remove(sheets.kept.map(({ name }) => name));
    throw error;
  }
  // From here on it is done: Cancel would leave it half compared.
  const finish = part({ ...run, signal: new AbortController().signal }, 0.8, 1);
  let report: ShareReport;
  try {
    report = await finished(host, before, sharing, sheets, options, finish);
  } catch (error) {
    await takeBack(host, sharing, sheets.kept, error);
    throw error;
  }
  const warnings = await warningsOf(host);
  return warnings.length > 0 ? { ...report, warnings } : report;
}

/** The sheets of the workbook that sharing has added, by what they are. */
async function shareSheets(host: Host): Promise<ReadonlyMap<string, string>> {
  const kept = await host.keptProperties();
  return new Map(
    kept.flatMap(({ sheet, properties }) => {
      const role = properties[SHARE_SHEET];
      return role === undefined ? [] : [[role, sheet] as const];
    }),
  );
}

/** Whether the workbook keeps formulas that can be put back. */
export async function canRestore(host: Host): Promise<boolean> {
  return (await shareSheets(host)).has("formulas");
}

/**
 * Puts the formulas back that were replaced when the workbook was made share-safe, and takes the
 * sheets away that came with it.
 *
 * @returns how many formulas are back, and the rows of the sheet that could not be read; then the
 * sheets stay
 */
export async function restoreWorkbook(
  host: Host,
  run: Run,
): Promise<{ readonly restored: number; readonly unreadable: readonly number[] }> {
  const sheets = await shareSheets(host);
  const name = sheets.get("formulas");
  const book = await host.readBook(part(run, 0, 0.4));
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) return { restored: 0, unreadable: [] };
  const { records, unreadable } = keptFormulas(sheet);
  await host.changeBook(restoreBook(records), part(run, 0.4, 0.9));
  if (unreadable.length === 0) await host.remove([...sheets.values()]);
  return { restored: records.length, unreadable };
}
