import type { Run, UsageEngine } from "../usage-engine";
import type { Line } from "./line";
import type { Call, Progress } from "./messages";
import { serveLine } from "./serve-line";

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
  let opening: Promise<UsageEngine> | undefined;
  const engine = () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  serveLine<Call, Progress>(
    line,
    async (call, { signal, onProgress }) =>
      perform(await engine(), call, {
        signal,
        onProgress: (...progress) => onProgress(progress),
      }),
    (error) => (error instanceof Error ? error.message : String(error)),
  );
}
