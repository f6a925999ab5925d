import { useRef, useState } from "react";
import type { Run } from "../workbook/host";

/** Where a piece of work stands that tells how far it is and can be cancelled. */
export type RunState =
  | { readonly state: "idle" | "cancelled" | "failed" | "done" }
  | {
      readonly state: "running";
      readonly phase: string;
      readonly done: number;
      readonly figures?: string | undefined;
    };

export interface RunControl {
  readonly run: RunState;
  /** Does a piece of work and returns what it gives; undefined after Cancel or an error, which is reported. */
  readonly start: <T>(work: (run: Run) => Promise<T>) => Promise<T | undefined>;
  readonly cancel: () => void;
}

/** Work with progress and Cancel; one at a time. */
export function useRun(report: (error: unknown) => void): RunControl {
  const [run, setRun] = useState<RunState>({ state: "idle" });
  const controller = useRef<AbortController | null>(null);

  async function start<T>(work: (run: Run) => Promise<T>): Promise<T | undefined> {
    if (controller.current) return undefined;
    const { signal } = (controller.current = new AbortController());
    report(undefined);
    setRun({ state: "running", phase: "Preparing", done: 0 });
    try {
      const result = await work({
        signal,
        onProgress: (phase, done, figures) => {
          setRun({ state: "running", phase, done, figures });
        },
      });
      setRun({ state: "done" });
      return result;
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
