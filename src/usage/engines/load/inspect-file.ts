import { recognise, recogniseUnusable, plainTable } from "../../recognise";
import type { Answers } from "../../answers";
import type { UsageFormat } from "../../format";
import type { Problem } from "../../problem";
import type { UsageRow } from "../../usage-row";
import { openFile, type Source } from "../file/open-file";
import { fileFault } from "../file/file-fault";
import { FileError } from "../file/read-chunks";
import type { Inspection, Reading } from "../usage-engine";
import { entryReader, inspectTable, withRecords } from "./load-file";

const PREVIEWED = 20;
const LISTED = 100;

/** Tells what a file is, by its beginning. */
export async function inspectFile(file: Blob, signal: AbortSignal): Promise<Inspection> {
  try {
    const opened = await openFile(file, signal);
    if (opened.kind !== "records") return opened;
    const [candidate, ...others] = recognise(opened.head).map(({ format, because, within }) => ({
      format,
      because,
      columns: within(({ columns: { names } }) => names),
    }));
    if (candidate) return { kind: "recognised", candidates: [candidate, ...others] };
    const unusable = recogniseUnusable(opened.head);
    if (unusable) return { kind: "unusable", name: unusable.name, instead: unusable.instead };
    const columns = plainTable(opened.head)?.(({ columns: { names } }) => names) ?? [];
    return columns.length === 0 ? { kind: "empty" } : { kind: "unknown", columns };
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    return { kind: "unreadable", why };
  }
}

async function previewSource<R>(
  source: Source<R>,
  format: UsageFormat,
  answers: Answers,
): Promise<Reading> {
  const { settings, questions, notes, dropped } = inspectTable(source.table, format, answers);
  const preview: UsageRow[] = [];
  const problems: Problem[] = [];
  const isOpen = questions.some(({ isNeeded }) => isNeeded);
  if (!isOpen) {
    const read = entryReader(source.table, format, settings);
    for (const entry of source.table.records()) {
      const outcome = read(entry);
      if ("row" in outcome && preview.length < PREVIEWED) preview.push(outcome.row);
      if (!("problems" in outcome)) continue;
      for (const problem of outcome.problems) if (problems.length < LISTED) problems.push(problem);
    }
  }
  return { questions, notes, dropped, preview, problems };
}

/**
 * How the first records of a file read in a format.
 *
 * @throws FileError where it cannot be read in this format
 */
export async function previewFile(
  file: Blob,
  format: UsageFormat,
  answers: Answers,
  signal: AbortSignal,
): Promise<Reading> {
  try {
    return await withRecords(file, format, signal, (source) =>
      previewSource(source, format, answers),
    );
  } catch (error) {
    const why = fileFault(error);
    throw why === undefined ? error : new FileError(why, { cause: error });
  }
}
