import { useCallback, useEffect, useState } from "react";
import { overwrittenFormulas } from "../../../scenario/overwritten-formulas";
import { savedScenarios } from "../../../scenario/saved-scenarios";
import type { Run } from "../../../workbook/host";
import { checkBook } from "../../../workbook/share/check-book";
import type { Finding } from "../../../workbook/share/finding";
import type { ShareReport } from "../../../workbook/share/share-report";
import { canRestore, restoreWorkbook, shareWorkbook } from "../../../workbook/share/share-workbook";
import { breathe } from "../../breathe";
import { excelDay, isoDay } from "../../local-day";
import type { PanelProps } from "../../panel-props";
import { type RunState, useRun } from "../../use-run";
import { VERSION } from "../../version";

/** What the last piece of work came to. */
export type Outcome =
  | { readonly kind: "checked"; readonly findings: readonly Finding[] }
  | { readonly kind: "shared"; readonly report: ShareReport; readonly added: readonly string[] }
  | {
      readonly kind: "restored";
      readonly restored: number;
      readonly unreadable: readonly number[];
    };

export interface WorkbookSharing {
  readonly run: RunState;
  readonly outcome: Outcome | undefined;
  /** Whether the workbook keeps formulas that can be put back. */
  readonly isRestorable: boolean;
  /** Looks for what stands in the way; undefined after Cancel or an error. */
  readonly check: () => Promise<readonly Finding[] | undefined>;
  readonly share: (preparedBy: string | undefined) => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly cancel: () => void;
}

/** Checks the open workbook, makes it share-safe and puts its formulas back; one at a time. */
export function useWorkbookSharing({
  host,
  now,
  report,
}: Pick<PanelProps, "host" | "now" | "report">): WorkbookSharing {
  const { run, start, cancel } = useRun(report);
  const [outcome, setOutcome] = useState<Outcome>();
  const [isRestorable, setRestorable] = useState(false);

  const refresh = useCallback(async () => {
    setRestorable(await canRestore(host));
  }, [host]);

  useEffect(() => {
    refresh().catch(report);
  }, [refresh, report]);

  /** Shows what the work came to; where it failed or was cancelled, what was shown stays. */
  async function attempt(work: (run: Run) => Promise<Outcome>): Promise<Outcome | undefined> {
    const ended = await start(work);
    if (ended) setOutcome(ended);
    await refresh().catch(report);
    return ended;
  }

  async function check(): Promise<readonly Finding[] | undefined> {
    let findings: readonly Finding[] = [];
    const ended = await attempt(async (steps) => {
      const today = excelDay(now());
      const book = await host.readBook(steps);
      const saved = savedScenarios(await host.keptProperties(), today);
      findings = [
        ...checkBook(book, today),
        ...saved.flatMap((each) => overwrittenFormulas(each, book.sheets)),
      ];
      return { kind: "checked", findings };
    });
    return ended && findings;
  }

  async function share(preparedBy: string | undefined): Promise<void> {
    await attempt(async (steps) => {
      const before = await host.sheetNames();
      const at = now();
      const options = {
        today: excelDay(at),
        madeOn: isoDay(at),
        version: VERSION,
        ...(preparedBy !== undefined && { preparedBy }),
        breathe,
      };
      const done = await shareWorkbook(host, options, steps);
      const added = (await host.sheetNames()).filter((name) => !before.includes(name));
      return { kind: "shared", report: done, added };
    });
  }

  async function restore(): Promise<void> {
    await attempt(async (steps) => ({ kind: "restored", ...(await restoreWorkbook(host, steps)) }));
  }

  return { run, outcome, isRestorable, check, share, restore, cancel };
}
