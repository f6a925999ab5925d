import { useRef, useState } from "react";
import type { Host } from "../workbook/host";
import type { Plan } from "../workbook/plan";

/** Where the building of a plan stands. */
export type PlanRun =
  | { readonly state: "idle" | "cancelled" | "failed" }
  | { readonly state: "running"; readonly phase: string; readonly done: number }
  | { readonly state: "built"; readonly sheet: string; readonly sheets: number };

export interface PlanRunControl {
  readonly run: PlanRun;
  /** Builds a plan and returns it; undefined after Cancel or an error, which is reported. */
  readonly start: (makePlan: () => Promise<Plan>) => Promise<Plan | undefined>;
  readonly cancel: () => void;
}

/** Lets the host build a plan, with progress and Cancel; one at a time. */
export function usePlanRun(host: Host, report: (error: unknown) => void): PlanRunControl {
  const [run, setRun] = useState<PlanRun>({ state: "idle" });
  const controller = useRef<AbortController | null>(null);

  async function start(makePlan: () => Promise<Plan>): Promise<Plan | undefined> {
    if (controller.current) return undefined;
    const { signal } = (controller.current = new AbortController());
    report(undefined);
    setRun({ state: "running", phase: "Preparing", done: 0 });
    try {
      const plan = await makePlan();
      await host.apply(plan, {
        signal,
        onProgress: (phase, done) => {
          setRun({ state: "running", phase, done });
        },
      });
      setRun({ state: "built", sheet: plan.show, sheets: plan.sheets.length });
      return plan;
    } catch (error) {
      const isCancelled =
        signal.aborted && (error as { name?: unknown } | null)?.name === "AbortError";
      setRun({ state: isCancelled ? "cancelled" : "failed" });
      if (!isCancelled) report(error);
      return undefined;
    } finally {
      controller.current = null;
    }
  }

  return { run, start, cancel: () => controller.current?.abort() };
}
