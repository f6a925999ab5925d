/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Before each attempt; the last waits for a passing fault to pass. */
const WAITS = [0, 500, 3000];

/** Does what must not be left undone: a fault that keeps it from being done may pass. */
export async function insist<T>(pause: Pause, work: () => Promise<T>): Promise<T> {
  let failure: unknown;
  for (const wait of WAITS) {
    if (wait > 0) await pause(wait);
    try {
      return await work();
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
