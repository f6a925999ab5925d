import { useState } from "react";
import type { UsageFormat, UsageSummary } from "../../../usage";
import type {
  Loaded,
  LoadedFile,
  Summarized,
  SummaryOptions,
} from "../../../usage/engines/usage-engine";
import type { Tally } from "../../../usage/read/collect";
import type { Run } from "../../../workbook/host";
import { type RunControl, useRun } from "../../use-run";
import type { ImportRecord } from "../../../usage/sheets/import-record";
import { countedOnce } from "./counted-once";
import type { ImportFile } from "./import-file";
import type { EngineAccess } from "./use-engine";
import type { FilesControl } from "./use-files";

/** What files of usage, or a table on a server, came to. */
export interface UsageImport {
  /** Nothing where a server summed up. */
  readonly loaded: Loaded;
  readonly server?: ServerOutcome;
  readonly summarized: Summarized;
  readonly options: SummaryOptions;
  /** The bills among the files that do not count as usage; undefined where there is none. */
  readonly bills: UsageSummary | undefined;
}

/** What became of the rows of a table on a server. */
export interface ServerOutcome {
  readonly record: ImportRecord;
  readonly leftOut: readonly Pick<Tally, "because" | "rows">[];
  readonly notes: readonly string[];
}

export interface UsageImportControl extends Pick<RunControl, "run" | "cancel"> {
  /** The last import; undefined where the files have changed since. */
  readonly imported: UsageImport | undefined;
  /** Whether there was one that no longer fits the files. */
  readonly isOutdated: boolean;
  readonly loaded: Loaded | undefined;
  /** Whether there is an import now. */
  readonly start: () => Promise<boolean>;
  /** Sums what is loaded up anew. */
  readonly sumUp: (options: SummaryOptions) => Promise<void>;
}

/** A file that is ready to be imported as usage. */
type Ready = ImportFile & { readonly choice: { readonly format: UsageFormat } };

export function isReady(own: ImportFile): own is Ready {
  return own.choice?.reading.kind === "usage" && own.choice.format.holds === "usage";
}

/** What the import was of: the files and how they were read. */
function keyOf(ready: readonly Ready[]): string {
  return JSON.stringify(ready.map(({ id, choice: { format, answers } }) => [id, format, answers]));
}

/** Imports the files of usage that are ready, all of them anew each time. */
export function useUsageImport(
  { engine, drop }: EngineAccess,
  { files, ask }: FilesControl,
  report: (error: unknown) => void,
): UsageImportControl {
  const { run, start, cancel } = useRun(report);
  const [loaded, setLoaded] = useState<Loaded>();
  const [done, setDone] = useState<UsageImport & { readonly key: string }>();
  const ready = files.filter(isReady);
  const key = keyOf(ready);

  /** Bills of usage that other files hold in more detail are what it is reconciled with. */
  async function billsOf(
    { files: all }: Loaded,
    { without = [] }: SummaryOptions,
    steps: Run,
  ): Promise<UsageSummary | undefined> {
    const isBill = ({ id, format }: LoadedFile) =>
      without.includes(id) && format.describes === "bills";
    if (!all.some(isBill)) return undefined;
    const others = all.filter((file) => !isBill(file)).map(({ id }) => id);
    return (await engine().summarize({ without: others }, steps)).summary;
  }

  async function load(): Promise<boolean> {
    const isDone = await start(async (steps) => {
      setDone(undefined);
      setLoaded(undefined);
      try {
        await engine().clear();
        const now = await engine().load(
          ready.map(({ file, choice: { format, answers } }) => ({ file, format, answers })),
          steps,
        );
        setLoaded(now);
        for (const [i, outcome] of now.outcomes.entries()) {
          const own = ready[i];
          if (own && outcome.kind === "ask") ask(own.id, outcome.questions);
        }
        if (now.outcomes.some(({ kind }) => kind === "ask")) return false;
        const options: SummaryOptions = {
          without: countedOnce(now),
          // What was said of prices holds for the next import, too.
          pricing: done?.options.pricing ?? [],
        };
        const summarized = await engine().summarize(options, steps);
        const bills = await billsOf(now, options, steps);
        setDone({ loaded: now, summarized, options, bills, key });
        return true;
      } catch (error) {
        if (!steps.signal.aborted) drop();
        throw error;
      }
    });
    return isDone === true;
  }

  async function sumUp(options: SummaryOptions): Promise<void> {
    if (!done) return;
    await start(async (steps) => {
      const summarized = await engine().summarize(options, steps);
      const bills = await billsOf(done.loaded, options, steps);
      setDone({ ...done, summarized, options, bills });
    });
  }

  const isCurrent = done?.key === key;
  return {
    run,
    cancel,
    loaded,
    imported: isCurrent ? done : undefined,
    isOutdated: done !== undefined && !isCurrent,
    start: load,
    sumUp,
  };
}
