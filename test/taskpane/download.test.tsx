/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import type { SavedFile, SaveFile } from "../../src/taskpane/save-file";
import { HostError } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";
import { openPane } from "./open-pane";

interface Asked {
  readonly plan: Plan;
  readonly title: string;
}

/** Saves nothing, and says that it did. */
function savesTo(file: SavedFile): { asked: Asked[]; saveFile: SaveFile } {
  const asked: Asked[] = [];
  return {
    asked,
    saveFile: async (plan, title) => {
      asked.push({ plan, title });
      return file;
    },
  };
}

const DOWNLOADED: SavedFile = { to: "downloads", name: "Flat seat at $99.xlsx" };

function button(): HTMLElement {
  return screen.getByRole("button", { name: "Download .xlsx" });
}

describe("the download of a scenario", () => {
  it("makes a file of the ten sheets under the scenario's name and says where it is", async () => {
    const { asked, saveFile } = savesTo(DOWNLOADED);
    const { host, user } = await openPane({ saveFile });
    await user.click(button());
    expect(await screen.findByText("“Flat seat at $99.xlsx” is in your downloads.")).toBeTruthy();
    expect(asked.map(({ title }) => title)).toEqual(["Flat seat at $99"]);
    expect(asked[0]?.plan.sheets.map(({ name }) => name)).toEqual([
      "Summary",
      "Assumptions",
      "Cost to serve",
      "Tariffs",
      "Usage tail",
      "Levers",
      "Forecast",
      "Sensitivity",
      "Prices",
      "Checks",
    ]);
    // Nothing is built in the workbook itself.
    expect(host.built).toEqual([]);
  });

  it("says that Excel opened the file", async () => {
    const { saveFile } = savesTo({ to: "newWorkbook" });
    const { user } = await openPane({ saveFile });
    await user.click(button());
    expect(
      await screen.findByText("Opened as a new workbook: save it where you want it."),
    ).toBeTruthy();
  });

  it("keeps to ordinary formulas, whatever is built", async () => {
    const { asked, saveFile } = savesTo(DOWNLOADED);
    const { user } = await openPane({ saveFile });
    await user.click(screen.getByRole("radio", { name: /^AIM functions/ }));
    await user.click(button());
    await screen.findByText(/in your downloads/);
    expect(JSON.stringify(asked[0]?.plan)).not.toContain("AIM.");
  });

  it("saves nothing while a field is wrong and leads to it", async () => {
    const { asked, saveFile } = savesTo(DOWNLOADED);
    const { user } = await openPane({ saveFile });
    const customers = screen.getByRole("textbox", { name: "Paying customers" });
    await user.clear(customers);
    await user.type(customers, "0");
    await user.click(button());
    expect(document.activeElement).toBe(customers);
    expect(asked).toEqual([]);
  });

  it("writes one file at a time", async () => {
    let finish: (file: SavedFile) => void = () => undefined;
    const saveFile = jest.fn(
      () =>
        new Promise<SavedFile>((resolve) => {
          finish = resolve;
        }),
    );
    const { user } = await openPane({ saveFile });
    await user.click(button());
    expect(screen.getByRole("status", { name: "Download" }).textContent).toBe("Writing the file …");
    await user.click(button());
    finish(DOWNLOADED);
    await screen.findByText(/in your downloads/);
    expect(saveFile).toHaveBeenCalledTimes(1);
  });

  it("shows why there is no file, and saves one after all", async () => {
    const saveFile = jest
      .fn<Promise<SavedFile>, []>()
      .mockRejectedValueOnce(new HostError("The file could not be written.", "RangeError"))
      .mockResolvedValueOnce(DOWNLOADED);
    const { user } = await openPane({ saveFile });
    await user.click(button());
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The file could not be written.",
    );
    await user.click(button());
    await screen.findByText(/in your downloads/);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
