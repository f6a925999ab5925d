import AxeBuilder from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(240_000);

const PATIENCE = { timeout: 120_000 };

const workbench = sharedWorkbench({ acceptDownloads: true });

function pane() {
  return workbench().page.getByRole("complementary", { name: "AI margin" });
}

function button(name: string) {
  return pane().getByRole("button", { name, exact: true });
}

async function axeFinds(): Promise<unknown> {
  const { page } = workbench();
  const { violations } = await new AxeBuilder({ page }).exclude("#spreadsheet").analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** A request of LiteLLM's log as a line; what it says of people must go nowhere. */
function request(id: number, customer: string, spend: string, day: number): string {
  const time = `2026-09-${String(day).padStart(2, "0")}T10:00:00Z`;
  const person = "10.1.2.3,Dear Ada";
  return `r${id},${customer},gpt-4o,openai,${spend},1000,100,${time},${person}`;
}

const HEADER =
  "request_id,end_user,model,custom_llm_provider,spend,prompt_tokens,completion_tokens,startTime,requester_ip_address,messages";

const USAGE = [
  HEADER,
  request(1, "acme", "2.5", 1),
  request(2, "globex", "1.5", 15),
  request(3, "ada@example.com", "0.25", 30),
].join("\n");

const REVENUE = `Customer ID,Start date,End date,Net amount,Currency
acme,2026-09-01,2026-10-01,10,USD
globex,2026-09-01,2026-10-01,1,USD
`;

/** Drops files on the tab, as the browser has them. */
async function drop(files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await workbench().page.evaluateHandle((contents) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) data.items.add(new File([text], name));
    return data;
  }, files);
  await pane()
    .getByRole("group", { name: "Usage and revenue files" })
    .dispatchEvent("drop", { dataTransfer: transfer });
}

/** What stands beside a label in the result. */
async function figure(label: string): Promise<string | null> {
  const term = pane()
    .locator("dt")
    .filter({ hasText: new RegExp(`^${label}$`) });
  return term.locator("xpath=following-sibling::dd").textContent();
}

/** Where the page and its workers send requests, from the first file on. */
const requests: string[] = [];

test("tells what dropped files are, and takes columns that it does not know by keyboard", async () => {
  workbench()
    .page.context()
    .on("request", (request) => requests.push(request.url()));
  await pane().getByRole("tab", { name: "Usage" }).click();
  await drop({ "usage.csv": USAGE, "revenue.csv": REVENUE, "nothing.csv": "" });
  const usage = pane().getByRole("group", { name: "usage.csv" });
  await usage.getByText("Ready to import.").waitFor(PATIENCE);
  await usage.getByText("LiteLLM spend logs").waitFor();
  await usage.getByText("Personal data is not read: requester_ip_address, messages.").waitFor();
  await pane().getByText("There is nothing in this file.").waitFor();
  await button("Read with these columns").press("Enter");
  const zone = pane().getByLabel(/In which time zone/);
  await zone.fill("UTC");
  await zone.press("Enter");
  await pane().getByText("2 lines of revenue are read.").waitFor(PATIENCE);
  expect(await axeFinds()).toEqual([]);
});

test("imports usage and shows margin by customer, with every row accounted for", async () => {
  await button("Import usage").press("Enter");
  await pane().getByRole("heading", { name: "Result" }).waitFor(PATIENCE);
  await pane()
    .getByText("3 rows read = 3 loaded + 0 rejected + 0 duplicates + 0 left out.")
    .waitFor();
  // 2.5 + 1.5 + 0.25
  expect(await figure("Cost of inference")).toBe("$4.25");
  // 10 + 1
  expect(await figure("Revenue")).toBe("$11.00");
  const table = pane().getByRole("table", { name: "Customers that leave least" });
  expect(await table.getByRole("row").nth(1).textContent()).toBe("globex$1.00$1.50-50.0%Loss");
  expect(await axeFinds()).toEqual([]);
});

