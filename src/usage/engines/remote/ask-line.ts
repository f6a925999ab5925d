import type { Answer, Line, LineRun } from "./line";

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: never) => void) | undefined;
}

export interface LineTerms {
  /** What went wrong at the other end, from what was sent of it. */
  readonly errorOf: (sent: unknown) => Error;
  /** Whether Cancel is answered at once, or when the other end has stopped. */
  readonly cancels: "at once" | "once stopped";
}

/** One who asks on a line. */
export interface LineAsker {
  readonly ask: <P>(call: unknown, run?: LineRun<P>) => Promise<unknown>;
  /** Fails what was asked and what will be: the other end is gone. */
  readonly fail: (error: Error) => void;
}

/** Asks the other end of a line to do things. */
export function askLine(line: Line, { errorOf, cancels }: LineTerms): LineAsker {
  const pending = new Map<number, Pending>();
  let failure: Error | undefined;
  let last = 0;
  line.listen((message) => {
    // The other end is ours, too.
    const answer = message as Answer;
    const asked = pending.get(answer.id);
    // It was cancelled meanwhile.
    if (asked === undefined) return;
    if ("progress" in answer) {
      // What is told of a call is what its run listens for.
      asked.onProgress?.(answer.progress as never);
      return;
    }
    pending.delete(answer.id);
    if ("result" in answer) asked.resolve(answer.result);
    else asked.reject("error" in answer ? errorOf(answer.error) : asked.signal?.reason);
  });
  return {
    ask: async (call, run) => {
      run?.signal.throwIfAborted();
      if (failure) throw failure;
      const id = ++last;
      let cancel = () => {};
      try {
        return await new Promise((resolve, reject) => {
          cancel = () => {
            line.send({ id, isCancelled: true });
            if (cancels === "once stopped") return;
            pending.delete(id);
            reject(run?.signal.reason);
          };
          run?.signal.addEventListener("abort", cancel);
          const { signal, onProgress } = run ?? {};
          pending.set(id, { resolve, reject, signal, onProgress });
          line.send({ id, call });
        });
      } finally {
        run?.signal.removeEventListener("abort", cancel);
      }
    },
    fail: (error) => {
      failure = error;
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    },
  };
}
