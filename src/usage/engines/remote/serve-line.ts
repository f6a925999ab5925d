import type { Line, LineRun, Request } from "./line";

/** Does what is asked at the other end of a line. */
export function serveLine<C, P>(
  line: Line,
  perform: (call: C, run: LineRun<P>) => Promise<unknown>,
  /** What is sent of an error. */
  sent: (error: unknown) => unknown,
): void {
  const running = new Map<number, AbortController>();
  const answer = async (id: number, call: C) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    try {
      const onProgress = (progress: P) => line.send({ id, progress });
      line.send({ id, result: await perform(call, { signal, onProgress }) });
    } catch (error) {
      const isStopped =
        signal.aborted && (error as { name?: unknown } | null)?.name === "AbortError";
      line.send(isStopped ? { id, isStopped } : { id, error: sent(error) });
    } finally {
      running.delete(id);
    }
  };
  line.listen((message) => {
    // The other end is ours, too.
    const request = message as Request;
    if ("call" in request) void answer(request.id, request.call as C);
    else running.get(request.id)?.abort();
  });
}