test("asks no other place for anything from the first file to the result", async () => {
  const { origin } = new URL(workbench().page.url());
  const elsewhere = requests.filter((url) => new URL(url).origin !== origin);
  expect(elsewhere.filter((url) => !/^(?:data|blob):/.test(url))).toEqual([]);
  // What the worker asks for is seen here, too: it gets the database.
  expect(requests.filter((url) => url.endsWith(".wasm"))).not.toEqual([]);
});

test("builds the sheets in the workbook and as a file, without what is personal", async () => {
  await button("Build Customers sheet").press("Enter");
  await pane().getByText("Built 5 sheets and opened “Customers”.").waitFor(PATIENCE);
  const arriving = workbench().page.waitForEvent("download", PATIENCE);
  await button("Download .xlsx").press("Enter");
  const file = await arriving;
  expect(file.suggestedFilename()).toBe("Customers.xlsx");
  const parts = Object.entries(unzipSync(await readFile(await file.path())))
    .filter(([path]) => path.endsWith(".xml"))
    .map(([, part]) => strFromU8(part))
    .join("\n");
  expect(parts).toContain("globex");
  expect(parts).toMatch(/person-[0-9a-f]{16}/);
  expect(parts).not.toMatch(/ada@example\.com|10\.1\.2\.3|Dear Ada/);
});

test("stops at Cancel and leaves nothing half imported", async () => {
  const lines = Array.from({ length: 100_000 }, (_, i) =>
    request(i, `customer-${i % 100}`, "0.01", (i % 28) + 1),
  );
  await drop({ "large.csv": [HEADER, ...lines].join("\n") });
  await pane()
    .getByRole("group", { name: "large.csv" })
    .getByText("Ready to import.")
    .waitFor(PATIENCE);
  await button("Import 2 files of usage").press("Enter");
  await button("Cancel").waitFor(PATIENCE);
  await button("Cancel").press("Enter");
  await pane().getByText("Cancelled. Nothing was changed.").waitFor(PATIENCE);
  expect(await pane().getByRole("heading", { name: "Result" }).count()).toBe(0);
  await button("Remove large.csv").press("Enter");
  await button("Import usage").press("Enter");
  await pane().getByRole("heading", { name: "Result" }).waitFor(PATIENCE);
  expect(await figure("Cost of inference")).toBe("$4.25");
});

test("says that a file is gone where it was deleted after it was chosen, and imports the others", async () => {
  const folder = await mkdtemp(join(tmpdir(), "usage-"));
  const path = join(folder, "gone.csv");
  await writeFile(path, [HEADER, request(9, "gone", "9", 1)].join("\n"));
  await pane().getByLabel("Usage and revenue files to choose").setInputFiles(path);
  const gone = pane().getByRole("group", { name: "gone.csv" });
  await gone.getByText("Ready to import.").waitFor(PATIENCE);
  await rm(folder, { recursive: true });
  await button("Import 2 files of usage").press("Enter");
  await gone
    .getByText("Not imported: It can no longer be read: it was changed, moved or deleted")
    .waitFor(PATIENCE);
  await pane().getByRole("heading", { name: "Result" }).waitFor(PATIENCE);
  expect(await figure("Cost of inference")).toBe("$4.25");
  await button("Remove gone.csv").press("Enter");
  await button("Import usage").press("Enter");
  await pane().getByRole("heading", { name: "Result" }).waitFor(PATIENCE);
});

test("hands usage of customers on to the scenario", async () => {
  await button("Fit usage per customer and month").press("Enter");
  await button("Use in the scenario").press("Enter");
  await pane().getByRole("tab", { name: "Scenario", selected: true }).waitFor();
  // One task of each of three customers: the fit has no P99, and P90 stands in for it.
  const form = pane().getByRole("form", { name: "Scenario" });
  await form.getByRole("button", { name: /^Usage/ }).click();
  expect(await form.getByLabel(/^Usage at P50/).inputValue()).toBe("1");
});
