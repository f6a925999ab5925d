import { asOf } from "../../../catalog";
import type { LoadedFile } from "../../../usage/engines/usage-engine";
import { amountsOfFile, type ImportRecord } from "../../../usage/sheets/import-record";
import type { ImportFile } from "./import-file";
import type { UsageImport } from "./use-usage-import";

const NONE = "counted in another file";

/** A file of which nothing counts: its rows are left out. */
function uncounted(file: LoadedFile): LoadedFile {
  return {
    ...file,
    rows: { rows: 0, amounts: {} },
    leftOut: [...file.leftOut, { because: NONE, ...file.rows }],
    start: null,
    end: null,
  };
}

/** What became of the files of usage, or of a table on a server, for the log of the import. */
export function usageRecords(
  { loaded, summarized, options, server }: UsageImport,
  files: readonly ImportFile[],
): ImportRecord[] {
  if (server) return [server.record];
  const isDerived = summarized.summary.lines.some(({ costs }) => costs.derived !== 0n);
  return loaded.files.map((whole): ImportRecord => {
    const file = options.without?.includes(whole.id) ? uncounted(whole) : whole;
    const { rows, duplicates, leftOut, rejected, recordsRead } = file;
    const own = files.find((each) => each.file.name === file.name);
    return {
      fileName: file.name,
      sha256: file.sha256,
      holds: "usage",
      format: file.format.name,
      rows: {
        read: recordsRead,
        loaded: rows.rows,
        rejected: rejected.rows,
        duplicates: duplicates.rows,
        excluded: leftOut.reduce((sum, tally) => sum + tally.rows, 0),
      },
      amounts: amountsOfFile(file),
      first: file.start,
      last: file.end,
      zone: own?.choice?.answers.zone ?? "UTC",
      importedAt: file.loadedAt,
      catalogDate: isDerived ? asOf : null,
    };
  });
}
