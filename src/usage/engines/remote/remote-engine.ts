import type { Run, UsageEngine } from "../usage-engine";
import { askLine } from "./ask-line";
import type { Line } from "./line";
import type { Call, Progress, Result } from "./messages";

/** The line to an engine in another thread, and what ends that thread. */
export type EngineLine = Line & {
  /** Tells that the other end is gone, or never came up. */
  readonly onFailure: (fail: (error: Error) => void) => void;
  readonly end: () => void;
};

/**
 * An engine in another thread. Cancel answers at once: the other thread stops after the piece of
 * work in its hands, and what is asked next waits for that.
 */
export function remoteEngine(line: EngineLine): UsageEngine {
  const asker = askLine(line, {
    errorOf: (sent) => new Error(String(sent)),
    cancels: "at once",
  });
  line.onFailure(asker.fail);
  // What answers a call is its method's result.
  const ask = <C extends Call>(call: C, run?: Run) =>
    asker.ask(
      call,
      run && {
        signal: run.signal,
        onProgress: (progress: Progress) => run.onProgress(...progress),
      },
    ) as Promise<Result<C["method"]>>;
  return {
    inspect: (file) => ask({ method: "inspect", file }),
    preview: (file) => ask({ method: "preview", file }),
    load: (files, run) => ask({ method: "load", files }, run),
    summarize: (options, run) => ask({ method: "summarize", options }, run),
    clear: () => ask({ method: "clear" }),
    close: () => {
      line.end();
      asker.fail(new Error("The engine was closed."));
    },
  };
}
