/** @jest-environment jsdom */
import "./complete-files";
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { PaneOptions } from "../../src/taskpane/mount";
import type { SaveFile } from "../../src/taskpane/save-file";
import type { Plan } from "../../src/workbook/plan";
import { nodeEngine } from "../usage/engines/engines";
import { showTab } from "./open-pane";
import { card, drop, engineOf, fileOf, openUsage, REVENUE, USAGE } from "./usage-tab";

/** The same database for all: an import forgets what it holds. */
const engine = engineOf(nodeEngine());

const open = (options: Partial<PaneOptions> = {}) => openUsage(engine, options);

afterEach(() => {
  localStorage.clear();
});

async function press(user: UserEvent, name: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}

/** The requests of models that have a price. */
function withoutMystery(text: string): string {
  return text.replace(/^.*mystery.*\n/m, "");
}

/** Drops the usage and imports it. */
async function importUsage(user: UserEvent): Promise<void> {
  await drop(fileOf(USAGE, "usage.csv"));
  await card("usage.csv").findByText("Ready to import.");
  await press(user, "Import usage");
  await screen.findByRole("heading", { name: "Result" });
}

/** Drops the revenue, says which column holds what and in which zone its days are. */
async function readRevenue(user: UserEvent): Promise<void> {
  await drop(fileOf(REVENUE, "september.csv"));
  await press(user, "Read with these columns");
  const own = card("september.csv");
  await user.type(await own.findByLabelText(/In which time zone/), "UTC{Enter}");
  await own.findByText("2 lines of revenue are read.");
}

/** What stands beside a label in the result. */
function figure(label: string): string | null | undefined {
  return screen.getByText(label, { selector: "dt" }).nextElementSibling?.textContent;
}

