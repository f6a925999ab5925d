/** @jest-environment jsdom */
import "./complete-files";
import { screen, waitFor } from "@testing-library/react";
import { nodeEngine } from "../usage/engines/engines";
import { card, drop, engineOf, fileOf, openUsage, REVENUE } from "./usage-tab";

const engine = engineOf(nodeEngine());

afterEach(() => {
  localStorage.clear();
});

/** A table of LiteLLM that states no time zone. */
const DAILY = `date,end_user_id,model,custom_llm_provider,prompt_tokens,completion_tokens,spend,api_requests
2026-09-02,acme,gpt-4o,openai,1000,100,7,1
`;

/** A log of OpenTelemetry in which the customer and the place of cached tokens are open. */
function spans(day: string): string {
  const attributes = (cached: number) =>
    `{'gen_ai.usage.input_tokens':'100','gen_ai.usage.output_tokens':'5','gen_ai.usage.cache_read_input_tokens':'${cached}','tenant':'acme','team':'red'}`;
  return `Timestamp,TraceId,SpanId,SpanAttributes\n${day},t1,s1,"${attributes(40)}"\n`;
}

async function forget(name: string, click: (element: Element) => Promise<void>): Promise<void> {
  await click(await screen.findByRole("button", { name: `Forget what was said of ${name}` }));
}

it("answers a question for the next file with the same columns, says so, and forgets on demand", async () => {
  const { user } = await openUsage(engine);
  await drop(fileOf(DAILY, "september.csv"));
  await user.type(
    await card("september.csv").findByLabelText(/In which time zone/),
    "+02:00{Enter}",
  );
  await card("september.csv").findByText("Ready to import.");
  await drop(fileOf(DAILY.replaceAll("2026-09", "2026-10"), "october.csv"));
  const own = card("october.csv");
  await own.findByText("Ready to import.");
  expect(own.getByText("As last time with these columns: times in +02:00.")).toBeTruthy();
  expect(own.queryByLabelText(/In which time zone/)).toBeNull();
  await forget("october.csv", (button) => user.click(button));
  expect(document.activeElement?.getAttribute("aria-label")).toBe("october.csv");
  expect(await own.findByLabelText(/In which time zone/)).toBeTruthy();
  await drop(fileOf(DAILY.replaceAll("2026-09", "2026-11"), "november.csv"));
  expect(await card("november.csv").findByLabelText(/In which time zone/)).toBeTruthy();
});

it("remembers the column of the customer and where cached tokens stand, and nothing of a file", async () => {
  const { user } = await openUsage(engine);
  await drop(fileOf(spans("2026-09-02 10:00:00"), "a.csv"));
  const own = card("a.csv");
  await user.selectOptions(await own.findByLabelText(/Does the input include/), "included");
  await user.selectOptions(
    await own.findByLabelText(/Which column names the customer/),
    "SpanAttributes.tenant",
  );
  await own.findByText("Ready to import.");
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain("tenant"));
  expect(JSON.stringify({ ...localStorage })).not.toMatch(/acme|red|2026|gpt/);
  await drop(fileOf(spans("2026-10-02 10:00:00"), "b.csv"));
  expect(
    await card("b.csv").findByText(
      "As last time with these columns: customer in SpanAttributes.tenant, input with cached tokens.",
    ),
  ).toBeTruthy();
});

it("asks again where what was said does not fit a file", async () => {
  const { user } = await openUsage(engine);
  await drop(fileOf(spans("2026-09-02 10:00:00"), "a.csv"));
  const customer = await card("a.csv").findByLabelText(/Which column names the customer/);
  await user.selectOptions(customer, "SpanAttributes.team");
  await user.selectOptions(await card("a.csv").findByLabelText(/Does the input include/), "apart");
  await card("a.csv").findByText("Ready to import.");
  await drop(fileOf(spans("2026-10-02 10:00:00").replaceAll(",'team':'red'", ""), "b.csv"));
  const own = card("b.csv");
  expect(await own.findByLabelText(/Which column names the customer/)).toBeTruthy();
  expect(
    own.getByText("As last time with these columns: input without cached tokens."),
  ).toBeTruthy();
});

it("believes the numbers of a file before what was said of another", async () => {
  const { user } = await openUsage(engine);
  const table = (cost: string) =>
    `Customer ID;Start date;End date;Net amount;Currency\nacme;2026-09-01;2026-10-01;${cost};USD\n`;
  await drop(fileOf(table("1,234"), "a.csv"));
  await user.click(await screen.findByRole("button", { name: "Read with these columns" }));
  await user.selectOptions(await card("a.csv").findByLabelText(/Which sign stands/), ",");
  await user.type(await card("a.csv").findByLabelText(/In which time zone/), "UTC{Enter}");
  await card("a.csv").findByText("1 lines of revenue are read.");
  // A point that cannot be a separator of thousands: with a decimal comma it would be none.
  await drop(fileOf(table("1234.50"), "b.csv"));
  expect(await card("b.csv").findByText("1 lines of revenue are read.")).toBeTruthy();
});

it("forgets what columns hold, and suggests anew", async () => {
  const { user } = await openUsage(engine);
  await drop(fileOf(REVENUE, "september.csv"));
  await user.selectOptions(await screen.findByLabelText(/^Name of the customer/), "Customer ID");
  await user.click(screen.getByRole("button", { name: "Read with these columns" }));
  await user.type(await card("september.csv").findByLabelText(/In which time zone/), "UTC{Enter}");
  await card("september.csv").findByText("2 lines of revenue are read.");
  await user.click(screen.getByRole("button", { name: "Remove september.csv" }));
  await drop(fileOf(REVENUE.replaceAll("2026-09", "2026-08"), "august.csv"));
  const own = card("august.csv");
  expect(
    await own.findByText("As last time with these columns: what the columns hold, times in UTC."),
  ).toBeTruthy();
  expect(own.getByLabelText(/^Name of the customer/)).toHaveProperty("value", "Customer ID");
  await forget("august.csv", (button) => user.click(button));
  expect(own.getByLabelText(/^Name of the customer/)).toHaveProperty("value", "");
  expect(own.queryByText(/lines of revenue are read/)).toBeNull();
  expect({ ...localStorage }).toEqual({});
});
