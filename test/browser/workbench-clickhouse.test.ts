import AxeBuilder from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import { readFile } from "node:fs/promises";
import type { Frame, Page } from "playwright-core";
import { READER, type TestClickHouse, TUNER } from "../engines/clickhouse";
import { describeWithClickHouse } from "../engines/describe-with-clickhouse";
import { OTEL_TRACES } from "../usage/engines/clickhouse/vendor-tables";
import { type OpenWorkbench, sharedWorkbench } from "./open-workbench";

const PATIENCE = { timeout: 120_000 };

/** A call of gpt-4o by a customer, as a collector writes it; $2.50 and $10 per million tokens. */
function call(id: number, customer: string, input: number, output: number): object {
  return {
    Timestamp: `2026-09-0${id} 10:00:00.000000000`,
    TraceId: `trace-${id}`,
    SpanId: `span-${id}`,
    ParentSpanId: "",
    SpanName: "chat gpt-4o",
    ServiceName: "assistant",
    SpanAttributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.system": "openai",
      "gen_ai.request.model": "gpt-4o",
      "gen_ai.usage.input_tokens": `${input}`,
      "gen_ai.usage.output_tokens": `${output}`,
      "tenant.id": customer,
      "gen_ai.prompt": "Dear Ada",
    },
    Duration: 1_000_000,
  };
}

const CALLS = [
  call(1, "acme", 1_000_000, 100_000),
  call(2, "acme", 400_000, 50_000),
  call(3, "globex", 2_000_000, 200_000),
  call(4, "ada@example.com", 100_000, 10_000),
];

/** Rows without end, with columns whose names tell what they hold. */
const ENDLESS = `CREATE VIEW otel.endless AS SELECT toDateTime('2026-09-01 00:00:00') AS timestamp,
  concat('customer ', toString(number % 9)) AS customer, 'gpt-4o' AS model,
  number % 1000 AS input_tokens, number % 100 AS output_tokens FROM numbers(10000000000000)`;

async function fill({ run }: TestClickHouse): Promise<void> {
  await run("CREATE DATABASE otel");
  await run(OTEL_TRACES);
  const rows = CALLS.map((each) => JSON.stringify(each)).join("\n");
  await run(`INSERT INTO otel.otel_traces FORMAT JSONEachRow\n${rows}`);
  await run(ENDLESS);
}

/** The tab as a user works it. */
function tab(workbench: () => OpenWorkbench) {
  const pane = () => workbench().page.getByRole("complementary", { name: "AI margin" });
  const button = (name: string) => pane().getByRole("button", { name, exact: true });
  return {
    pane,
    button,
    open: async () => {
      await pane().getByRole("tab", { name: "Usage" }).click();
      await pane().getByText("From a ClickHouse server").click();
    },
    connect: async (url: string, user: string, password: string) => {
      await pane().getByLabel("URL", { exact: true }).fill(url);
      await pane().getByLabel("User", { exact: true }).fill(user);
      await pane().getByLabel("Password", { exact: true }).fill(password);
      await pane().getByLabel("Password", { exact: true }).press("Enter");
    },
    answers: () =>
      pane()
        .getByText(/^ClickHouse \d+\.\d.* answers\./)
        .waitFor(PATIENCE),
    fault: (text: string | RegExp) => pane().getByRole("alert").getByText(text).waitFor(PATIENCE),
    table: async (name: RegExp) => {
      const select = pane().getByLabel("Table of usage");
      const option = select.locator("option").filter({ hasText: name });
      await select.selectOption(await option.getAttribute("value"));
    },
    figure: (label: string) =>
      pane()
        .locator("dt")
        .filter({ hasText: new RegExp(`^${label}$`) })
        .locator("xpath=following-sibling::dd")
        .textContent(),
  };
}

function connectors(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.url().endsWith("/connector.html"));
}

/** Which directive of which policy keeps a page from asking an address, or from doing so ahead. */
function refusal(page: Page | Frame, address: string, isAhead = false): Promise<string> {
  return page.evaluate(
    ([url, ahead]) =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          "securitypolicyviolation",
          ({ effectiveDirective, blockedURI }) => resolve(`${effectiveDirective} ${blockedURI}`),
          { once: true },
        );
        if (ahead) {
          const link = document.createElement("link");
          Object.assign(link, { rel: "prefetch", href: url });
          link.addEventListener("load", () => resolve("it was asked"));
          document.head.append(link);
          return;
        }
        fetch(url).then(
          () => resolve("it was asked"),
          // What forbids it is told in the event, after this.
          () => undefined,
        );
      }),
    [address, isAhead] as const,
  );
}

