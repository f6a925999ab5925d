import type { Run, UsageEngine } from "../usage-engine";
import type { Answer, Call, Line, Result } from "./messages";

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly run: Run | undefined;
}

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
  const pending = new Map<number, Pending>();
  let failure: Error | undefined;
  let last = 0;
  const fail = (error: Error) => {
    failure = error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  line.onFailure(fail);
  line.listen((message) => {
    // The other end is ours, too.
    const answer = message as Answer;
    const asked = pending.get(answer.id);
    // It was cancelled meanwhile.
    if (asked === undefined) return;
    if ("progress" in answer) {
      asked.run?.onProgress(...answer.progress);
      return;
    }
    pending.delete(answer.id);
    if ("error" in answer) asked.reject(new Error(answer.error));
    else asked.resolve(answer.result);
  });
  const ask = async <C extends Call>(call: C, run?: Run): Promise<Result<C["method"]>> => {
    run?.signal.throwIfAborted();
    if (failure) throw failure;
    const id = ++last;
    let cancel = () => {};
    try {
      return await new Promise<Result<C["method"]>>((resolve, reject) => {
        cancel = () => {
          pending.delete(id);
          line.send({ id, isCancelled: true });
          reject(run?.signal.reason);
        };
        run?.signal.addEventListener("abort", cancel);
        // What answers a call is its method's result.
        const settle = resolve as (result: unknown) => void;
        pending.set(id, { resolve: settle, reject, run });
        line.send({ id, call });
      });
    } finally {
      run?.signal.removeEventListener("abort", cancel);
    }
  };
  return {
    inspect: (file) => ask({ method: "inspect", file }),
    preview: (file) => ask({ method: "preview", file }),
    load: (files, run) => ask({ method: "load", files }, run),
    summarize: (options, run) => ask({ method: "summarize", options }, run),
    clear: () => ask({ method: "clear" }),
    close: () => {
      line.end();
      fail(new Error("The engine was closed."));
    },
  };
}
