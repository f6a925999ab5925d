/** @jest-environment jsdom */
import "./complete-files";
import { configure, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { ConnectedWarehouse } from "../../src/taskpane/panel-props";
import {
  ClickHouseError,
  type ClickHouseServer,
} from "../../src/usage/engines/clickhouse/connection";
import type { WarehouseResult } from "../../src/usage/engines/clickhouse/warehouse";
import { nodeEngine } from "../usage/engines/engines";
import { openPane, showTab } from "./open-pane";
import { drop, fileOf, openUsage, USAGE } from "./usage-tab";
import { NO_TOKENS } from "../../src/usage/read/token-classes";

configure({ asyncUtilTimeout: 15_000 });

/** One request of acme in September that cost so much; of a model without a price where it is 0. */
function result(dollars: number): WarehouseResult {
  const nano = BigInt(dollars) * 1_000_000_000n;
  const isKnown = nano > 0n;
  return {
    summary: {
      months: ["2026-09"],
      lines: [
        {
          ...NO_TOKENS,
          customerId: "acme",
          month: "2026-09",
          provider: "openai",
          model: "own-model",
          currency: "USD",
          requests: 1,
          costs: { billed: 0n, reported: 0n, derived: 0n, assumed: nano },
          listCostNano: null,
          unpriced: {
            ...NO_TOKENS,
            requests: isKnown ? 0 : 1,
            reasons: isKnown ? [] : ['the catalog has no model "own-model"'],
          },
        },
      ],
      customerMonths: [
        {
          customerId: "acme",
          month: "2026-09",
          tasks: 1,
          requests: 1,
          unpricedTasks: isKnown ? 0 : 1,
        },
      ],
      customers: [],
      profile: null,
      otherCharges: [],
      start: Date.UTC(2026, 8, 1),
      end: Date.UTC(2026, 8, 2),
    },
    unpriced: isKnown
      ? []
      : [
          {
            provider: "openai",
            model: "own-model",
            reasons: ['the catalog has no model "own-model"'],
            requests: 1,
            inputTokens: 10,
            outputTokens: 20,
          },
        ],
    unknownPromptLengths: 0,
    isApproximate: false,
    bytesReceived: 1_500,
    rowsRead: 42,
    leftOut: [{ because: "a span without tokens", rows: 3, amounts: {} }],
    notes: ["The table keeps every span."],
  };
}

/** Sums up to the same whatever is asked, and remembers what was. */
function watched(summed: WarehouseResult) {
  return jest.fn<
    ReturnType<ConnectedWarehouse["summarize"]>,
    Parameters<ConnectedWarehouse["summarize"]>
  >(async () => summed);
}

/** A server of which a test says what it answers. */
function warehouse(changes: Partial<ConnectedWarehouse> = {}): ConnectedWarehouse {
  return {
    test: async () => ({ version: "26.7.2.1", readonly: 1 }),
    close: jest.fn(),
    find: async () => ({
      sources: [
        {
          table: "otel.otel_traces",
          kind: "otel-traces",
          name: "OpenTelemetry traces",
          because: ["Timestamp", "SpanAttributes"],
          notes: ["A span sent twice counts twice."],
          asksCached: true,
        },
      ],
      others: [
        {
          table: "default.requests",
          columns: [
            { name: "created_at", type: "DateTime" },
            { name: "account", type: "String" },
            { name: "prompt_tokens", type: "UInt32" },
          ],
        },
      ],
    }),
    customers: async () => [
      { label: "account", column: "account", examples: ["acme", "globex"] },
      { label: "ServiceName", column: "ServiceName", examples: [] },
    ],
    estimate: async () => ({ rows: 1_200_000, bytes: 3_400_000 }),
    summarize: async (_selection, { pricing = [] }) => result(pricing.length > 0 ? 7 : 0),
    statements: async () => ({ clickHouse: "SELECT toFloat64(1)", portable: "SELECT 1.0" }),
    ...changes,
  };
}

async function open(connectWarehouse: (server: ClickHouseServer) => Promise<ConnectedWarehouse>) {
  const pane = await openPane({ connectWarehouse });
  await showTab(pane.user, "Usage");
  await pane.user.click(screen.getByText("From a ClickHouse server"));
  return pane;
}

async function connect(user: UserEvent): Promise<void> {
  await user.type(screen.getByLabelText("URL"), "https://ch.example.com:8443");
  await user.type(screen.getByLabelText("Password"), "s3cret-word{Enter}");
}

async function pickTable(user: UserEvent, table: string): Promise<void> {
  await user.selectOptions(await screen.findByLabelText("Table of usage"), table);
}

async function press(user: UserEvent, name: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}

function figure(label: string): string | null | undefined {
  return screen.getByText(label, { selector: "dt" }).nextElementSibling?.textContent;
}

afterEach(() => {
  localStorage.clear();
});

describe("a connection", () => {
  it("is made with what was typed, by Enter, and tells what answers", async () => {
    const asked = jest.fn<Promise<ConnectedWarehouse>, [ClickHouseServer]>(async () => warehouse());
    const { user } = await open(asked);
    await connect(user);
    expect(
      await screen.findByText("ClickHouse 26.7.2.1 answers. This user may only read."),
    ).toBeTruthy();
    expect(asked.mock.calls).toEqual([
      [
        {
          url: "https://ch.example.com:8443",
          user: "default",
          password: "s3cret-word",
          database: "",
        },
      ],
    ]);
  });

  it("says what is wrong with it, with what to copy", async () => {
    const advice = "<http_options_response>…</http_options_response>";
    const { user } = await open(() =>
      Promise.reject(new ClickHouseError("cors", "It lets no page read its answers.", advice)),
    );
    await connect(user);
    expect(await screen.findByText("It lets no page read its answers.")).toBeTruthy();
    expect(screen.getByLabelText("What can be done").textContent).toBe(advice);
    expect(screen.getByRole("button", { name: "Copy what can be done" })).toBeTruthy();
    expect(screen.queryByLabelText("Table of usage")).toBeNull();
  });

  it("is closed once another server is typed", async () => {
    const own = warehouse();
    const { user } = await open(async () => own);
    await connect(user);
    await screen.findByLabelText("Table of usage");
    await user.type(screen.getByLabelText("URL"), "0");
    expect(own.close).toHaveBeenCalledTimes(1);
    expect(screen.queryByLabelText("Table of usage")).toBeNull();
  });

  it("is closed where it stands but its tables cannot be read", async () => {
    const why = new ClickHouseError("rights", "The user has no right to do this.");
    const own = warehouse({ find: () => Promise.reject(why) });
    const { user } = await open(async () => own);
    await connect(user);
    await screen.findByText("The user has no right to do this.");
    expect(own.close).toHaveBeenCalledTimes(1);
  });

  it("is remembered on the device if the user says so, without its password", async () => {
    const { user } = await open(async () => warehouse());
    await connect(user);
    await screen.findByLabelText("Table of usage");
    expect({ ...localStorage }).toEqual({});
    const box = screen.getByLabelText(/^Remember URL/);
    await user.click(box);
    await press(user, "Test connection");
    await screen.findByLabelText("Table of usage");
    expect({ ...localStorage }).toEqual({
      "aim.clickhouse": '{"url":"https://ch.example.com:8443","user":"default","database":""}',
    });
    await user.click(box);
    expect({ ...localStorage }).toEqual({});
  });

  it("is not remembered where it was refused: its address may hold a password", async () => {
    const why = new ClickHouseError("address", "The address must hold no password.");
    const { user } = await open(() => Promise.reject(why));
    await user.click(screen.getByLabelText(/^Remember URL/));
    await user.type(
      screen.getByLabelText("URL"),
      "https://reader:s3cret-word@ch.example.com{Enter}",
    );
    await screen.findByText("The address must hold no password.");
    expect({ ...localStorage }).toEqual({});
  });

  it("keeps its password out of the page's own text", async () => {
    const { user } = await open(async () => warehouse());
    await connect(user);
    await screen.findByLabelText("Table of usage");
    expect(document.documentElement.outerHTML).not.toContain("s3cret-word");
  });
});

describe("a table", () => {
  it("is recognised, and says by what", async () => {
    const { user } = await open(async () => warehouse());
    await connect(user);
    await pickTable(user, "otel.otel_traces");
    expect(await screen.findByText(/by its columns Timestamp, SpanAttributes/)).toBeTruthy();
    expect(screen.getByText("A span sent twice counts twice.")).toBeTruthy();
    expect(await screen.findByText("Such as acme, globex")).toBeTruthy();
    expect(await screen.findByText(/^About 1,200,000 rows to read, 3.4 MB/)).toBeTruthy();
  });

  it("is summed up by the months and the customer that were chosen", async () => {
    const summarize = watched(result(7));
    const { user } = await open(async () => warehouse({ summarize }));
    await connect(user);
    await pickTable(user, "otel.otel_traces");
    await user.selectOptions(
      await screen.findByLabelText("What names the customer"),
      "ServiceName",
    );
    await user.selectOptions(screen.getByLabelText("Its input tokens"), "included");
    await press(user, "Sum up on the server");
    await screen.findByRole("heading", { name: "Result" });
    const [selection, options] = summarize.mock.calls[0] ?? [];
    expect(selection).toMatchObject({
      customer: { column: "ServiceName" },
      cached: "included",
      // Three whole months before 23 November 2026
      from: Date.UTC(2026, 7, 1),
      until: Date.UTC(2026, 10, 1),
    });
    expect(options).toEqual({ isApproximate: false, timeLimitSeconds: 600, pricing: [] });
  });

  it("that was not recognised is read by columns that the user names", async () => {
    const summarize = watched(result(7));
    const { user } = await open(async () => warehouse({ summarize }));
    await connect(user);
    await pickTable(user, "default.requests");
    await press(user, "Use these columns");
    expect(await screen.findByLabelText("What names the customer")).toHaveProperty("value", "0");
    await press(user, "Sum up on the server");
    await screen.findByRole("heading", { name: "Result" });
    expect(summarize.mock.calls[0]?.[0]).toMatchObject({
      source: { table: "default.requests", kind: "mapped" },
      customer: { column: "account" },
      mapping: { start: "created_at", customer: "account", input: "prompt_tokens", cost: null },
    });
  });

  it("shows what the server is asked, for it and for others", async () => {
    const { user } = await open(async () => warehouse());
    await connect(user);
    await pickTable(user, "otel.otel_traces");
    const fold = await screen.findByText("Show the SQL");
    await user.click(fold);
    const text = () => screen.getByLabelText<HTMLTextAreaElement>("SQL").value;
    await waitFor(() => expect(text()).toBe("SELECT toFloat64(1)"));
    await user.selectOptions(screen.getByLabelText("Written for"), "portable");
    expect(text()).toBe("SELECT 1.0");
  });
});

describe("what a server summed up", () => {
  async function summedUp(changes: Partial<ConnectedWarehouse> = {}) {
    const pane = await open(async () => warehouse(changes));
    await connect(pane.user);
    await pickTable(pane.user, "otel.otel_traces");
    await press(pane.user, "Sum up on the server");
    return pane;
  }

  it("is told with its control totals", async () => {
    await summedUp();
    await screen.findByRole("heading", { name: "Result" });
    expect(
      screen.getByText("The server read 42 rows in all its queries; 1.5 kB of sums came here."),
    ).toBeTruthy();
    // 1 request, and 3 spans that were left out
    expect(
      screen.getByText("4 rows read = 1 loaded + 0 rejected + 0 duplicates + 3 left out."),
    ).toBeTruthy();
    expect(screen.getByText("Left out: 3, a span without tokens.")).toBeTruthy();
  });

  it("is summed up again at prices that the user says", async () => {
    const { user } = await summedUp();
    const model = within(await screen.findByRole("group", { name: "own-model of openai" }));
    await user.type(model.getByLabelText("Or $ per million input tokens"), "1");
    await user.type(model.getByLabelText("Or $ per million output tokens"), "3");
    await press(user, "Work out costs again");
    await screen.findByRole("button", { name: "Undo prices of own-model of openai" });
    expect(figure("Cost of inference")).toBe("$7.00");
  });

  it("goes into the same sheets as files, named by host and table", async () => {
    const { user, host } = await summedUp();
    await press(user, "Build Customers sheet");
    await waitFor(() => expect(host.built).toHaveLength(1));
    const written = JSON.stringify(host.built);
    expect(written).toContain("ch.example.com:8443, otel.otel_traces");
    expect(written).toContain("2026-08 to 2026-10");
    expect(written).not.toContain("s3cret-word");
  });

  it("is not there after Cancel, and tells how far the server is before", async () => {
    const { user } = await summedUp({
      summarize: (_selection, _options, { signal, onProgress }) => {
        onProgress("Summing up on the server", 0.5, "Query 2: 5 of 10 rows read");
        return new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason as Error));
        });
      },
    });
    expect(await screen.findByText("Summing up on the server …")).toBeTruthy();
    expect(screen.getByText("Query 2: 5 of 10 rows read")).toBeTruthy();
    await press(user, "Cancel");
    expect(await screen.findByText("Cancelled. Nothing was changed.")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Result" })).toBeNull();
  });

  it("stays where an import of files that was begun after it fails", async () => {
    const engine = await nodeEngine();
    const load = () => Promise.reject(new Error("The disk is gone."));
    const pane = await openUsage(
      { ...engine, load },
      { connectWarehouse: async () => warehouse({ summarize: watched(result(7)) }) },
    );
    await pane.user.click(screen.getByText("From a ClickHouse server"));
    await connect(pane.user);
    await pickTable(pane.user, "otel.otel_traces");
    await press(pane.user, "Sum up on the server");
    await screen.findByRole("heading", { name: "Result" });
    await drop(fileOf(USAGE, "usage.csv"));
    await press(pane.user, "Import usage");
    expect(await screen.findByText(/Something went wrong/)).toBeTruthy();
    expect(figure("Cost of inference")).toBe("$7.00");
    engine.close();
  });

  it("is not there where the server fails in the middle of it, which is said", async () => {
    const why = new ClickHouseError("broken-off", "The connection broke off.", "");
    await summedUp({ summarize: () => Promise.reject(why) });
    expect(await screen.findByText("The connection broke off.")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Result" })).toBeNull();
  });
});