/** Whether a problem is another than that a query was ended. */
function isNoEnding(problem: string): boolean {
  return !/status of 500|^failed: .*query_id=/.test(problem);
}

/** All that the browser keeps for the page. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const held = await caches.keys();
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      databases,
      held,
    ]);
  });
}

describeWithClickHouse("usage on a server", (server) => {
  jest.setTimeout(240_000);
  const said: string[] = [];
  const asked: string[] = [];
  // Queries that are ended, such as estimates of what was selected on the way, are failures to the
  // browser, which tells of some when the next test has begun. This runs before the problems of a
  // test are looked at.
  afterEach(() => {
    const { problems } = workbench();
    problems.splice(0, Infinity, ...problems.filter(isNoEnding));
  });
  const workbench = sharedWorkbench({ acceptDownloads: true }, () => [server().url]);
  const { pane, button, open, connect, answers, fault, table, figure } = tab(workbench);

  beforeAll(async () => {
    await fill(server());
    workbench().page.on("console", (message) => said.push(message.text()));
    workbench().page.on("request", (request) => asked.push(request.url()));
    await open();
  });

  test("is not there for a wrong password, which is said", async () => {
    await connect(server().url, READER.user, "not the one");
    await fault("The server knows no such user with this password.");
    // The browser itself tells of the answer's status.
    expect(workbench().problems.splice(0)).toEqual([expect.stringContaining("status of 403")]);
    expect(connectors(workbench().page)).toEqual([]);
  });

  test("is found by its tables once the connection stands", async () => {
    await connect(server().url, READER.user, READER.password);
    await answers();
    await pane().getByText("This user may only read.").waitFor();
    await table(/^otel\.otel_traces/);
    await pane().getByText("OpenTelemetry traces", { exact: true }).waitFor(PATIENCE);
    await pane()
      .getByText(/by its columns Timestamp, TraceId/)
      .waitFor();
    const customer = pane().getByLabel("What names the customer");
    await customer.waitFor(PATIENCE);
    expect(await customer.locator("option:checked").textContent()).toBe(
      "SpanAttributes: tenant.id",
    );
    await pane()
      .getByText(/Such as .*globex/)
      .waitFor();
  });

  test("is asked from a frame that may ask nobody else, and not from the page", async () => {
    const { page, problems } = workbench();
    const [frame, ...others] = connectors(page);
    expect(others).toEqual([]);
    if (!frame) throw new Error("there is no frame");
    // Both are allowed by the policy that the frame was served with, but for ours of one server.
    expect(await refusal(frame, "http://127.0.0.1:9/")).toBe("connect-src http://127.0.0.1:9/");
    expect(await refusal(frame, "https://example.com/")).toBe("connect-src https://example.com/");
    expect(await refusal(page, `${server().url}/ping`)).toBe(`connect-src ${server().url}/ping`);
    expect(problems.splice(0).join("\n")).not.toMatch(/elsewhere/);
  });

  test("is summed up there after it was told how much there is to read", async () => {
    await pane().getByLabel("Period", { exact: true }).selectOption("own");
    await pane().getByLabel("First month").fill("2026-09");
    await pane().getByLabel("Last month").fill("2026-09");
    await pane()
      .getByText(/^About 4 rows to read/)
      .waitFor(PATIENCE);
    await pane().getByText("Show the SQL").click();
    const sql = pane().getByRole("textbox", { name: "SQL" });
    await sql.waitFor(PATIENCE);
    expect(await sql.inputValue()).toContain("otel_traces");
    expect(
      (await new AxeBuilder({ page: workbench().page }).exclude("#spreadsheet").analyze())
        .violations,
    ).toEqual([]);
    await button("Sum up on the server").press("Enter");
    await pane().getByRole("heading", { name: "Result" }).waitFor(PATIENCE);
    // acme 1.4 x 2.50 + 0.15 x 10 = 5; globex 2 x 2.50 + 0.2 x 10 = 7; ada 0.1 x 2.50 + 0.01 x 10
    expect(await figure("Cost of inference")).toBe("$12.35");
    expect(await figure("Customers")).toBe("3");
    expect(await figure("Requests")).toBe("4");
    const host = new URL(server().url).host;
    await pane().getByText(`${host}, otel.otel_traces`, { exact: true }).first().waitFor();
  });

  test("gives the same sheets as files do, without the password and without persons", async () => {
    await button("Build Customers sheet").press("Enter");
    await pane()
      .getByText(/opened “Customers”/)
      .waitFor(PATIENCE);
    const arriving = workbench().page.waitForEvent("download", PATIENCE);
    await pane().getByRole("button", { name: "Download .xlsx" }).first().press("Enter");
    const parts = Object.entries(unzipSync(await readFile(await (await arriving).path())))
      .filter(([path]) => path.endsWith(".xml"))
      .map(([, part]) => strFromU8(part))
      .join("\n");
    expect(parts).toContain("globex");
    expect(parts).toContain("otel.otel_traces");
    expect(parts).toMatch(/person-[0-9a-f]{16}/);
    expect(parts).not.toMatch(/ada@example\.com|Dear Ada/);
    expect(parts).not.toContain(READER.password.slice(0, 3));
  });

  test("leaves nothing running after Cancel", async () => {
    await table(/^otel\.endless/);
    await button("Use these columns").press("Enter");
    await pane().getByLabel("What names the customer").waitFor(PATIENCE);
    await pane().getByLabel("Period", { exact: true }).selectOption("all");
    await button("Sum up on the server").press("Enter");
    // Beside it the server may be asked how much there is to read.
    const running = () =>
      server().run(
        "SELECT count() FROM system.processes WHERE query LIKE '%`endless`%' AND query NOT LIKE 'EXPLAIN%' AND query NOT LIKE '%processes%'",
      );
    while ((await running()) === "0\n");
    await button("Cancel").press("Enter");
    await pane().getByText("Cancelled. Nothing was changed.").waitFor(PATIENCE);
    expect(await running()).toBe("0\n");
    // The result of before stays.
    expect(await figure("Cost of inference")).toBe("$12.35");
  });

  test("leaves the password nowhere", async () => {
    const { page } = workbench();
    await pane()
      .getByLabel(/^Remember URL/)
      .check();
    await connect(server().url, TUNER.user, TUNER.password);
    await answers();
    const texts = [await kept(page), await page.content(), ...said, ...asked].join("\n");
    expect(texts).toContain(TUNER.user);
    for (const { password } of [READER, TUNER]) {
      expect(texts).not.toContain(password);
      expect(texts).not.toContain(encodeURIComponent(password));
      expect(texts).not.toContain(JSON.stringify(password).slice(1, -1));
    }
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(
      new Set([new URL(page.url()).origin, server().url]),
    );
  });

  test("takes another server with another frame", async () => {
    const { page } = workbench();
    const [before] = connectors(page);
    await pane().getByLabel("URL", { exact: true }).fill(`${server().url}/`);
    await connect(`${server().url}/`, READER.user, READER.password);
    await answers();
    const after = connectors(page);
    expect(after).toHaveLength(1);
    expect(after[0]).not.toBe(before);
  });

  test("is asked from a frame that fetches nothing of others ahead of time either", async () => {
    const { page, problems } = workbench();
    const [frame] = connectors(page);
    if (!frame) throw new Error("there is no frame");
    const ahead = "http://127.0.0.1:9/ahead";
    expect(await refusal(frame, ahead, true)).toBe(`default-src ${ahead}`);
    problems.splice(0);
  });
});

describeWithClickHouse(
  "a server that lets no page read its answers",
  (server) => {
    jest.setTimeout(240_000);
    const workbench = sharedWorkbench({}, () => [server().url]);
    const { pane, open, connect, fault } = tab(workbench);

    test("is told from one that is not there, with what to add on it", async () => {
      await open();
      await connect(server().url, READER.user, READER.password);
      await fault(/does not let pages of .* read its answers \(CORS\)/);
      const advice = await pane().getByLabel("What can be done").textContent();
      expect(advice).toContain("<name>Access-Control-Allow-Origin</name>");
      expect(advice).toContain(new URL(workbench().page.url()).origin);
      expect(advice).not.toContain(READER.password);
      expect(workbench().problems.splice(0).join("\n")).not.toMatch(/elsewhere/);
    });
  },
  { cors: false },
);
