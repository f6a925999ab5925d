/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { PaneOptions } from "../../src/taskpane/mount";
import type { SharedCopy, ShareFile } from "../../src/taskpane/share-file";
import { SAMPLE } from "../../src/scenario/sample";
import { HostError, type Run } from "../../src/workbook/host";
import type { Book } from "../../src/workbook/share/book";
import { addressOf, workbookWith } from "../scenario/saved-workbook";
import { book, bookSheet } from "../workbook/share/small-book";
import { type MemoryHost, memoryHost } from "./memory-host";
import { openPane, showTab } from "./open-pane";

const QUIET: Run = { signal: new AbortController().signal, onProgress: () => undefined };

/** Margins of 99 less 33 and of 50 less 20, one formula that fills both and one in a name. */
const SALES: Book = book({
  sheets: [
    bookSheet("Sales", [
      { row: 0, column: 0, value: 99 },
      { row: 0, column: 1, value: 33 },
      // (99 - 33) / 99
      { row: 0, column: 2, value: 2 / 3, formula: "=AIM.GROSSMARGIN(A1,B1)" },
      {
        row: 0,
        column: 3,
        value: 2 / 3,
        formula: "=AIM.GROSSMARGIN(A1:A2,B1:B2)",
        fills: { rows: 2, columns: 1 },
        kind: "dynamic",
      },
      { row: 1, column: 0, value: 50 },
      { row: 1, column: 1, value: 20 },
      // (50 - 20) / 50
      { row: 1, column: 3, value: 0.6 },
    ]),
  ],
  names: [{ name: "Margin", formula: "=AIM.GROSSMARGIN(Sales!$A$1,Sales!$B$1)" }],
});

function button(name: string): HTMLElement {
  return screen.getByRole("button", { name });
}

function section(name: string): HTMLElement {
  return screen.getByRole("region", { name });
}

function said(): string | null {
  return screen.getByRole("status", { name: "Check of the workbook" }).textContent;
}

/** The pane's tab Share beside a workbook. */
async function openShare(opened: Book | undefined, options: Partial<PaneOptions> = {}) {
  const host = memoryHost();
  if (opened) host.withBook(opened);
  const { user } = await openPane({ host, ...options });
  await showTab(user, "Share");
  return { host, user };
}

async function contents(host: MemoryHost): Promise<Book> {
  return host.readBook(QUIET);
}

/** Asks for a share-safe workbook and waits for the question. */
async function askToShare(user: UserEvent): Promise<HTMLElement> {
  await user.click(button("Make share-safe …"));
  return screen.findByRole("alertdialog", { name: "Make this workbook share-safe?" });
}

async function share(user: UserEvent): Promise<void> {
  const dialog = await askToShare(user);
  await user.click(within(dialog).getByRole("button", { name: "Change 3 formulas" }));
  await screen.findByRole("heading", { name: "Made share-safe" });
}

