/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { FUNCTIONS } from "../../src/functions";
import { HostError } from "../../src/workbook/host";
import { openPane, showTab } from "./open-pane";

async function search(user: UserEvent, text: string): Promise<void> {
  await user.type(screen.getByRole("searchbox", { name: "Search functions" }), text);
}

/** The functions in the list, by their ids. */
function listed(): string[] {
  return screen
    .getAllByRole("heading", { level: 3 })
    .map((heading) => heading.textContent.split(" ")[0] ?? "");
}

async function openFunction(user: UserEvent, id: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name: new RegExp(`^${id}\\b`) }));
}

describe("the tab Functions", () => {
  it("lists every function once, under its group", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    expect(listed()).toEqual([...FUNCTIONS.keys()]);
    const margin = screen.getByRole("region", { name: "Margin" });
    expect(within(margin).getByRole("heading", { name: /^GROSSMARGIN/ })).toBeTruthy();
  });

  it("finds functions by id, whatever the case", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    await search(user, "grossm");
    expect(listed()).toEqual(["GROSSMARGIN"]);
  });

  it("finds functions by words of their meaning", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    await screen.findByText(/^Share of revenue left after the cost of serving it/);
    await search(user, "revenue serving");
    expect(listed()).toContain("GROSSMARGIN");
    expect(listed()).not.toContain("PRICEFLOOR");
  });

  it("finds functions by their parameters, and says how many", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    await search(user, "packageSize");
    expect(listed()).toEqual(["PACKAGECHARGE"]);
    expect(screen.getByText(`1 of ${FUNCTIONS.size} functions.`)).toBeTruthy();
  });

  it("shows signature, parameters and a result that it works out", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "BREAKEVENUSAGE");
    expect(
      screen.getByText("=AIM.BREAKEVENUSAGE(price, unitCost, [fixedCost], [targetMargin])"),
    ).toBeTruthy();
    expect(screen.getByText("Flat price (currency per customer and month).")).toBeTruthy();
    expect(screen.getByText("=AIM.BREAKEVENUSAGE(99,0.06,9)")).toBeTruthy();
    // (99 - 9) / 0.06 = 1,500
    expect(screen.getByText("= 1,500")).toBeTruthy();
  });

  it("links to the help page beside the pane's own page", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "PRICEFLOOR");
    const link = screen.getByRole("link", { name: "Help on PRICEFLOOR" });
    expect(link.getAttribute("href")).toBe("help/pricefloor.html");
  });

  it("shows the first rows of a table that spills", async () => {
    const { user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "MARGINFORECAST");
    const headings = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
    expect(headings.slice(0, 3)).toEqual(["Month", "Customers", "Usage"]);
  });

  it("inserts the example that it shows and says where", async () => {
    const { host, user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "GROSSMARGIN");
    await user.click(screen.getByRole("button", { name: "Insert" }));
    expect(host.inserted).toEqual(["=AIM.GROSSMARGIN(1,0.4)"]);
    expect(await screen.findByText("Inserted in B3.")).toBeTruthy();
  });

  it("inserts an empty call with every required argument", async () => {
    const { host, user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "PRICEFLOOR");
    await user.click(screen.getByRole("button", { name: "Insert empty" }));
    expect(host.inserted).toEqual(["=AIM.PRICEFLOOR(0,0)"]);
  });

  it("writes today's date out wherever a price depends on it", async () => {
    const { host, user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "MODELPRICE");
    await user.click(screen.getByRole("button", { name: "Insert" }));
    await user.click(screen.getByRole("button", { name: "Insert empty" }));
    expect(host.inserted[0]).toMatch(/^=AIM\.MODELPRICE\(".+",.*,DATE\(2026,11,23\)\)$/);
    expect(host.inserted[1]).toBe('=AIM.MODELPRICE("",,DATE(2026,11,23))');
  });

  it("shows what goes wrong when it inserts", async () => {
    const { host, user } = await openPane();
    await showTab(user, "Functions");
    await openFunction(user, "GROSSMARGIN");
    host.failWith(new HostError("Select a cell first", "no active cell"));
    await user.click(screen.getByRole("button", { name: "Insert" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Select a cell first");
    await user.click(screen.getByRole("button", { name: "Insert" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(host.inserted).toHaveLength(1);
  });

  it("does without descriptions that cannot be loaded, and says so", async () => {
    const { user } = await openPane({ loadMetadata: () => Promise.reject(new Error("404")) });
    await showTab(user, "Functions");
    expect(await screen.findByText(/descriptions could not be loaded/)).toBeTruthy();
    await openFunction(user, "GROSSMARGIN");
    expect(screen.getByText("=AIM.GROSSMARGIN(revenue, cogs)")).toBeTruthy();
  });
});
