/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario } from "../../src/scenario/scenario";
import { HostError } from "../../src/workbook/host";
import { addressOf, workbookWith } from "../scenario/saved-workbook";
import type { MemoryHost } from "./memory-host";
import { openPane } from "./open-pane";

function field(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>("textbox", { name });
}

function button(name: string): HTMLElement {
  return screen.getByRole("button", { name });
}

async function enter(user: UserEvent, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  await user.paste(text);
}

/** When a scenario was built, in the time of the computer. */
const BUILT = / · Built Nov \d\d, 2026, \d\d:\d\d$/;

/** What the list says of each scenario, without when it was built and without its buttons. */
function listed(): (string | null)[] {
  const region = screen.getByRole("region", { name: "Scenarios in this workbook" });
  return within(region)
    .queryAllByRole("listitem")
    .map(({ textContent }) =>
      textContent.replace(/(Open)?(Duplicate)?(Go to)?Remove$/, "").replace(BUILT, ""),
    );
}

function below(name: string): (string | null | undefined)[] {
  const described = field(name).getAttribute("aria-describedby")?.split(" ") ?? [];
  return described.map((id) => document.getElementById(id)?.textContent);
}

const DEARER = {
  ...SAMPLE,
  name: "Dearer",
  product: { ...SAMPLE.product, fixedCost: 19 },
};

/** A pane beside a workbook in which scenarios were built. */
async function openBeside(...scenarios: readonly Scenario[]) {
  const host = await workbookWith(...scenarios);
  const { user } = await openPane({ host });
  for (const { name } of scenarios) await screen.findByRole("button", { name: `Open ${name}` });
  return { host, user };
}

/** Opens a scenario and waits until the form has it. */
async function openScenario(user: UserEvent, name: string): Promise<void> {
  await user.click(button(`Open ${name}`));
  await screen.findByText(`You edit “${name}”.`);
}

async function compareBoth(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole("checkbox", { name: "Flat seat at $99" }));
  await user.click(screen.getByRole("checkbox", { name: "Dearer" }));
  await user.click(button("Compare"));
  await screen.findByText("Built the sheet “Compare”.");
}

const SAMPLE_LINE = "Flat seat at $9943.2% blended";
const NAME_TAKEN = "The workbook has a scenario of this name: choose another";

function note(): string | null | undefined {
  return screen.getByRole("status", { name: "What the form holds" }).parentElement?.textContent;
}

describe("the scenarios of the workbook", () => {
  it("are none at first", async () => {
    await openPane();
    expect(await screen.findByText("None yet. Build one below.")).toBeTruthy();
    expect(listed()).toEqual([]);
  });

  it("are listed with margin and date once they are built", async () => {
    const { user } = await openPane();
    await user.click(button("Build scenario"));
    expect(await screen.findByText("43.2% blended · Built Nov 23, 2026, 09:00")).toBeTruthy();
    expect(screen.getByText("You edit “Flat seat at $99”.")).toBeTruthy();
  });

  it("are found in the workbook by a pane that is opened later", async () => {
    await openBeside(SAMPLE, DEARER);
    // (99 - 47.2566 - 19) / 99
    expect(listed()).toEqual([SAMPLE_LINE, "Dearer33.1% blended"]);
    // The form starts with the sample, whose name is no fault of the user.
    expect(below("Name of the scenario")).not.toContain(NAME_TAKEN);
  });

  it("show the margin that the sheet has now, once they are read again", async () => {
    const { host, user } = await openBeside(SAMPLE);
    host.type("Summary", addressOf(host.built[0], "Summary", "summary.margin"), 0.25);
    await user.click(button("Refresh"));
    expect(await screen.findByText("25.0% blended", { exact: false })).toBeTruthy();
  });

  it("are gone to under the name that the sheet has", async () => {
    const { host, user } = await openBeside(SAMPLE);
    host.rename("Summary", "Board");
    await user.click(button("Refresh"));
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Go to Flat seat at $99" })).toBeTruthy();
    });
    await user.click(button("Go to Flat seat at $99"));
    expect(host.shown).toEqual(["Board"]);
  });

  it("say what is wrong with one that cannot be read, and leave Remove", async () => {
    const { host, user } = await openBeside(SAMPLE, DEARER);
    await host.remove(["Summary"]);
    await user.click(button("Refresh"));
    await waitFor(() => {
      expect(listed()[0]).toBe(
        "Flat seat at $99Its sheet Summary is gone, and with it what it was built from.",
      );
    });
    expect(screen.queryByRole("button", { name: "Open Flat seat at $99" })).toBeNull();
    expect(button("Remove Flat seat at $99")).toBeTruthy();
    expect(button("Open Dearer")).toBeTruthy();
  });

  it("tell in the message bar what the host cannot do", async () => {
    const { host, user } = await openBeside(SAMPLE);
    host.rename("Summary", "Board");
    await user.click(button("Go to Flat seat at $99"));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "There is no sheet named Summary.",
    );
  });
});

