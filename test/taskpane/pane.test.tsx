/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import type { ThemeName } from "../../src/taskpane/pane-theme";
import { background, openPane } from "./open-pane";

function tab(name: RegExp): HTMLElement {
  return screen.getByRole("tab", { name });
}

describe("the pane", () => {
  it("says its version, the date of its prices and the host", async () => {
    await openPane();
    expect(screen.getByText("AIM 1.0.0")).toBeTruthy();
    expect(screen.getByText(/^Model prices of \d{4}-\d{2}-\d{2}$/)).toBeTruthy();
    expect(screen.getByText("Workbook in memory")).toBeTruthy();
  });

  it("moves between tabs by arrow keys, round the ends, and by Home and End", async () => {
    const { user } = await openPane();
    await user.tab();
    expect(document.activeElement).toBe(tab(/Scenario/));
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(tab(/Usage/));
    expect(screen.getByRole("tabpanel", { name: /Usage/ })).toBeTruthy();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    expect(document.activeElement).toBe(tab(/Scenario/));
    await user.keyboard("{ArrowLeft}");
    expect(document.activeElement).toBe(tab(/Share/));
    await user.keyboard("{Home}");
    expect(document.activeElement).toBe(tab(/Scenario/));
    await user.keyboard("{End}");
    expect(tab(/Share/).getAttribute("aria-selected")).toBe("true");
  });

  it("takes one press of Tab to pass the tabs", async () => {
    const { user } = await openPane();
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Refresh" }));
  });

  it("opens a function and inserts it by keyboard alone", async () => {
    const { host, user } = await openPane();
    await user.tab();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
    await user.keyboard("grossmargin");
    // Past the check of the functions to the one that was found.
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: /^GROSSMARGIN/ }));
    await user.keyboard("{Enter}");
    await user.tab();
    await user.keyboard("{Enter}");
    expect(host.inserted).toEqual(["=AIM.GROSSMARGIN(1,0.4)"]);
  });

  it.each([
    ["light", "#ffffff"],
    ["dark", "#292929"],
  ] as const)("shows itself %s as its host does", async (name, color) => {
    await openPane({ theme: () => name });
    expect(background()).toBe(color);
  });

  it("follows the system where the host does not say", async () => {
    await openPane({ theme: () => undefined });
    expect(background()).toBe("#ffffff");
  });

  it("asks its host again when it is looked at again", async () => {
    let theme: ThemeName = "light";
    await openPane({ theme: () => theme });
    theme = "dark";
    fireEvent.focus(window);
    expect(background()).toBe("#292929");
  });
});
