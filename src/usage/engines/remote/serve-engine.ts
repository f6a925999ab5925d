import type { Run, UsageEngine } from "../usage-engine";
import type { Call, Line, Request } from "./messages";

function perform(engine: UsageEngine, call: Call, run: Run): Promise<unknown> {
  switch (call.method) {
    case "inspect":
      return engine.inspect(call.file);
    case "preview":
      return engine.preview(call.file);
    case "load":
      return engine.load(call.files, run);
    case "summarize":
      return engine.summarize(call.options, run);
    case "clear":
      return engine.clear();
  }
}

/** Does what is asked at the other end of a line; the engine is opened when it is first needed. */
export function serveEngine(line: Line, open: () => Promise<UsageEngine>): void {
  const running = new Map<number, AbortController>();
  let opening: Promise<UsageEngine> | undefined;
  const engine = () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const answer = async (id: number, call: Call) => {
    const controller = new AbortController();
    running.set(id, controller);
    const run: Run = {
      signal: controller.signal,
      onProgress: (...progress) => line.send({ id, progress }),
    };
    try {
      line.send({ id, result: await perform(await engine(), call, run) });
    } catch (error) {
      line.send({ id, error: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  };
  line.listen((message) => {
    // The other end is ours, too.
    const request = message as Request;
    if ("call" in request) void answer(request.id, request.call);
    else running.get(request.id)?.abort();
  });
}
