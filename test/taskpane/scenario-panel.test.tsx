/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { HostError } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";
import { openPane, showTab } from "./open-pane";

function field(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>("textbox", { name });
}

/** Puts a text into a field at once: letter by letter, the figures follow each of them. */
async function put(user: UserEvent, input: HTMLElement, text: string): Promise<void> {
  await user.clear(input);
  if (text !== "") await user.paste(text);
}

async function enter(user: UserEvent, name: string, text: string): Promise<void> {
  await put(user, field(name), text);
}

async function build(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole("button", { name: "Build scenario" }));
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

/** Opens or closes a section. */
async function unfold(user: UserEvent, name: string): Promise<void> {
  await user.click(screen.getByRole("button", { name: new RegExp(`^${name}`) }));
}

/** What stands below a field: hint and message. */
function below(input: HTMLElement): (string | null | undefined)[] {
  const described = input.getAttribute("aria-describedby")?.split(" ") ?? [];
  return described.map((id) => document.getElementById(id)?.textContent);
}

const BUILT = "Built 10 sheets and opened “Summary”.";

// The sample: P50 400 and P99 6,000 tasks, $0.06 a task, $9 fixed, $99 flat, target 60%.
describe("the tab Scenario", () => {
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
    expect(figure("Stressed portfolio floor")).toBe("$156.14");
    expect(figure("Customer-months below target")).toBe("41.7%");
    expect(figure("Customer-months at a loss")).toBe("12.8%");
    expect(figure("Cost of a task")).toBe("$0.0600");
    // 99,000 - 1,000 x 56.2566
    expect(figure("Gross profit a month, all customers")).toBe("$42,743");
    expect(host.built).toEqual([]);
  });

  it("draws the margin of each tariff by usage and says it in a table, too", async () => {
    await openPane();
    expect(screen.getByRole("img", { name: /^Margin by usage of a customer/ })).toBeTruthy();
    const table = screen.getByRole("table", { name: "Margin by usage of a customer" });
    const seat = within(table).getByRole("rowheader", { name: "Flat seat" }).closest("tr");
    const cells = within(seat ?? table).getAllByRole("cell");
    // P50 1 - 33 / 99 and P99 1 - 369 / 99, as above.
    expect(cells[2]?.textContent).toBe("66.7%");
    expect(cells[6]?.textContent).toBe("-272.7%");
    // Six tariffs and the target
    expect(within(table).getAllByRole("rowheader")).toHaveLength(7);
  });

  it("follows what is typed", async () => {
    const { user } = await openPane();
    await user.clear(field("Fixed cost per customer"));
    await user.type(field("Fixed cost per customer"), "$19");
    // 1 - (400 x 0.06 + 19) / 99; floor 43 / 0.4
    expect(customer("P50")).toEqual(["56.6%", "Below target", "$107.50"]);
    // 1 - (47.2566 + 19) / 99
    expect(headline()).toBe("Blended margin33.1%Flagged");
  });

  it("says at a field what is wrong with it, in each section", async () => {
    const { user } = await openPane();
    for (const section of ["Usage", "Targets", "Growth"]) await unfold(user, section);
    for (const [name, text, message] of [
      ["Usage at P50", "0", "Must be above 0, got 0"],
      ["Usage at the upper percentile", "300", "Must be at least the usage at P50 (400), got 300"],
      ["Fixed cost per customer", "cheap", "“cheap” is not a number"],
      ["Fixed cost per customer", "", "Enter a number"],
      ["Fixed cost per customer", "6%", "Not a percentage: leave out the %"],
      ["Target gross margin", "100%", "Must be below 100%, got 100%"],
      ["Target gross margin", "0.6", "Write 0.6% or 60%"],
      ["Paying customers", "0", "Must be a whole number, 1 or more, got 0"],
      ["Months of the forecast", "61", "Must be a whole number, from 12 to 60, got 61"],
      ["Name of the scenario", "", "Enter a name"],
    ] as const) {
      const input = field(name);
      const before = input.value;
      await put(user, input, text);
      const one = screen.queryByText("One field is to be corrected first.") !== null;
      const said = { invalid: input.getAttribute("aria-invalid"), below: below(input), one };
      expect({ name, text, ...said }).toEqual({
        name,
        text,
        invalid: "true",
        below: expect.arrayContaining([message]),
        one: true,
      });
      await put(user, input, before);
    }
    expect(screen.queryByText("One field is to be corrected first.")).toBeNull();
  });

  it("shows no figures while a number is wrong", async () => {
    const { user } = await openPane();
    await enter(user, "Paying customers", "0");
    expect(headline()).toBe("Correct the marked fields to see the figures.");
    await enter(user, "Paying customers", "1");
    expect(headline()).toBe("Blended margin43.2%Below healthy");
  });

  it("builds nothing while a field is wrong and leads to it, in a closed section too", async () => {
    const { host, user } = await openPane();
    await unfold(user, "Growth");
    await enter(user, "Months of the forecast", "61");
    await unfold(user, "Growth");
    expect(screen.queryByLabelText("Months of the forecast")).toBeNull();
    await build(user);
    expect(document.activeElement).toBe(field("Months of the forecast"));
    expect(host.built).toEqual([]);
  });

  it("says which tier does not lie above the one before", async () => {
    const { user } = await openPane();
    await unfold(user, "Tariffs");
    const graduated = within(screen.getByRole("group", { name: "4. Graduated" }));
    const second = graduated.getByRole<HTMLInputElement>("textbox", { name: "Tier 2: up to" });
    await put(user, second, "500");
    expect(screen.getByText("Must be above the tier before (500), got 500")).toBeTruthy();
    expect(second.getAttribute("aria-invalid")).toBe("true");
  });

  it("adds tiers up to five, and takes them away", async () => {
    const { user } = await openPane();
    await unfold(user, "Tariffs");
    const graduated = within(screen.getByRole("group", { name: "4. Graduated" }));
    for (let more = 0; more < 3; more++) {
      await user.click(graduated.getByRole("button", { name: "Add a tier" }));
    }
    expect(graduated.getAllByRole("textbox", { name: /unit price$/ })).toHaveLength(5);
    await user.click(graduated.getByRole("button", { name: "Remove a tier" }));
    expect(graduated.getAllByRole("textbox", { name: /unit price$/ })).toHaveLength(4);
  });

  it("keeps the tariff in focus when another is removed, and adds up to six", async () => {
    const { host, user } = await openPane();
    await unfold(user, "Tariffs");
    await user.click(screen.getByRole("button", { name: "Remove Metered" }));
    expect(headline()).toBe("Blended margin43.2%Below healthy");
    await user.click(screen.getByRole("button", { name: "Add a tariff" }));
    await user.click(screen.getByRole("button", { name: "Add a tariff" }));
    expect(screen.getAllByRole("button", { name: /^Remove Tariff/ })).toHaveLength(1);
    await build(user);
    await screen.findByText(BUILT);
    expect(JSON.stringify(host.built[0])).not.toContain("Metered");
  });

  it("works with another type of the tariff in focus", async () => {
    const { user } = await openPane();
    await unfold(user, "Tariffs");
    const seat = within(screen.getByRole("group", { name: "1. Flat seat" }));
    await user.selectOptions(seat.getByRole("combobox", { name: "Type" }), "Metered");
    await put(user, seat.getByRole("textbox", { name: "Base fee per seat" }), "0");
    await put(user, seat.getByRole("textbox", { name: "Tier 1: unit price" }), "0.3");
    // 400 x 0.3 = 120: 1 - 33 / 120
    expect(customer("P50")).toEqual(["72.5%", "At target", "$82.50"]);
  });

  it("pins the prices of a model of the catalog, and knows which there are none of", async () => {
    const { host, user } = await openPane();
    const [agent] = screen.getAllByRole<HTMLInputElement>("combobox", { name: "Model" });
    if (!agent) throw new Error("no model to choose");
    await put(user, agent, "claude-3-opsu");
    expect(screen.getByText(/^Unknown model "claude-3-opsu"; did you mean/)).toBeTruthy();
    await put(user, agent, "claude-3-haik");
    await user.type(agent, "u");
    await user.click(
      screen.getByRole("option", { name: /^claude-3-haiku.*\$0\.25.* in, \$1\.25/ }),
    );
    // $0.25 in and $1.25 out in place of $3 and $15: 0.045 / 12 = 0.00375, and 0.015 for the rest.
    expect(figure("Cost of a task")).toBe("$0.0188");
    await build(user);
    await screen.findByText(BUILT);
    expect(JSON.stringify(host.built[0])).toContain("genai-prices");
  });

  it("adds a model to the task and takes it away", async () => {
    const { user } = await openPane();
    await user.click(screen.getByRole("button", { name: "Remove Query rewriting" }));
    // 0.06 - 0.0004
    expect(figure("Cost of a task")).toBe("$0.0596");
    await user.click(screen.getByRole("button", { name: "Add a model" }));
    // 1,000 x $3 + 200 x $15 per million = 0.006
    expect(figure("Cost of a task")).toBe("$0.0656");
  });

  it("goes on with the same inputs under a new name, and back to the sample", async () => {
    const { user } = await openPane();
    await enter(user, "Fixed cost per customer", "19");
    await user.click(screen.getByRole("button", { name: "What if …" }));
    expect(field("Name of the scenario").value).toBe("What if: Flat seat at $99");
    expect(document.activeElement).toBe(field("Name of the scenario"));
    expect(field("Fixed cost per customer").value).toBe("19");
    await user.click(screen.getByRole("button", { name: "What if …" }));
    expect(field("Name of the scenario").value).toBe("What if 2: Flat seat at $99");
    await user.click(screen.getByRole("button", { name: "Use the sample" }));
    expect(field("Name of the scenario").value).toBe("Flat seat at $99");
    expect(field("Fixed cost per customer").value).toBe("9");
  });

  it("says in words that there is no margin without revenue", async () => {
    const { user } = await openPane();
    await unfold(user, "Tariffs");
    const seat = within(screen.getByRole("group", { name: "1. Flat seat" }));
    await put(user, seat.getByRole("textbox", { name: "Base fee per seat" }), "0");
    expect(customer("P50")).toEqual(["no revenue", "Loss", "$82.50"]);
  });

  it("builds ten new sheets in ordinary formulas and says so", async () => {
    const { host, user } = await openPane();
    await build(user);
    expect(await screen.findByText(BUILT)).toBeTruthy();
    expect(host.built.map(({ show }) => show)).toEqual(["Summary"]);
    expect(formulasOf(host.built[0]).length).toBeGreaterThan(1000);
    expect(formulasOf(host.built[0]).filter((formula) => formula.includes("AIM."))).toEqual([]);
    await enter(user, "Name of the scenario", "Once more");
    await user.click(screen.getByRole("button", { name: "Build as a new scenario" }));
    expect(await screen.findByText("Built 10 sheets and opened “Summary (2)”.")).toBeTruthy();
  });

  it("builds with AIM functions where that is chosen", async () => {
    const { host, user } = await openPane();
    await user.click(screen.getByRole("radio", { name: /^AIM functions/ }));
    await build(user);
    await screen.findByText(BUILT);
    expect(formulasOf(host.built[0]).filter((formula) => formula.includes("AIM."))).not.toEqual([]);
  });

  it("builds when Enter is pressed in a field", async () => {
    const { host, user } = await openPane();
    await user.type(field("Paying customers"), "{Enter}");
    await screen.findByText(BUILT);
    expect(host.built).toHaveLength(1);
  });

  it("tells what it is doing and how far it is, and lets go once it is done", async () => {
    const { host, user } = await openPane();
    const letGo = host.hold();
    await build(user);
    const progress = screen.getByRole("status", { name: "Progress" });
    expect(progress.textContent).toBe("Building Summary …");
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("0.25");
    await build(user);
    letGo();
    await screen.findByText(BUILT);
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
    await screen.findByText(BUILT);
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
    await enter(user, "Fixed cost per customer", "120");
    await showTab(user, "Functions");
    expect(screen.queryByRole("textbox", { name: "Fixed cost per customer" })).toBeNull();
    await showTab(user, "Scenario");
    expect(field("Fixed cost per customer").value).toBe("120");
  });
});
