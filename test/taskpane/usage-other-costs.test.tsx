/** @jest-environment jsdom */
import "./complete-files";
import { act, fireEvent, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { nodeEngine } from "../usage/engines/engines";
import { card, drop, engineOf, fileOf, openUsage, USAGE } from "./usage-tab";

const engine = engineOf(nodeEngine());

afterEach(() => {
  localStorage.clear();
});

async function press(user: UserEvent, name: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}

/** The tab with the two priced requests of the log imported: globex costs $1.50. */
async function importedUsage() {
  const pane = await openUsage(engine);
  await drop(fileOf(USAGE, "usage.csv"));
  await card("usage.csv").findByText("Ready to import.");
  await press(pane.user, "Import usage");
  await screen.findByRole("heading", { name: "Result" });
  return pane;
}

function costOf(customer: RegExp): string | null | undefined {
  const table = within(screen.getByRole("table", { name: "Customers that leave least" }));
  return within(table.getByRole("row", { name: customer })).getAllByRole("cell")[1]?.textContent;
}

test("other costs are taken over from the scenario, named, and no longer so once typed over", async () => {
  const { user } = await importedUsage();
  await press(user, "Take other costs from the scenario");
  const status = screen.getByRole("status", { name: "Other costs" });
  expect(status.textContent).toBe("From the scenario “Flat seat at $99”, without its free users.");
  const perCustomer = screen.getByLabelText("Per customer and month (USD)");
  expect(perCustomer).toHaveProperty("value", "9");
  // 1.50, one task at 0.0146 and 9 for the month
  expect(costOf(/^globex/)).toBe("$10.51");
  await user.clear(perCustomer);
  await user.type(perCustomer, "2");
  expect(status.textContent).toBe("");
  // 1.50 + 0.0146 + 2
  expect(costOf(/^globex/)).toBe("$3.51");
});

test("a table says which customers are which, many at once", async () => {
  const { user } = await importedUsage();
  const zone = screen.getByRole("group", { name: "Mapping table" });
  const table = fileOf("from,to\nglobex,acme\n", "who.csv");
  await act(async () => {
    fireEvent.drop(zone, { dataTransfer: { files: [fileOf("one\n1\n", "one.csv"), table] } });
  });
  const status = screen.getByRole("status", { name: "Mapping table" });
  expect(status.textContent).toMatch(/^“one.csv” is no table/);
  await act(async () => {
    fireEvent.drop(zone, { dataTransfer: { files: [table] } });
  });
  expect(status.textContent).toBe("Rows taken from “who.csv”: 1.");
  // 2.50 + 1.50
  expect(costOf(/^acme/)).toBe("$4.00");
  await press(user, "Undo match of globex");
  expect(costOf(/^globex/)).toBe("$1.50");
});

test("other costs come from a file by customer, and what they name beside is listed", async () => {
  const { user, host } = await importedUsage();
  const costs = `customer id,month,amount,currency,what
globex,2026-09,4,USD,Support
stranger,2026-09,3,USD,Hosting
globex,2026-08,9,USD,Support
`;
  await drop(fileOf(costs, "costs.csv"));
  await press(user, "Read with these columns");
  await card("costs.csv").findByText("3 lines of other costs are read.");
  // 1.50 + 4; August is not in the usage
  expect(costOf(/^globex/)).toBe("$5.50");
  expect(costOf(/^stranger/)).toBe("$3.00");
  expect(screen.getByText(/Imported other costs come on top/)).toBeTruthy();
  await press(user, "Build Customers sheet");
  await screen.findByText(/opened “Customers”/);
  const built = JSON.stringify(host.built);
  expect(built).toContain("Customers that other costs alone name: 1");
  expect(built).toContain("The table holds all other costs read");
  expect(built).toContain("costs.csv");
});
