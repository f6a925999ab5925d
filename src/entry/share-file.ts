import { type FileFacts, fileFacts } from "../hosts/file/share/file-facts";
import { readBook } from "../hosts/file/share/read-book";
import { writeShared } from "../hosts/file/share/write-shared";
import { calculateHeadless } from "../hosts/workbench/calculate-headless";
import { excelDay } from "../scenario/json-reader";
import { VERSION } from "../taskpane/version";
import { planShareSheets } from "../workbook/share/plan-share-sheets";
import { type Sharing, shareBook } from "../workbook/share/share-book";
import { type ShareReport, verifiedInWords } from "../workbook/share/share-report";
import { stillThere } from "../workbook/share/still-there";
import { verifyChanges } from "../workbook/share/verify-changes";
import type { Book } from "../workbook/share/book";

/** A share-safe copy of a file, and what was done to make it one. */
export interface SharedFile {
  readonly bytes: Uint8Array;
  readonly facts: FileFacts;
  readonly report: ShareReport;
}

function toEnd(book: Book, today: number): Sharing {
  const steps = shareBook(book, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * A copy of an .xlsx or .xlsm file without calls of the add-in's functions, compared figure by
 * figure. The input is never changed.
 *
 * @param at now; its date is the one whose model prices stand for those of today
 * @param preparedBy as the user typed it, or nothing
 * @throws HostError for what is no workbook that can be read
 */
export async function shareFile(
  bytes: Uint8Array,
  at: Date,
  preparedBy?: string,
): Promise<SharedFile> {
  const madeOn = at.toISOString().slice(0, 10);
  const today = excelDay(madeOn) ?? 0;
  const facts = fileFacts(bytes);
  const book = readBook(bytes);
  const sharing = toEnd(book, today);
  const verification = await verifyChanges(book, sharing, calculateHeadless);
  const taken = book.sheets.map(({ name }) => name);
  const sheets = planShareSheets(sharing, taken, madeOn);
  const about = sheets.about({
    version: VERSION,
    ...(preparedBy !== undefined && { preparedBy }),
    verified: verifiedInWords(verification),
  });
  const added = { sheets: [...sheets.kept, about], show: about.name };
  const copy = await writeShared(
    bytes,
    sharing.changes,
    sharing.records.length > 0 ? added : undefined,
  );
  const left = stillThere(readBook(copy), sharing.left);
  return { bytes: copy, facts, report: { records: sharing.records, left, ...verification } };
}
