import { useState } from "react";
import type { Host } from "../workbook/host";
import type { Plan } from "../workbook/plan";
import { type RunState, useRun } from "./use-run";

/** Where the building of a plan stands. */
export type PlanRun =
  RunState | { readonly state: "built"; readonly sheet: string; readonly sheets: number };

export interface PlanRunControl {
  readonly run: PlanRun;
  /** Builds a plan and returns it; undefined after Cancel or an error, which is reported. */
  readonly start: (makePlan: () => Promise<Plan>) => Promise<Plan | undefined>;
  readonly cancel: () => void;
}

/** Lets the host build a plan, with progress and Cancel; one at a time. */
export function usePlanRun(host: Host, report: (error: unknown) => void): PlanRunControl {
  const { run, start, cancel } = useRun(report);
  const [built, setBuilt] = useState<PlanRun>({ state: "idle" });

  return {
    run: run.state === "done" ? built : run,
    start: (makePlan) =>
      start(async (steps) => {
        const plan = await makePlan();
        await host.apply(plan, steps);
        setBuilt({ state: "built", sheet: plan.show, sheets: plan.sheets.length });
        return plan;
      }),
    cancel,
  };
}
