/** @jest-environment jsdom */
import { act, screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { FUNCTIONS } from "../../src/functions";
import type { FunctionMetadata } from "../../src/functions/function-metadata";
import { type CellValue, HostError } from "../../src/workbook/host";
import { functionMetadata } from "../functions/function-metadata";
import { type OpenPane, openPane, showTab } from "./open-pane";

async function check(user: UserEvent): Promise<void> {
  await showTab(user, "Functions");
  await user.click(screen.getByRole("button", { name: "Check functions" }));
}

/** Checks in cells that answer what `answer` makes of the right answers. */
async function checkInSheet(answer: (value: CellValue) => CellValue): Promise<OpenPane> {
  const pane = await openPane();
  pane.host.answerWith(answer);
  await check(pane.user);
  await pane.user.click(screen.getByRole("button", { name: "Check in a new sheet" }));
  return pane;
}

describe("the check of the functions", () => {
  it("finds every worked example right without touching the workbook, and says so", async () => {
    const { host, user } = await openPane();
    await check(user);
    expect(screen.getByText(/^All \d+ functions give the right answers/).textContent).toContain(
      "No cell was touched, so whether cells know them was not tested.",
    );
    expect(host.built).toEqual([]);
    expect(host.inserted).toEqual([]);
  });

  it("notices a list of functions that is of another version", async () => {
    const now = await functionMetadata();
    const old: readonly FunctionMetadata[] = now.flatMap((entry) => {
      if (entry.id === "PRICEFLOOR") return [];
      return entry.id === "GROSSMARGIN" ? [{ ...entry, parameters: [] }] : [entry];
    });
    const { user } = await openPane({ loadMetadata: async () => old });
    await check(user);
    expect(screen.getByText(/list of functions is of another version/)).toBeTruthy();
    expect(screen.getByText("GROSSMARGIN: has other parameters there")).toBeTruthy();
    expect(screen.getByText("PRICEFLOOR: is missing there")).toBeTruthy();
    expect(screen.getByText("How to repair it")).toBeTruthy();
  });

  it("asks cells of a new sheet, one for each worked example", async () => {
    const { host } = await checkInSheet((value) => value);
    expect(await screen.findByText(/^Functions registered and giving right answers/)).toBeTruthy();
    expect(host.built.map(({ show }) => show)).toEqual(["AIM check"]);
    const steps = host.built[0]?.sheets[0]?.steps ?? [];
    const write = steps.find((step) => step.do === "write");
    const examples = [...FUNCTIONS.values()].flatMap(({ examples }) => [...examples]);
    // A heading, and a row for each example.
    expect(write?.do === "write" && write.cells.length).toBe(1 + examples.length);
  });

  it.each<[string, (value: CellValue) => CellValue, RegExp]>([
    ["right", (value) => value, /^Functions registered and giving right answers/],
    ["unknown", () => "#NAME?", /does not know the functions/],
    ["wrong", () => 7, /^Some answers are not the right ones/],
  ])("removes its sheet again when the answers are %s", async (_what, answer, verdict) => {
    const { host } = await checkInSheet(answer);
    expect(await screen.findByText(verdict)).toBeTruthy();
    expect(host.built).toHaveLength(1);
    expect(await host.sheetNames()).toEqual(["Existing"]);
    expect(screen.queryByText(/Built the sheet/)).toBeNull();
  });

  it("removes its sheet again when the answers cannot be read", async () => {
    const { host } = await checkInSheet(() => {
      throw new HostError("The workbook has gone.", "no workbook");
    });
    expect(await screen.findByText("The workbook has gone.")).toBeTruthy();
    expect(await host.sheetNames()).toEqual(["Existing"]);
  });

  it("gives its verdict and says so where its sheet cannot be removed", async () => {
    const { host, user } = await openPane();
    host.answerWith((value) => {
      host.failWith(new HostError("The sheets could not be removed.", "AccessDenied"));
      return value;
    });
    await check(user);
    await user.click(screen.getByRole("button", { name: "Check in a new sheet" }));
    expect(await screen.findByText(/^Functions registered and giving right answers/)).toBeTruthy();
    expect(screen.getByText("The sheets could not be removed.")).toBeTruthy();
    expect(await host.sheetNames()).toEqual(["Existing", "AIM check"]);
  });

  it("says what to do where cells do not know the functions", async () => {
    await checkInSheet(() => "#NAME?");
    expect(await screen.findByText(/does not know the functions \(#NAME\?\)/)).toBeTruthy();
    expect(screen.getByText(/^Close this pane and open it again/)).toBeTruthy();
  });

  it("names what cells answer wrongly, and copies a report", async () => {
    const { user } = await checkInSheet((value) => (value === 0.6 ? 0.61 : value));
    expect(
      await screen.findByText("GROSSMARGIN: =AIM.GROSSMARGIN(1,0.4) gives 0.61, not 0.6"),
    ).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Copy report" }));
    expect(await navigator.clipboard.readText()).toContain("gives 0.61, not 0.6");
  });

  it.each([
    [5e-10, /^Functions registered and giving right answers/],
    [2e-9, "Some answers are not the right ones."],
  ])("takes a figure for right within a billionth: %d off", async (off, verdict) => {
    await checkInSheet((value) => (value === 0.6 ? 0.6 + off : value));
    expect(await screen.findByText(verdict)).toBeTruthy();
  });

  describe("while the workbook still calculates", () => {
    beforeEach(() => {
      jest.useFakeTimers({ advanceTimers: true });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it("waits for the answers", async () => {
      let isBusy = true;
      await checkInSheet((value) => (isBusy ? "#BUSY!" : value));
      expect(await screen.findByText("Waiting for the answers …")).toBeTruthy();
      isBusy = false;
      await act(() => jest.advanceTimersByTimeAsync(500));
      expect(screen.getByText(/^Functions registered and giving right answers/)).toBeTruthy();
    });

    it("gives up after ten seconds and says so", async () => {
      await checkInSheet(() => "#BUSY!");
      await act(() => jest.advanceTimersByTimeAsync(10_000));
      expect(screen.getByText("The workbook is still calculating (#BUSY!).")).toBeTruthy();
    });
  });
});