describe("a file", () => {
  it("is recognised by its columns, without what is personal in it", async () => {
    await open();
    await drop(fileOf(USAGE, "usage.csv"));
    const own = card("usage.csv");
    expect(await own.findByText("LiteLLM spend logs")).toBeTruthy();
    expect(own.getByText(/by its columns request_id, spend, prompt_tokens/)).toBeTruthy();
    expect(own.getByText("Personal data is not read: requester_ip_address.")).toBeTruthy();
    expect(own.getByLabelText(/Which column names the customer/)).toBeTruthy();
  });

  it.each([
    ["nothing.csv", "", "There is nothing in this file."],
    [
      "traces.csv",
      "id,timestamp,name,userId,sessionId,bookmarked,public\n1,2026-09-01T00:00:00Z,a,b,c,false,false\n",
      /observations/,
    ],
    ["header.csv", USAGE.split("\n")[0] ?? "", "There is nothing to import in it."],
  ])("is answered plainly where it holds nothing to read: %s", async (name, content, answer) => {
    await open();
    await drop(fileOf(content, name));
    expect(await card(name).findByText(answer)).toBeTruthy();
  });

  it("gets a name of its own beside one of the same name, and can be removed", async () => {
    const { user } = await open();
    await drop(fileOf(USAGE, "usage.csv"));
    await drop(fileOf(`${USAGE}\n`, "usage.csv"));
    await press(user, "Remove usage (2).csv");
    expect(screen.queryByRole("group", { name: "usage (2).csv" })).toBeNull();
    expect(screen.getByRole("group", { name: "usage.csv" })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe("Choose files …");
  });

  it("of unknown columns is mapped once and remembered on the device, by names of columns alone", async () => {
    const { user } = await open();
    await readRevenue(user);
    expect(card("september.csv").getByText(/No export that is known here/)).toBeTruthy();
    const kept = JSON.stringify({ ...localStorage });
    expect(kept).toContain("Net amount");
    expect(kept).not.toContain("acme");
    await drop(fileOf(REVENUE.replaceAll("2026-09", "2026-08"), "august.csv"));
    expect(await card("august.csv").findByText("Revenue by your own columns")).toBeTruthy();
  });
});

describe("the import", () => {
  it("accounts for every row, and lists what is wrong with the rejected", async () => {
    const saved: (readonly [string, string])[] = [];
    const { user } = await open({
      saveText: async (text, name) => {
        saved.push([text, name]);
        return { to: "downloads", name };
      },
    });
    await importUsage(user);
    expect(
      screen.getByText("4 rows read = 3 loaded + 1 rejected + 0 duplicates + 0 left out."),
    ).toBeTruthy();
    const list = screen.getByRole("list", { name: "Rejected rows of usage.csv", hidden: true });
    expect(list.textContent).toMatch(/Line 5, startTime: expected .*, received soon/);
    await user.click(screen.getByText("Download the list as CSV"));
    expect(await screen.findByText("“Problems of usage.csv” is in your downloads.")).toBeTruthy();
    expect(saved[0]?.[0]).toContain("Line,Column,Expected,Received");
  });

  it("shows cost, revenue and who pays less than they cost, and never takes an unknown cost for 0", async () => {
    const { user } = await open();
    await importUsage(user);
    // 2.5 + 1.5
    expect(figure("Cost of inference")).toBe("$4.00");
    // 2 of 3 requests
    expect(figure("Requests with a cost")).toBe("66.7%");
    await readRevenue(user);
    // 10 + 30
    expect(figure("Revenue")).toBe("$40.00");
    const table = within(screen.getByRole("table", { name: "Customers that leave least" }));
    expect(table.getByRole("row", { name: /^globex/ }).textContent).toBe("globex$0.00$1.50Loss");
    expect(table.getByRole("row", { name: /^acme/ }).textContent).toContain("Incomplete");
  });

  it("prices a model as the user says", async () => {
    const { user } = await open();
    await importUsage(user);
    const model = within(screen.getByRole("group", { name: "mystery-1 of openai" }));
    await user.type(model.getByLabelText("Or $ per million input tokens"), "1");
    await user.type(model.getByLabelText("Or $ per million output tokens"), "3");
    await press(user, "Work out costs again");
    await screen.findByRole("button", { name: "Undo prices of mystery-1 of openai" });
    // 4 + 2 million * 1 + 1 million * 3
    expect(figure("Cost of inference")).toBe("$9.00");
    expect(figure("… at prices that you gave")).toBe("$5.00");
    expect(figure("Requests with a cost")).toBe("100.0%");
  });

  it("matches a customer of revenue to one of usage, and takes that back", async () => {
    const { user } = await open();
    await importUsage(user);
    await readRevenue(user);
    await user.click(screen.getByText("They pay and have no usage"));
    await user.type(screen.getByLabelText("C-7"), "globex{Enter}");
    const row = await screen.findByRole("row", { name: /^globex/ });
    // (30 - 1.5) / 30
    expect(row.textContent).toContain("95.0%");
    await press(user, "Undo match of C-7");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Who is who");
    expect(screen.getByRole("row", { name: /^globex/ }).textContent).toContain("Loss");
  });

  it("builds the sheets without anything personal, and hands them out as a file", async () => {
    const saveFile = jest.fn(async () => ({ to: "downloads" as const, name: "Customers.xlsx" }));
    const { host, user } = await open({ saveFile });
    await importUsage(user);
    await press(user, "Build Customers sheet");
    expect(await screen.findByText("Built 5 sheets and opened “Customers”.")).toBeTruthy();
    expect(host.built.map(({ sheets }) => sheets.map(({ name }) => name))).toEqual([
      ["Customers", "Usage cost", "Import", "Reconciliation", "Usage checks"],
    ]);
    expect(JSON.stringify(host.built)).toContain("globex");
    expect(JSON.stringify(host.built)).not.toContain("10.0.0.");
    const panel = within(screen.getByRole("tabpanel", { name: "Usage" }));
    await user.click(panel.getByRole("button", { name: "Download .xlsx" }));
    expect(await panel.findByText("“Customers.xlsx” is in your downloads.")).toBeTruthy();
  });

  it("builds and hands out the sheets of reconciliation, of the fit, of tariffs replayed and of two months compared", async () => {
    const saved: Plan[] = [];
    const saveFile: SaveFile = async (plan, title) => {
      saved.push(plan);
      return { to: "downloads", name: `${title}.xlsx` };
    };
    const { host, user } = await open({ saveFile });
    const august = USAGE.replaceAll("2026-09", "2026-08").replaceAll(/^r/gm, "s");
    await drop(fileOf(august.replace("sequest_id", "request_id"), "august.csv"));
    await card("august.csv").findByText("Ready to import.");
    await drop(fileOf(USAGE, "usage.csv"));
    await card("usage.csv").findByText("Ready to import.");
    await press(user, "Import 2 files of usage");
    await screen.findByRole("heading", { name: "Result" });
    for (const name of ["Reconciliation", "Usage fit", "Tariff backtest", "Budget vs actual"]) {
      await press(user, `Build ${name} sheet`);
      expect(await screen.findByText(`Built the sheet “${name}”.`)).toBeTruthy();
      await press(user, `Download ${name}.xlsx`);
      expect(await screen.findByText(`“${name}.xlsx” is in your downloads.`)).toBeTruthy();
    }
    expect(saved).toEqual(host.built);
    // A tariff of the form of the scenario
    expect(JSON.stringify(host.built[2])).toContain("Flat seat");
    expect(host.built.map(({ show }) => show)).toEqual([
      "Reconciliation",
      "Usage fit",
      "Tariff backtest",
      "Budget vs actual",
    ]);
    await user.selectOptions(screen.getByLabelText("From"), "Plan: Flat seat at $99");
    await press(user, "Build Budget vs actual sheet");
    await waitFor(() => expect(host.built).toHaveLength(5));
    // 1,000 customers at $99
    expect(JSON.stringify(host.built[4])).toContain("Plan: Flat seat at $99");
    expect(JSON.stringify(host.built[4])).toContain("99000");
  });

  it("holds usage against what an export of the provider's bill says", async () => {
    const { user, host } = await open();
    const day = "1782950400,1783036800,2026-07-02T00:00:00+00:00,2026-07-03T00:00:00+00:00";
    const usage = `start_time,end_time,start_time_iso,end_time_iso,project_id,num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens,input_uncached_tokens
${day},acme,1,,,gpt-4o-2024-08-06,False,default,1000000,100000,0,1000000
`;
    const bill = `start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,quantity,quantity_unit,line_item,user_id,api_key_id,project_id,organization_id,project_name,organization_name,user_email,api_source
${day},4.4375,usd,1100000,tokens,"gpt-4o-2024-08-06, tokens",,,acme,org-x,,,,
`;
    await drop(fileOf(usage, "usage.csv"), fileOf(bill, "bill.csv"));
    for (const name of ["usage.csv", "bill.csv"]) {
      const customer = await card(name).findByLabelText(/Which column names the customer/);
      await user.selectOptions(customer, "project_id");
      await card(name).findByText("Ready to import.");
    }
    await press(user, "Import 2 files of usage");
    await screen.findByRole("heading", { name: "Result" });
    // The usage alone: 1,000,000 x $2.50 + 100,000 x $10 a million
    expect(figure("Cost of inference")).toBe("$3.50");
    await press(user, "Build Reconciliation sheet");
    await screen.findByText("Built the sheet “Reconciliation”.");
    expect(JSON.stringify(host.built[0])).toContain("4.4375");
  });

  it("counts one of two exports of the same usage, and lets the user choose which", async () => {
    const { user } = await open();
    const daily = `date,end_user_id,model,custom_llm_provider,prompt_tokens,completion_tokens,spend,api_requests
2026-09-02,acme,gpt-4o,openai,1000,100,7,1
`;
    await drop(fileOf(USAGE, "usage.csv"), fileOf(daily, "daily.csv"));
    await card("usage.csv").findByText("Ready to import.");
    await user.type(await card("daily.csv").findByLabelText(/In which time zone/), "UTC{Enter}");
    await card("daily.csv").findByText("Ready to import.");
    await press(user, "Import 2 files of usage");
    await screen.findByRole("heading", { name: "Result" });
    // The requests alone: 2.5 + 1.5
    expect(figure("Cost of inference")).toBe("$4.00");
    const choice = screen.getByLabelText("“usage.csv” or “daily.csv”: which counts?");
    await user.selectOptions(choice, "Both");
    // 4 + 7
    await waitFor(() => expect(figure("Cost of inference")).toBe("$11.00"));
  });

  it("hands its fit on to the form of the scenario, which shows it", async () => {
    const { user } = await open();
    await importUsage(user);
    await press(user, "Fit usage per customer and month");
    await press(user, "Use in the scenario");
    expect(screen.getByRole("tab", { name: "Scenario" }).getAttribute("aria-selected")).toBe(
      "true",
    );
    await user.click(screen.getByRole("button", { name: /^Usage/ }));
    // Of 2 and 1 tasks in a month
    expect(screen.getByLabelText(/^Usage at P50/)).toHaveProperty("value", "1.5");
  });

  it("fills the task of the scenario so that it costs what it did, says so, and takes it back", async () => {
    const { user } = await open();
    await drop(fileOf(withoutMystery(USAGE), "usage.csv"));
    await card("usage.csv").findByText("Ready to import.");
    await press(user, "Import usage");
    await press(user, "Fit usage per customer and month");
    await press(user, "Use in the scenario");
    const group = screen.getByRole("group", { name: "From real usage" });
    expect(document.activeElement).toBe(group);
    const note = within(group);
    expect(note.getByText("Usage at P50: 400 → 1")).toBeTruthy();
    expect(note.getByText("Usage at P90: 6,000 at P99 → 1")).toBeTruthy();
    const models = note.getByText(/^Models of a task: /).textContent;
    expect(models).toBe(
      "Models of a task: Agent, Query rewriting → gpt-4o, 1 call, 1,000 tokens in and 100 out",
    );
    // (2.5 + 1.5) / 2 requests, far above the list price
    const cost = "Inference of a task: $2.0000 in the import, $2.0000 in this scenario.";
    expect(note.getByText(cost)).toBeTruthy();
    await user.click(note.getByRole("button", { name: "Undo" }));
    expect(screen.queryByRole("group", { name: "From real usage" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText(/^Name of the scenario/));
    await user.click(screen.getByRole("button", { name: /^Usage/ }));
    expect(screen.getByLabelText(/^Usage at P50/)).toHaveProperty("value", "400");
    expect(screen.getByText("Model 2: Query rewriting")).toBeTruthy();
    await showTab(user, "Usage");
    await press(user, "Use in the scenario");
    expect(screen.getByRole("group", { name: "From real usage" })).toBeTruthy();
    // What the form holds then is no longer what was filled.
    await press(user, "Use the sample");
    expect(screen.queryByRole("group", { name: "From real usage" })).toBeNull();
  });

  it("stops at Cancel with nothing half imported", async () => {
    const { user } = await openUsage({
      ...engine,
      load: (_files, { signal, onProgress }) => {
        onProgress("Reading usage.csv", 0.1);
        return new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason as Error));
        });
      },
    });
    await drop(fileOf(USAGE, "usage.csv"));
    await card("usage.csv").findByText("Ready to import.");
    await press(user, "Import usage");
    expect(await screen.findByText("Reading usage.csv …")).toBeTruthy();
    await press(user, "Cancel");
    expect(await screen.findByText("Cancelled. Nothing was changed.")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Result" })).toBeNull();
  });
});
