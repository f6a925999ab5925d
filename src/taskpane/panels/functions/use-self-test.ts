import { useState } from "react";
import type { FunctionMetadata } from "../../../functions/function-metadata";
import type { Host } from "../../../workbook/host";
import { freeSheetName } from "../../../workbook/sheet-name";
import { type PlanRun, usePlanRun } from "../../use-plan-run";
import { checkSheet, isPending, readAnswers } from "./check-sheet";
import { type Finding, staleMetadata, workedExamples, wrongAnswers } from "./worked-examples";

/** What went wrong, as far as the advice differs. */
export type Trouble = "unregistered" | "pending" | "wrong" | "stale";

/** What a check found. */
export interface Verdict {
  /** Where the functions were asked: in this pane's code, or in cells of a sheet. */
  readonly place: "pane" | "cells";
  readonly examples: number;
  readonly functions: number;
  readonly trouble: Trouble | undefined;
  readonly findings: readonly Finding[];
}

export interface SelfTestControl {
  readonly verdict: Verdict | undefined;
  readonly run: PlanRun;
  /** Asks the code of the pane; touches no cell. */
  readonly checkHere: () => void;
  /** Asks the workbook, in cells of a new sheet that goes again. */
  readonly checkInSheet: () => Promise<void>;
  readonly cancel: () => void;
}

/** Checks every function by its worked examples. */
export function useSelfTest(
  host: Host,
  report: (error: unknown) => void,
  metadata: readonly FunctionMetadata[] | undefined,
): SelfTestControl {
  const [verdict, setVerdict] = useState<Verdict | undefined>();
  const { run, start, cancel } = usePlanRun(host, report);
  const examples = workedExamples();
  const counts = {
    examples: examples.length,
    functions: new Set(examples.map(({ id }) => id)).size,
  };

  function checkHere(): void {
    const wrong = wrongAnswers(
      examples,
      examples.map(({ answer }) => answer()),
    );
    const stale = metadata ? staleMetadata(metadata) : [];
    const trouble = wrong.length > 0 ? "wrong" : stale.length > 0 ? "stale" : undefined;
    setVerdict({ place: "pane", ...counts, trouble, findings: [...wrong, ...stale] });
  }

  async function checkInSheet(): Promise<void> {
    setVerdict(undefined);
    const plan = await start(async () =>
      checkSheet(freeSheetName("AIM check", await host.sheetNames()), examples),
    );
    if (!plan) return;
    try {
      const answers = await readAnswers(host, plan.show, examples.length).finally(() =>
        host.remove([plan.show]).catch(report),
      );
      const findings = wrongAnswers(examples, answers);
      const trouble = answers.includes("#NAME?")
        ? "unregistered"
        : answers.some(isPending)
          ? "pending"
          : findings.length > 0
            ? "wrong"
            : undefined;
      setVerdict({ place: "cells", ...counts, trouble, findings });
    } catch (error) {
      report(error);
    }
  }

  return { verdict, run, checkHere, checkInSheet, cancel };
}