describe("the check of the workbook", () => {
  it("lists what needs the add-in by kind, each with its place, and goes there", async () => {
    const { host, user } = await openShare(SALES);
    await user.click(button("Check workbook"));
    await screen.findByRole("heading", { name: "Formulas that need the add-in (3)" });
    expect(said()).toBe("3 things found.");
    const items = within(
      screen.getByRole("list", { name: "Formulas that need the add-in" }),
    ).getAllByRole("listitem");
    expect(items.map(({ textContent }) => textContent)).toEqual([
      "Sales!C1Go toWithout the add-in it turns into #NAME? when it is calculated anew.=AIM.GROSSMARGIN(A1,B1)",
      "Sales!D1Go toWithout the add-in it turns into #NAME? when it is calculated anew.=AIM.GROSSMARGIN(A1:A2,B1:B2)",
      "MarginThe name stands for nothing without the add-in.=AIM.GROSSMARGIN(Sales!$A$1,Sales!$B$1)",
    ]);
    await user.click(button("Go to Sales!D1"));
    expect(host.shown).toEqual(["Sales!D1"]);
  });

  it("says that there is nothing", async () => {
    const { user } = await openShare(book({ sheets: [bookSheet("Sales", [])] }));
    await user.click(button("Check workbook"));
    await waitFor(() => {
      expect(said()).toBe("Nothing found: the workbook can be sent as it is.");
    });
  });

  it("shows a long list in part, and all of it when that is asked for", async () => {
    const cells = Array.from({ length: 12 }, (_, row) => ({
      row,
      column: 2,
      value: 1,
      formula: "=AIM.GROSSMARGIN(A1,B1)",
    }));
    const { user } = await openShare(book({ sheets: [bookSheet("Sales", cells)] }));
    await user.click(button("Check workbook"));
    await user.click(await screen.findByRole("button", { name: "Show all 12" }));
    const list = screen.getByRole("list", { name: "Formulas that need the add-in" });
    const items = within(list).getAllByRole("listitem");
    expect(items).toHaveLength(12);
    // The eleventh is the first that was not there before.
    expect(document.activeElement).toBe(items[10]);
    expect(screen.queryByRole("button", { name: "Show all 12" })).toBeNull();
  });

  it("finds numbers typed over the formulas of a scenario, and nothing in one as it was built", async () => {
    const host = await workbookWith(SAMPLE);
    const { user } = await openPane({ host });
    await showTab(user, "Share");
    await user.click(button("Check workbook"));
    await waitFor(() => {
      expect(said()).not.toBe("");
    });
    expect(screen.queryByRole("heading", { name: /typed over formulas/ })).toBeNull();
    const at = addressOf(host.built[0], "Summary", "summary.margin");
    const { sheets, ...others } = await contents(host);
    const typed = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const isIt = sheet.name === "Summary" && at === `C${cell.row + 1}` && cell.column === 2;
        return isIt ? { row: cell.row, column: 2, value: 0.5 } : cell;
      }),
    }));
    jest.spyOn(host, "readBook").mockResolvedValue({ ...others, sheets: typed });
    await user.click(button("Check workbook"));
    await screen.findByRole("heading", {
      name: "Numbers typed over formulas of a scenario (1)",
    });
    expect(button(`Go to Summary!${at}`)).toBeTruthy();
    expect(
      screen.getByText(/^Blended gross margin: a value stands where the scenario has a formula/),
    ).toBeTruthy();
  });

  it("tells in the message bar why the workbook cannot be read", async () => {
    const { host, user } = await openShare(SALES);
    host.failWith(new HostError("The workbook could not be read.", "AccessDenied"));
    await user.click(button("Check workbook"));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The workbook could not be read.",
    );
    expect(said()).toBe("");
  });
});

