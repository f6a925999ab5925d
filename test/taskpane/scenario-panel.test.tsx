/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { HostError } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";
import { openPane, showTab } from "./open-pane";

function field(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>("textbox", { name });
}

async function enter(user: UserEvent, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== "") await user.type(field(name), text);
}

async function build(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole("button", { name: "Build sheet" }));
}

/** The row of a customer in the preview: usage, margin, status, floor. */
function customer(percentile: string): string[] {
  const row = screen.getByRole("rowheader", { name: percentile }).closest("tr");
  return within(row ?? document.body)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
}

/** What the preview says under a label. */
function figure(label: string): string | undefined {
  return screen.getByText(label).parentElement?.lastElementChild?.textContent;
}

function headline(): string | null {
  return screen.getByRole("status", { name: "Blended margin" }).textContent;
}

function formulasOf(plan: Plan | undefined): string[] {
  return (plan?.sheets ?? []).flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.do === "write"
        ? step.cells
            .flat()
            .flatMap((cell) => (cell && typeof cell === "object" ? [cell.formula] : []))
        : [],
    ),
  );
}

// The sample: P50 400 and P99 6,000 tasks, $0.06 a task, $9 fixed, $99 flat, target 60%.
describe("the tab Scenario", () => {
  it("starts with the sample", async () => {
    await openPane();
    expect(field("Usage at P50").value).toBe("400");
    expect(field("Usage at P99").value).toBe("6,000");
    expect(field("Cost per task").value).toBe("0.06");
    expect(field("Fixed cost").value).toBe("9");
    expect(field("Flat price").value).toBe("99");
    expect(field("Target margin").value).toBe("60");
    expect(field("Customers").value).toBe("1,000");
  });

  it("shows the figures of the sample before anything is built", async () => {
    const { host } = await openPane();
    // Mean usage 400 x EXP(1.164^2 / 2) = 787.61, cost 787.61 x 0.06 + 9 = 56.26, 1 - 56.26 / 99.
    expect(headline()).toBe("Blended margin43.2%Below healthy");
    // 1 - (400 x 0.06 + 9) / 99; floor 33 / 0.4
    expect(customer("P50")).toEqual(["66.7%", "At target", "$82.50"]);
    // Usage 1,778.08: cost 115.68; floor 115.68 / 0.4
    expect(customer("P90")).toEqual(["-16.9%", "Loss", "$289.21"]);
    // 1 - 369 / 99; floor 369 / 0.4
    expect(customer("P99")).toEqual(["-272.7%", "Loss", "$922.50"]);
    // 56.2566 / 0.4
    expect(figure("Portfolio floor, 60% blended margin")).toBe("$140.64");
    // Published figures of the sample.
    expect(figure("Customer-months below target")).toBe("41.7%");
    expect(figure("Loss-making customer-months")).toBe("12.8%");
    // (99 - 9) / 0.06
    expect(figure("Break-even usage, tasks a month")).toBe("1,500");
    // 99,000 - 1,000 x 56.2566
    expect(figure("Gross profit a month, all customers")).toBe("$42,743");
    expect(host.built).toEqual([]);
  });

  it("follows what is typed", async () => {
    const { user } = await openPane();
    await enter(user, "Flat price", "$1,000");
    // 1 - 33 / 1,000 at P50; 1 - 56.2566 / 1,000 blended
    expect(customer("P50")).toEqual(["96.7%", "At target", "$82.50"]);
    expect(headline()).toBe("Blended margin94.4%SaaS-like");
  });

  it.each([
    ["Usage at P50", "0", "Must be above 0, got 0"],
    ["Usage at P99", "300", "Must be at least the usage at P50 (400), got 300"],
    ["Flat price", "cheap", "“cheap” is not a number"],
    ["Flat price", "", "Enter a number"],
    ["Cost per task", "6%", "Not a percentage: leave out the %"],
    ["Target margin", "100%", "Must be below 100%, got 100%"],
    ["Target margin", "0.6", "Write 0.6% or 60%"],
    ["Customers", "1.5", "Must be a whole number, 1 or more, got 1.5"],
  ])("says at the field %s what is wrong with %j", async (name, text, message) => {
    const { user } = await openPane();
    await enter(user, name, text);
    expect(field(name).getAttribute("aria-invalid")).toBe("true");
    const described = field(name).getAttribute("aria-describedby")?.split(" ") ?? [];
    const texts = described.map((id) => document.getElementById(id)?.textContent);
    expect(texts).toContain(message);
    expect(headline()).toBe("Correct the marked fields to see the figures.");
  });

  it("builds nothing while a field is wrong and leads to the first one", async () => {
    const { host, user } = await openPane();
    await enter(user, "Flat price", "cheap");
    await enter(user, "Name of the scenario", "");
    await build(user);
    expect(document.activeElement).toBe(field("Name of the scenario"));
    expect(host.built).toEqual([]);
  });

  it("shows a figure that does not exist as its error, with the reason", async () => {
    const { user } = await openPane();
    await enter(user, "Flat price", "0");
    expect(customer("P50")).toEqual(["#DIV/0!", "#DIV/0!", "$82.50"]);
    expect(screen.getByText(/^#DIV\/0!: .*revenue/)).toBeTruthy();
  });

  it("builds one new sheet in ordinary formulas and says which", async () => {
    const { host, user } = await openPane();
    await enter(user, "Name of the scenario", "Existing");
    await build(user);
    expect(await screen.findByText("Built the sheet “Existing (2)”.")).toBeTruthy();
    expect(host.built.map(({ show }) => show)).toEqual(["Existing (2)"]);
    expect(formulasOf(host.built[0]).length).toBeGreaterThan(20);
    expect(formulasOf(host.built[0]).filter((formula) => formula.includes("AIM."))).toEqual([]);
  });

  it("builds with AIM functions where that is chosen", async () => {
    const { host, user } = await openPane();
    await user.click(screen.getByRole("radio", { name: /^AIM functions/ }));
    await build(user);
    await screen.findByText("Built the sheet “Flat seat at $99”.");
    expect(formulasOf(host.built[0]).filter((formula) => formula.includes("AIM."))).not.toEqual([]);
  });

  it("builds when Enter is pressed in a field", async () => {
    const { host, user } = await openPane();
    await user.type(field("Customers"), "{Enter}");
    await screen.findByText("Built the sheet “Flat seat at $99”.");
    expect(host.built).toHaveLength(1);
  });

  it("tells what it is doing and how far it is, and lets go once it is done", async () => {
    const { host, user } = await openPane();
    const letGo = host.hold();
    await build(user);
    const progress = screen.getByRole("status", { name: "Progress" });
    expect(progress.textContent).toBe("Building Flat seat at $99 …");
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("0.25");
    await build(user);
    letGo();
    await screen.findByText("Built the sheet “Flat seat at $99”.");
    expect(screen.queryByRole("progressbar")).toBeNull();
    // The second press came while the first build ran.
    expect(host.built).toHaveLength(1);
  });

  it("stops when it is cancelled, and keeps the keyboard's place", async () => {
    const { host, user } = await openPane();
    host.hold();
    await build(user);
    screen.getByRole("button", { name: "Cancel" }).focus();
    await user.keyboard("{Enter}");
    const said = await screen.findByText("Cancelled. Nothing was changed.");
    expect(document.activeElement).toBe(said);
    expect(host.built).toEqual([]);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows one message with details to copy after a failure, and builds again", async () => {
    const { host, user } = await openPane();
    host.failWith(new HostError("The sheets could not be built.", "GeneralException at line 3"));
    await build(user);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("The sheets could not be built.");
    await user.click(within(alert).getByRole("button", { name: "Copy details" }));
    await screen.findByText("Copied");
    const details = await navigator.clipboard.readText();
    expect(details).toContain("AIM 1.0.0, Workbook in memory");
    expect(details).toContain("GeneralException at line 3");
    // Nothing from the workbook or the form.
    expect(details).not.toContain("Flat seat at $99");
    await build(user);
    await screen.findByText("Built the sheet “Flat seat at $99”.");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows the details for copying by hand where the browser forbids copying", async () => {
    const { host, user } = await openPane();
    host.failWith(new HostError("It failed.", "RangeError"));
    await build(user);
    const alert = await screen.findByRole("alert");
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new Error("denied"));
    await user.click(within(alert).getByRole("button", { name: "Copy details" }));
    const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Text to copy" });
    expect(text.value).toContain("RangeError");
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe(text.value);
  });

  it("speaks plainly of an error of its own", async () => {
    const { host, user } = await openPane();
    host.failWith(new TypeError("x is undefined"));
    await build(user);
    expect((await screen.findByRole("alert")).textContent).toContain(
      "Something went wrong in AIM.",
    );
  });

  it("keeps what was typed while another tab is shown", async () => {
    const { user } = await openPane();
    await enter(user, "Flat price", "120");
    await showTab(user, "Functions");
    expect(screen.queryByRole("textbox", { name: "Flat price" })).toBeNull();
    await showTab(user, "Scenario");
    expect(field("Flat price").value).toBe("120");
  });
});
