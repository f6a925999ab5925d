import { remoteEngine } from "../usage/engines/remote/remote-engine";
import type { UsageEngine } from "../usage/engines/usage-engine";

/** An engine in a worker of its own; its database is loaded when it is first asked for something. */
export function openUsageEngine(): UsageEngine {
  const worker = new Worker(new URL("./usage-engine-worker.ts", import.meta.url));
  return remoteEngine({
    send: (message) => worker.postMessage(message),
    listen: (hear) => worker.addEventListener("message", ({ data }) => hear(data)),
    onFailure: (fail) =>
      worker.addEventListener("error", ({ message }) =>
        fail(new Error(`The engine stopped: ${message}`)),
      ),
    end: () => worker.terminate(),
  });
}
