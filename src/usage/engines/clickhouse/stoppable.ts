/** How long the end of a query on the server is waited for, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 100;

/** The longest that a timer can wait. */
export const LONGEST_WAIT = 2 ** 31 - 1;

/** What work came to. */
export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}

/** Aborts with the first of several reasons, or after a time; `release` once they count no more. */
export function stopOn(
  signals: readonly AbortSignal[],
  { after, reason }: { readonly after: number; readonly reason: Error },
): { readonly signal: AbortSignal; readonly release: () => void } {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(reason), Math.min(after, LONGEST_WAIT));
  const releases = signals.map((signal) => {
    const abort = () => stop.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
    return () => signal.removeEventListener("abort", abort);
  });
  return {
    signal: stop.signal,
    release: () => {
      clearTimeout(timer);
      for (const release of releases) release();
    },
  };
}

/** Holds once a signal aborts. */
export function abortOf(signal: AbortSignal): Promise<"aborted"> {
  return new Promise((resolve) => {
    const abort = () => resolve("aborted");
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

/**
 * Ends a query on the server, which would go on with it when its request is only broken off. It is
 * asked again while the request waits for an answer, as the server may not have begun yet.
 *
 * @param kill asks the server to end it; whether it ended something
 * @param request holds once the request is over, whatever it came to
 * @returns whether the query is surely gone
 */
export async function ended(
  kill: (signal: AbortSignal) => Promise<boolean>,
  request: Promise<unknown>,
): Promise<boolean> {
  let isOver = false;
  const over = request.then(() => {
    isOver = true;
  });
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), PATIENCE);
  try {
    while (!deadline.signal.aborted) {
      const wasOver = isOver;
      if ((await kill(deadline.signal)) || wasOver) return true;
      await Promise.race([over, new Promise((resolve) => setTimeout(resolve, PAUSE))]);
    }
    return false;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
