import { useState } from "react";
import { asOf } from "../../../../catalog";
import type {
  WarehouseOptions,
  WarehouseResult,
  WarehouseSelection,
} from "../../../../usage/engines/clickhouse/warehouse";
import type { ImportRecord } from "../../../../usage/sheets/import-record";
import { HostError, type Run } from "../../../../workbook/host";
import type { ServerOutcome, UsageImport } from "../use-usage-import";
import { periodInWords } from "./period";
import type { Connected, ServerControl } from "./use-server";

/** What is summed up, and how. */
export interface ServerJob {
  readonly selection: WarehouseSelection;
  readonly options: WarehouseOptions;
  /** What names the customer, as the user reads it; null where nothing does. */
  readonly customer: string | null;
}

export interface ServerImportControl {
  /** What was last summed up on a server. */
  readonly imported: UsageImport | undefined;
  readonly start: (job: ServerJob) => Promise<UsageImport | undefined>;
  /** Sums the same up anew, at other prices. */
  readonly sumUp: (options: UsageImport["options"]) => Promise<void>;
}

/** Nothing of a file is in it. */
const NO_FILES = { outcomes: [], files: [], overlaps: [], repetitions: [] };

/** What became of the rows: those that were left out in the server, too, were read. */
function outcomeOf(
  host: string,
  { selection, customer }: ServerJob,
  { summary, leftOut, notes, rowsRead, bytesReceived, isApproximate }: WarehouseResult,
  importedAt: number,
): ServerOutcome {
  const { source } = selection;
  const loaded = summary.lines.reduce((sum, { requests }) => sum + requests, 0);
  const excluded = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const record: ImportRecord = {
    fileName: `${host}, ${source.table}`,
    sha256: null,
    server: {
      customer,
      period: periodInWords(selection),
      ...{ rowsRead, bytesReceived, isApproximate },
    },
    holds: "usage",
    format: source.name,
    rows: { read: loaded + excluded, loaded, rejected: 0, duplicates: 0, excluded },
    amounts: [],
    first: loaded > 0 ? summary.start : null,
    last: loaded > 0 ? summary.end : null,
    zone: "UTC",
    importedAt,
    catalogDate: summary.lines.some(({ costs }) => costs.derived !== 0n) ? asOf : null,
  };
  return { record, leftOut, notes };
}

interface Done {
  readonly host: string;
  readonly job: ServerJob;
  readonly imported: UsageImport;
}

/** Sums usage up on a server. */
export function useServerImport(
  { ask, connected }: ServerControl,
  now: () => Date,
  report: (error: unknown) => void,
): ServerImportControl {
  const [done, setDone] = useState<Done>();

  async function run(
    { warehouse, host }: Connected,
    job: ServerJob,
    steps: Run,
  ): Promise<UsageImport> {
    const result = await warehouse.summarize(job.selection, job.options, steps);
    const imported: UsageImport = {
      loaded: NO_FILES,
      summarized: result,
      options: { pricing: job.options.pricing ?? [] },
      bills: undefined,
      server: outcomeOf(host, job, result, now().getTime()),
    };
    setDone({ host, job, imported });
    return imported;
  }

  return {
    imported: done?.imported,
    start: (job) => {
      // What was said of prices holds for the next time, too.
      const pricing = done?.imported.options.pricing ?? [];
      const own = { ...job, options: { ...job.options, pricing } };
      return ask((server, steps) => run(server, own, steps));
    },
    sumUp: async ({ pricing = [] }) => {
      if (done === undefined) return;
      if (connected?.host !== done.host) {
        const why = "The server is no longer connected: test the connection, then sum up again.";
        report(new HostError(why, "not connected"));
        return;
      }
      const job = { ...done.job, options: { ...done.job.options, pricing } };
      await ask((server, steps) => run(server, job, steps));
    },
  };
}