describe("making the workbook share-safe", () => {
  it("asks first, and changes nothing when the answer is no", async () => {
    const { host, user } = await openShare(SALES);
    const dialog = await askToShare(user);
    expect(dialog.textContent).toContain("3 formulas that call AIM will become ordinary Excel");
    expect(dialog.textContent).toContain("Excel’s undo does not bring them back.");
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("alertdialog")).toBeNull();
    });
    expect(document.activeElement).toBe(button("Make share-safe …"));
    expect(await contents(host)).toEqual(SALES);
  });

  it("replaces the formulas, keeps the figures and tells which sheets are new", async () => {
    const { host, user } = await openShare(SALES);
    const dialog = await askToShare(user);
    await user.type(within(dialog).getByRole("textbox", { name: /^Prepared by/ }), "Ada");
    await user.click(within(dialog).getByRole("button", { name: "Change 3 formulas" }));
    const heading = await screen.findByRole("heading", { name: "Made share-safe" });
    expect(document.activeElement).toBe(heading);
    const here = section("This workbook");
    expect(within(here).getByText("3 formulas are ordinary Excel now; 0 are values.")).toBeTruthy();
    // Seven cells of the sheet.
    expect(
      within(here).getByText("7 figures are the same as before, to a billionth."),
    ).toBeTruthy();
    expect(
      within(here).getByText("2 sheets were added: “AIM formulas”, “About these figures”."),
    ).toBeTruthy();
    const { sheets, names } = await contents(host);
    const formulas = sheets[0]?.cells.flatMap(({ formula }) => formula ?? []);
    expect(formulas).toEqual([
      "=IF(A1<0,#NUM!,(A1-B1)/A1)",
      "=IF(A1<0,#NUM!,(A1-B1)/A1)",
      "=IF(A2<0,#NUM!,(A2-B2)/A2)",
    ]);
    expect(names[0]?.formula).toMatch(/^=IF\(Sales!\$A\$1<0,#NUM!,/);
    expect(JSON.stringify(host.built.at(-1))).toContain("Ada");
    expect(host.madeQuiet()).toBe(1);
  });

  it("tells beside what was done what did not work afterwards", async () => {
    const { host, user } = await openShare(SALES);
    Object.assign(host, {
      afterSharing: () =>
        Promise.reject(new HostError("The workbook may still ask for the add-in.", "settings")),
    });
    await share(user);
    expect(screen.getByText("The workbook may still ask for the add-in.")).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Restore formulas …" })).toBeTruthy();
  });

  it("has nothing to ask where no formula calls AIM", async () => {
    const { user } = await openShare(book({ sheets: [bookSheet("Sales", [])] }));
    await user.click(button("Make share-safe …"));
    await waitFor(() => {
      expect(said()).toBe("Nothing found: the workbook can be sent as it is.");
    });
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  it("leaves the workbook as it was after Cancel, and says so", async () => {
    const { host, user } = await openShare(SALES);
    const dialog = await askToShare(user);
    const letGo = host.hold();
    await user.click(within(dialog).getByRole("button", { name: "Change 3 formulas" }));
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    const status = await screen.findByText("Cancelled. Nothing was changed.");
    expect(document.activeElement).toBe(status);
    letGo();
    expect(await contents(host)).toEqual(SALES);
    expect(screen.queryByRole("button", { name: "Restore formulas …" })).toBeNull();
  });

  it("leaves the workbook as it was where the host fails, and tells why", async () => {
    const { host, user } = await openShare(SALES);
    const dialog = await askToShare(user);
    host.failWith(new HostError("The sheet Sales is protected.", "AccessDenied"));
    await user.click(within(dialog).getByRole("button", { name: "Change 3 formulas" }));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The sheet Sales is protected.",
    );
    expect(await contents(host)).toEqual(SALES);
  });
});

describe("restoring the formulas", () => {
  it("asks first, and puts them back as they were", async () => {
    const { host, user } = await openShare(SALES);
    expect(screen.queryByRole("button", { name: "Restore formulas …" })).toBeNull();
    await share(user);
    await user.click(await screen.findByRole("button", { name: "Restore formulas …" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Restore the formulas?" });
    await user.click(within(dialog).getByRole("button", { name: "Restore formulas" }));
    const heading = await screen.findByRole("heading", { name: "3 formulas are back." });
    expect(document.activeElement).toBe(heading);
    expect(await contents(host)).toEqual(SALES);
    expect(await host.sheetNames()).toEqual(["Sales"]);
    expect(screen.queryByRole("button", { name: "Restore formulas …" })).toBeNull();
  });

  it("tells which rows cannot be read, and leaves the sheets then", async () => {
    const { host, user } = await openShare(SALES);
    await share(user);
    const damaged = await contents(host);
    jest.spyOn(host, "readBook").mockResolvedValue({
      ...damaged,
      sheets: damaged.sheets.map((sheet) => ({
        ...sheet,
        // Row 5 is the first formula, column H what it was.
        cells: sheet.cells.map((cell) =>
          sheet.name === "AIM formulas" && cell.row === 4 && cell.column === 7
            ? { ...cell, value: "gone" }
            : cell,
        ),
      })),
    });
    await user.click(button("Restore formulas …"));
    const dialog = await screen.findByRole("alertdialog", { name: "Restore the formulas?" });
    await user.click(within(dialog).getByRole("button", { name: "Restore formulas" }));
    await screen.findByRole("heading", { name: "2 formulas are back." });
    expect(
      screen.getByText(/^Row 5 of the sheet “AIM formulas” cannot be read: its sheets stay/),
    ).toBeTruthy();
    expect(await host.sheetNames()).toContain("AIM formulas");
  });
});

const COPY: SharedCopy = {
  report: {
    records: [
      {
        where: "cell",
        sheet: "Sales",
        at: "C1",
        formula: "=AIM.GROSSMARGIN(A1,B1)",
        became: "formula",
        now: "=(A1-B1)/A1",
      },
    ],
    left: [],
    same: 1,
    changed: [],
    notChecked: [],
  },
  facts: { isMacroEnabled: true, isSigned: true, calculatesOnOpening: true },
  saved: { to: "downloads", name: "Plan (share-safe).xlsm" },
};

/** "PK", how every .xlsx begins. */
const BYTES = Uint8Array.of(0x50, 0x4b);

/** jsdom's files have no way to read them. */
function planFile(name = "Plan.xlsm"): File {
  return Object.assign(new File([BYTES], name), { arrayBuffer: async () => BYTES.buffer });
}

function dropped(...files: readonly File[]): Promise<void> {
  return act(async () => {
    fireEvent.drop(screen.getByRole("group", { name: "Workbook file" }), {
      dataTransfer: { files },
    });
  });
}

describe("a share-safe copy of a file", () => {
  it("is made of what is dropped, with what is to be known of it", async () => {
    const shareFile = jest.fn<ReturnType<ShareFile>, Parameters<ShareFile>>(async () => COPY);
    const { user } = await openShare(undefined, { shareFile });
    const here = section("As a new file");
    await user.type(within(here).getByRole("textbox", { name: /^Prepared by/ }), " Ada ");
    await dropped(planFile());
    await within(here).findByText("“Plan (share-safe).xlsm” is in your downloads.");
    expect(shareFile.mock.calls).toEqual([[BYTES, "Plan.xlsm", "Ada"]]);
    for (const text of [
      "1 formula is ordinary Excel now; 0 are values.",
      "1 figure is the same as before, to a billionth.",
      "Its macros are kept as they are, so the copy ends in .xlsm.",
      "Its digital signature is left out: no copy can keep it.",
      "Excel calculates all of it anew when it is opened, as it did with the original.",
    ]) {
      expect(within(here).getByText(text)).toBeTruthy();
    }
  });

  it("is made of what is chosen", async () => {
    const shareFile = jest.fn<ReturnType<ShareFile>, Parameters<ShareFile>>(async () => COPY);
    const { user } = await openShare(undefined, { shareFile });
    await user.upload(screen.getByLabelText("Workbook file to choose"), planFile());
    await screen.findByText("“Plan (share-safe).xlsm” is in your downloads.");
    expect(shareFile.mock.calls).toEqual([[BYTES, "Plan.xlsm"]]);
  });

  it("is made of the open workbook where the host hands it out, and opened", async () => {
    const shareFile = jest.fn<ReturnType<ShareFile>, Parameters<ShareFile>>(async () => ({
      ...COPY,
      saved: { to: "newWorkbook" },
    }));
    const workbookFile = async () => ({ name: "Open.xlsx", bytes: BYTES });
    const { user } = await openShare(undefined, { shareFile, workbookFile });
    await user.click(button("Share-safe copy of this workbook"));
    await screen.findByText("Opened as a new workbook: save it where you want it.");
    expect(shareFile.mock.calls).toEqual([[BYTES, "Open.xlsx"]]);
  });

  it("is not offered of a workbook that the host does not hand out", async () => {
    await openShare(undefined);
    expect(screen.queryByRole("button", { name: "Share-safe copy of this workbook" })).toBeNull();
  });

  it("tells what a file is that cannot be read, and takes the next", async () => {
    const shareFile = jest
      .fn<ReturnType<ShareFile>, Parameters<ShareFile>>()
      .mockRejectedValueOnce(new HostError("The file has a password.", "encrypted"))
      .mockResolvedValueOnce(COPY);
    await openShare(undefined, { shareFile });
    await dropped(planFile());
    expect((await screen.findByRole("alert")).textContent).toContain("The file has a password.");
    expect(screen.getByRole("status", { name: "Share-safe copy" }).textContent).toBe("");
    await dropped(planFile());
    await screen.findByText("“Plan (share-safe).xlsm” is in your downloads.");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is made of one file at a time", async () => {
    const shareFile = jest.fn<ReturnType<ShareFile>, Parameters<ShareFile>>(async () => COPY);
    await openShare(undefined, { shareFile });
    await dropped(planFile("A.xlsx"), planFile("B.xlsx"));
    expect((await screen.findByRole("alert")).textContent).toContain("One workbook at a time");
    expect(shareFile).not.toHaveBeenCalled();
  });
});