describe("a scenario that is opened", () => {
  it("fills the form, and says which it is", async () => {
    const { user } = await openBeside(SAMPLE, DEARER);
    await openScenario(user, "Dearer");
    expect(note()).toBe("You edit “Dearer”.");
    expect(field("Name of the scenario").value).toBe("Dearer");
    expect(field("Fixed cost per customer").value).toBe("19");
    expect(document.activeElement).toBe(field("Name of the scenario"));
    expect(button("Build as a new scenario")).toBeTruthy();
    expect(button("Replace “Dearer”")).toBeTruthy();
  });

  it("has what was changed on its sheets, and says what that is", async () => {
    const { host, user } = await openBeside(SAMPLE);
    const [plan] = host.built;
    host.type("Assumptions", addressOf(plan, "Assumptions", "fixedCost"), 12);
    host.type("Assumptions", addressOf(plan, "Assumptions", "targetMargin"), 0.7);
    host.type("Assumptions", addressOf(plan, "Assumptions", "customers"), "many");
    await user.click(button("Open Flat seat at $99"));
    await waitFor(() => {
      expect(note()).toBe(
        "You edit “Flat seat at $99”." +
          "2 inputs were changed on the sheets after they were built. The form has what the sheets have now:" +
          "Fixed cost per customer: 9 → 12Target gross margin: 60% → 70%" +
          "One input was changed on the sheets in a way that the form cannot hold. The form has what was built:" +
          "Paying customers: 1,000 → many",
      );
    });
    expect(field("Fixed cost per customer").value).toBe("12");
    expect(field("Paying customers").value).toBe("1,000");
  });

  it("is built as another one under another name alone", async () => {
    const { host, user } = await openBeside(SAMPLE);
    await openScenario(user, "Flat seat at $99");
    await user.click(button("Build as a new scenario"));
    expect(below("Name of the scenario")).toContain(NAME_TAKEN);
    expect(document.activeElement).toBe(field("Name of the scenario"));
    expect(host.built).toHaveLength(1);
    await enter(user, "Name of the scenario", "Flat seat again");
    expect(below("Name of the scenario")).not.toContain(NAME_TAKEN);
    await user.click(button("Build as a new scenario"));
    await screen.findByText("Built 10 sheets and opened “Summary (2)”.");
    expect(listed()).toHaveLength(2);
  });

  it("is not built twice from the form's sample under one name", async () => {
    const { host, user } = await openBeside(SAMPLE);
    await user.click(button("Build scenario"));
    expect(below("Name of the scenario")).toContain(NAME_TAKEN);
    expect(document.activeElement).toBe(field("Name of the scenario"));
    expect(await host.sheetNames()).toHaveLength(11);
  });

  it("cannot get the name of another one, whatever its case", async () => {
    const { user } = await openBeside(SAMPLE, DEARER);
    await openScenario(user, "Dearer");
    await enter(user, "Name of the scenario", " flat SEAT at $99");
    expect(below("Name of the scenario")).toContain(NAME_TAKEN);
    expect(screen.getByText("One field is to be corrected first.")).toBeTruthy();
  });

  it("is replaced: new sheets first, then the old ones go, and what compares them", async () => {
    const { host, user } = await openBeside(SAMPLE, DEARER);
    await compareBoth(user);
    await openScenario(user, "Dearer");
    await enter(user, "Fixed cost per customer", "29");
    const replace = button("Replace “Dearer”");
    expect(
      document.getElementById(replace.getAttribute("aria-describedby") ?? "")?.textContent,
    ).toBe(
      "Replace builds the new sheets first, then takes the old ones of “Dearer” away, with Compare sheets that show it. Formulas elsewhere that point to them lose them (#REF!).",
    );
    await user.click(replace);
    await screen.findByText("Built 10 sheets and opened “Summary (3)”.");
    await waitFor(async () => {
      expect(await host.sheetNames()).toHaveLength(21);
    });
    expect(await host.sheetNames()).not.toContain("Summary (2)");
    expect(await host.sheetNames()).not.toContain("Compare");
    // (99 - 47.2566 - 29) / 99
    await waitFor(() => {
      expect(listed()).toEqual([SAMPLE_LINE, "Dearer23.0% blended"]);
    });
  });

  it.each([
    [
      "cancelled",
      async (host: MemoryHost, user: UserEvent) => {
        host.hold();
        await user.click(button("Replace “Flat seat at $99”"));
        await user.click(button("Cancel"));
        await screen.findByText("Cancelled. Nothing was changed.");
      },
    ],
    [
      "failed",
      async (host: MemoryHost, user: UserEvent) => {
        host.failWith(new HostError("The sheets could not be built; nothing was changed.", ""));
        await user.click(button("Replace “Flat seat at $99”"));
        await screen.findByRole("alert");
      },
    ],
  ])("keeps its old sheets when the replacing build is %s", async (_it, attempt) => {
    const { host, user } = await openBeside(SAMPLE);
    await openScenario(user, "Flat seat at $99");
    const before = await host.sheetNames();
    await attempt(host, user);
    expect(await host.sheetNames()).toEqual(before);
    expect(listed()).toEqual([SAMPLE_LINE]);
  });

  it("is copied under a new name, changes on its sheets included", async () => {
    const { host, user } = await openBeside(SAMPLE);
    host.type("Assumptions", addressOf(host.built[0], "Assumptions", "fixedCost"), 12);
    await user.click(button("Duplicate Flat seat at $99"));
    await waitFor(() => {
      expect(field("Name of the scenario").value).toBe("What if: Flat seat at $99");
    });
    expect(field("Fixed cost per customer").value).toBe("12");
    expect(document.activeElement).toBe(field("Name of the scenario"));
    expect(screen.queryByRole("status", { name: "What the form holds" })).toBeNull();
    await user.click(button("Build scenario"));
    await screen.findByText("Built 10 sheets and opened “Summary (2)”.");
    await user.click(button("Duplicate Flat seat at $99"));
    await waitFor(() => {
      expect(field("Name of the scenario").value).toBe("What if 2: Flat seat at $99");
    });
  });
});

