import { MessageChannel, type MessagePort } from "node:worker_threads";
import {
  type ClickHouseConnection,
  ClickHouseError,
} from "../../../src/usage/engines/clickhouse/connection";
import { remoteConnection } from "../../../src/usage/engines/clickhouse/remote/remote-connection";
import { serveConnection } from "../../../src/usage/engines/clickhouse/remote/serve-connection";
import type { Line } from "../../../src/usage/engines/remote/line";

const SERVER = { url: "https://host", user: "ada", password: "pass-word", database: "default" };

function lineOf(port: MessagePort): Line {
  return {
    send: (message) => port.postMessage(message),
    listen: (hear) => void port.on("message", hear),
  };
}

/** A connection whose work is what a test says, at the other end of a line that copies. */
function connect(work: Partial<ClickHouseConnection>) {
  const { port1, port2 } = new MessageChannel();
  const refuse = () => Promise.reject(new Error("not asked for in this test"));
  let gone: () => void = () => undefined;
  const isGone = new Promise<void>((resolve) => (gone = resolve));
  const end = () => {
    port2.close();
    gone();
  };
  const open = jest.fn(async () => ({ test: refuse, query: refuse, close: () => {}, ...work }));
  serveConnection(lineOf(port1), open);
  const opening = remoteConnection({ ...lineOf(port2), onFailure: () => undefined, end }, SERVER);
  return { opening, open, isGone };
}

const signal = () => new AbortController().signal;

it("opens a connection with what it was given", async () => {
  const { opening, open } = connect({});
  const connection = await opening;
  expect(open.mock.calls).toEqual([[SERVER]]);
  connection.close();
});

it("passes a query, its progress and its rows on", async () => {
  const query = jest.fn<
    ReturnType<ClickHouseConnection["query"]>,
    Parameters<ClickHouseConnection["query"]>
  >(async (_sql, { onProgress }) => {
    onProgress?.({ rowsRead: 5, bytesRead: 40, totalRows: 10 });
    return { rows: [["acme", 1]], bytesReceived: 12 };
  });
  const connection = await connect({ query }).opening;
  const told: unknown[] = [];
  const result = await connection.query("SELECT 1", {
    signal: signal(),
    timeLimitSeconds: 60,
    onProgress: (progress) => told.push(progress),
  });
  expect(result).toEqual({ rows: [["acme", 1]], bytesReceived: 12 });
  expect(told).toEqual([{ rowsRead: 5, bytesRead: 40, totalRows: 10 }]);
  expect(query.mock.calls[0]).toMatchObject(["SELECT 1", { timeLimitSeconds: 60 }]);
  connection.close();
});

it("passes a fault on with its kind and advice", async () => {
  const fault = new ClickHouseError("rights", "This user may not read the table.", "GRANT SELECT");
  const connection = await connect({ test: () => Promise.reject(fault) }).opening;
  const told = connection.test(signal());
  await expect(told).rejects.toBeInstanceOf(ClickHouseError);
  await expect(told).rejects.toMatchObject({
    kind: "rights",
    message: "This user may not read the table.",
    advice: "GRANT SELECT",
  });
  connection.close();
});

it("passes on why something failed that nobody foresaw", async () => {
  const connection = await connect({ test: () => Promise.reject(new RangeError("a bug")) }).opening;
  const told = connection.test(signal());
  await expect(told).rejects.toThrow("a bug");
  await expect(told).rejects.not.toBeInstanceOf(ClickHouseError);
  connection.close();
});

it("answers Cancel once the query is gone from the server", async () => {
  const steps: string[] = [];
  const controller = new AbortController();
  const { opening } = connect({
    query: (_sql, run) => {
      run.onProgress?.({ rowsRead: 1, bytesRead: 1, totalRows: 0 });
      return new Promise((_resolve, reject) => {
        run.signal.addEventListener("abort", () => {
          steps.push("ended on the server");
          reject(run.signal.reason as Error);
        });
      });
    },
  });
  const connection = await opening;
  const query = connection.query("SELECT 1", {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(query).rejects.toMatchObject({ name: "AbortError" });
  steps.push("answered");
  expect(steps).toEqual(["ended on the server", "answered"]);
  connection.close();
});

it("takes the page away once what runs is ended, and answers nothing afterwards", async () => {
  const close = jest.fn();
  const { opening, isGone } = connect({ close });
  const connection = await opening;
  connection.close();
  await isGone;
  expect(close).toHaveBeenCalledTimes(1);
  await expect(connection.test(signal())).rejects.toThrow("The connection was closed.");
});

it("takes the page away where the connection cannot be opened", async () => {
  const { port1, port2 } = new MessageChannel();
  const end = jest.fn(() => port2.close());
  serveConnection(lineOf(port1), () =>
    Promise.reject(new ClickHouseError("insecure", "The address must begin with https.")),
  );
  const opening = remoteConnection({ ...lineOf(port2), onFailure: () => undefined, end }, SERVER);
  await expect(opening).rejects.toThrow("The address must begin with https.");
  expect(end).toHaveBeenCalledTimes(1);
});
