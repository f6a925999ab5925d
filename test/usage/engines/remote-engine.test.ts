import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { Line } from "../../../src/usage/engines/remote/line";
import { remoteEngine } from "../../../src/usage/engines/remote/remote-engine";
import { serveEngine } from "../../../src/usage/engines/remote/serve-engine";
import type { Run, UsageEngine } from "../../../src/usage/engines/usage-engine";

const EMPTY = { outcomes: [], files: [], overlaps: [], repetitions: [] };

function lineOf(port: MessagePort): Line {
  return {
    send: (message) => port.postMessage(message),
    listen: (hear) => void port.on("message", hear),
  };
}

/** An engine whose work is what a test says, at the other end of a line that copies. */
function connected(work: Partial<UsageEngine>) {
  const { port1, port2 } = new MessageChannel();
  let fail: (error: Error) => void = () => undefined;
  const refuse = () => Promise.reject(new Error("not asked for in this test"));
  const engine: UsageEngine = {
    ...{ inspect: refuse, preview: refuse, load: refuse, summarize: refuse, clear: refuse },
    close: () => undefined,
    ...work,
  };
  const open = jest.fn(async () => engine);
  serveEngine(lineOf(port1), open);
  const remote = remoteEngine({
    ...lineOf(port2),
    onFailure: (listen) => (fail = listen),
    end: () => port2.close(),
  });
  return { remote, open, fail: (error: Error) => fail(error) };
}

const run = (changes: Partial<Run> = {}): Run => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});

it("opens the engine when it is first asked for something, and once", async () => {
  const { remote, open } = connected({ clear: async () => undefined });
  expect(open).not.toHaveBeenCalled();
  await remote.clear();
  await remote.clear();
  expect(open).toHaveBeenCalledTimes(1);
  remote.close();
});

it("passes progress and results on", async () => {
  const told: unknown[] = [];
  const { remote } = connected({
    load: async (_files, { onProgress }) => {
      onProgress("Reading", 0.5);
      return EMPTY;
    },
  });
  const onProgress = (...progress: unknown[]) => told.push(progress);
  expect(await remote.load([], run({ onProgress }))).toEqual(EMPTY);
  expect(told).toEqual([["Reading", 0.5]]);
  remote.close();
});

it("answers Cancel at once, and tells the other thread to stop", async () => {
  let stopped: () => void = () => undefined;
  const isStopped = new Promise<void>((resolve) => (stopped = resolve));
  const controller = new AbortController();
  const { remote } = connected({
    load: (_files, { signal, onProgress }) => {
      signal.addEventListener("abort", () => stopped());
      onProgress("Reading", 0);
      // It never ends by itself.
      return new Promise(() => undefined);
    },
  });
  const loading = remote.load(
    [],
    run({ signal: controller.signal, onProgress: () => controller.abort() }),
  );
  await expect(loading).rejects.toMatchObject({ name: "AbortError" });
  await isStopped;
  remote.close();
});

it("passes on why something failed", async () => {
  const { remote } = connected({
    summarize: () => Promise.reject(new Error("out of memory")),
  });
  await expect(remote.summarize({}, run())).rejects.toThrow("out of memory");
  remote.close();
});

it("fails what is asked of a thread that stopped, and of a closed engine", async () => {
  const { remote, fail } = connected({ clear: () => new Promise(() => undefined) });
  const clearing = remote.clear();
  fail(new Error("The engine stopped"));
  await expect(clearing).rejects.toThrow("The engine stopped");
  await expect(remote.clear()).rejects.toThrow("The engine stopped");
  remote.close();
  await expect(remote.clear()).rejects.toThrow("The engine was closed.");
});