describe("removing a scenario", () => {
  it("asks first, naming each sheet that goes, and Keep gives the focus back", async () => {
    const { host, user } = await openBeside(SAMPLE);
    host.rename("Prices", "Model prices");
    button("Remove Flat seat at $99").focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("alertdialog", { name: "Remove “Flat seat at $99”?" });
    expect(within(dialog).getByText("These 10 sheets go for good:", { exact: false })).toBeTruthy();
    expect(
      within(dialog)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual([
      "Summary",
      "Assumptions",
      "Cost to serve",
      "Tariffs",
      "Usage tail",
      "Levers",
      "Forecast",
      "Sensitivity",
      "Model prices",
      "Checks",
    ]);
    // A second Enter removes nothing.
    const keep = within(dialog).getByRole("button", { name: "Keep them" });
    await waitFor(() => {
      expect(document.activeElement).toBe(keep);
    });
    await user.keyboard("{Enter}");
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(document.activeElement).toBe(button("Remove Flat seat at $99"));
    expect(await host.sheetNames()).toHaveLength(11);
  });

  it("is left by Escape", async () => {
    const { host, user } = await openBeside(SAMPLE);
    await user.click(button("Remove Flat seat at $99"));
    await screen.findByRole("alertdialog");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(document.activeElement).toBe(button("Remove Flat seat at $99"));
    expect(await host.sheetNames()).toHaveLength(11);
  });

  it("takes its sheets away and those that compare it, and nothing else", async () => {
    const { host, user } = await openBeside(SAMPLE, DEARER);
    await compareBoth(user);
    await user.click(button("Remove Flat seat at $99"));
    const dialog = await screen.findByRole("alertdialog");
    expect(within(dialog).getByText("Compare, which compares it")).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Remove 11 sheets" }));
    await screen.findByText("Removed “Flat seat at $99”: 11 sheets.");
    expect(document.activeElement).toBe(
      screen.getByRole("heading", { name: "Scenarios in this workbook" }),
    );
    const left = await host.sheetNames();
    expect(left).toHaveLength(11);
    expect(left[0]).toBe("Existing");
    expect(left.slice(1).every((name) => name.endsWith(" (2)"))).toBe(true);
    expect(listed()).toHaveLength(1);
  });

  it("takes nothing away after a failure, and says why", async () => {
    const { host, user } = await openBeside(SAMPLE);
    await user.click(button("Remove Flat seat at $99"));
    const dialog = await screen.findByRole("alertdialog");
    host.failWith(new HostError("The structure of the workbook is protected.", "protected"));
    await user.click(within(dialog).getByRole("button", { name: "Remove 10 sheets" }));
    expect((await screen.findByRole("alert")).textContent).toContain("is protected");
    expect(await host.sheetNames()).toHaveLength(11);
    expect(listed()).toEqual([SAMPLE_LINE]);
  });

  it("leaves the form what it holds, as a scenario that is new", async () => {
    const { user } = await openBeside(SAMPLE);
    await openScenario(user, "Flat seat at $99");
    await enter(user, "Fixed cost per customer", "12");
    await user.click(button("Remove Flat seat at $99"));
    await user.click(await screen.findByRole("button", { name: "Remove 10 sheets" }));
    await screen.findByText("Removed “Flat seat at $99”: 10 sheets.");
    expect(field("Fixed cost per customer").value).toBe("12");
    expect(button("Build scenario")).toBeTruthy();
  });
});

describe("comparing", () => {
  it("takes two scenarios or more", async () => {
    const { host, user } = await openBeside(SAMPLE, DEARER);
    expect(button("Compare").getAttribute("aria-disabled")).toBe("true");
    await user.click(screen.getByRole("checkbox", { name: "Dearer" }));
    await user.click(button("Compare"));
    expect(host.built).toHaveLength(2);
    await user.click(screen.getByRole("checkbox", { name: "Flat seat at $99" }));
    await user.click(button("Compare"));
    await screen.findByText("Built the sheet “Compare”.");
    // In the order of the workbook, whichever was ticked first.
    const written = host.built[2]?.sheets[0]?.steps.flatMap((step) =>
      step.do === "write" ? step.cells : [],
    );
    expect(written?.[3]).toEqual(["Figure", "Unit", SAMPLE.name, "Dearer", "Difference"]);
  });

  it("has nothing to choose where there is one scenario alone", async () => {
    await openBeside(SAMPLE);
    expect(screen.queryByRole("button", { name: "Compare" })).toBeNull();
    expect(screen.queryByRole("checkbox", { name: SAMPLE.name })).toBeNull();
  });
});
