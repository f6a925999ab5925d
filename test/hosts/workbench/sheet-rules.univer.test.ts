import { DataValidationStatus, ICommandService, UndoCommand } from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import {
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
} from "@univerjs/sheets-conditional-formatting";
import { SheetsDataValidationValidatorService } from "@univerjs/sheets-data-validation";
import type { Domain } from "../../../src/calc";
import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import type { Run } from "../../../src/workbook/host";
import type { AllowedValues, Area, Plan, Step } from "../../../src/workbook/plan";
import { headlessWorkbook, rulesLeft } from "./headless";

function area(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

function validate(at: Area, allowed: AllowedValues): Step {
  return { do: "validate", area: at, allowed, message: "Say what is allowed" };
}

const numbers = (at: Area, domain: Domain) => validate(at, { numbers: domain });

/** Inputs whose list is on a sheet that comes after them. */
const PLAN: Plan = {
  sheets: [
    {
      name: "Inputs",
      properties: { scenario: '{"name":"Flat"}', version: "1" },
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            ["Price", 99, "OK"],
            ["Share", 0.5, "Check"],
            ["Months", 12, "No verdict"],
          ],
        },
        numbers(area(0, 1), { from: 0 }),
        numbers(area(1, 1), { above: 0, below: 1 }),
        numbers(area(2, 1, 3), { from: 1, to: 600, whole: true }),
        validate(area(5, 1), { oneOf: { sheet: "The models", area: area(1, 0, 2) } }),
        numbers(area(6, 1), { whole: true }),
        numbers(area(7, 1, 2), { from: 0, below: 1 }),
        { do: "verdicts", area: area(0, 2, 3) },
        { do: "dataBars", area: area(0, 1, 2), color: "third" },
        { do: "dataBars", area: area(0, 4, 2), color: "invisible" },
      ],
    },
    {
      name: "The models",
      steps: [{ do: "write", row: 0, column: 0, cells: [["Model"], ["small"], ["large"]] }],
    },
  ],
  show: "Inputs",
};

describe("the rules of a plan in the workbench", () => {
  let made: ReturnType<typeof headlessWorkbook>;
  beforeEach(() => {
    made = headlessWorkbook();
  });
  afterEach(() => {
    made.univer.dispose();
  });

  async function build(run: Partial<Run> = {}): Promise<void> {
    const { signal } = new AbortController();
    const host = createWorkbenchHost(made.api, made.injector);
    await host.apply(PLAN, { signal, onProgress: () => undefined, ...run });
  }

  function sheet(name: string) {
    const found = made.api.getActiveWorkbook()?.getSheetByName(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }

  const inputs = () =>
    made.injector.get(DataValidationModel).getRules("book", sheet("Inputs").getSheetId());
  const colorings = () =>
    made.injector
      .get(ConditionalFormattingRuleModel)
      .getSubunitRules("book", sheet("Inputs").getSheetId()) ?? [];

  /** Whether a cell may hold a value, by the check that Univer makes when it is entered. */
  async function allows(address: string, value: string | number): Promise<boolean> {
    const range = sheet("Inputs").getRange(address);
    range.setValue(value);
    const status = await made.injector
      .get(SheetsDataValidationValidatorService)
      .validatorCell("book", sheet("Inputs").getSheetId(), range.getRow(), range.getColumn());
    return status === DataValidationStatus.VALID;
  }

  it("cover the areas of their steps and refuse in the plan's words", async () => {
    await build();
    expect(inputs().map(({ ranges }) => ranges)).toEqual([
      [{ startRow: 0, endRow: 0, startColumn: 1, endColumn: 1 }],
      [{ startRow: 1, endRow: 1, startColumn: 1, endColumn: 1 }],
      [{ startRow: 2, endRow: 4, startColumn: 1, endColumn: 1 }],
      [{ startRow: 5, endRow: 5, startColumn: 1, endColumn: 1 }],
      [{ startRow: 6, endRow: 6, startColumn: 1, endColumn: 1 }],
      [{ startRow: 7, endRow: 8, startColumn: 1, endColumn: 1 }],
    ]);
    for (const rule of inputs()) {
      // 1 is to stop, where 0 and 2 only inform and warn
      expect(rule).toMatchObject({
        error: "Say what is allowed",
        showErrorMessage: true,
        errorStyle: 1,
        allowBlank: true,
      });
    }
  });

  it.each([
    ["a number at an included bound", "B1", 0, -0.01],
    ["a number above an excluded bound", "B2", 0.01, 0],
    ["a number below an excluded bound", "B2", 0.99, 1],
    ["a whole number at the lower bound", "B3", 1, 0],
    ["a whole number at the upper bound", "B5", 600, 601],
    ["a whole number", "B4", 12, 12.5],
    ["a whole number without bounds", "B7", -3, -3.5],
    ["a number, not a text", "B1", 1, "one"],
    ["a number, not a text, where a formula decides", "B8", 0, "one"],
    ["a number in the last cell of an area", "B9", 0.5, 1],
    ["a value of the list on another sheet", "B6", "large", "medium"],
  ])("allow %s and nothing else", async (_what, address, good, bad) => {
    await build();
    expect(await allows(address, good)).toBe(true);
    expect(await allows(address, bad)).toBe(false);
  });

  it("colour a cell by its text", async () => {
    await build();
    const styles = made.injector.get(ConditionalFormattingService);
    const styleAt = (row: number) =>
      styles.composeStyle("book", sheet("Inputs").getSheetId(), row, 2)?.style;
    // C1 says OK, C2 says Check
    expect(styleAt(0)).toMatchObject({ cl: { rgb: "#1d5c32" }, bg: { rgb: "#dff0e3" } });
    expect(styleAt(1)).toMatchObject({ cl: { rgb: "#8c1d18" }, bg: { rgb: "#fbdeda" } });
    expect(styleAt(2)).toEqual({});
  });

  it("draw bars from 0 in the colour of the step, and none that are invisible", async () => {
    await build();
    const bars = colorings().filter(({ rule }) => rule.type === "dataBar");
    expect(bars).toMatchObject([
      {
        ranges: [{ startRow: 0, endRow: 1, startColumn: 1, endColumn: 1 }],
        // 45% of #5f8f3f on white: 255 - 0.45 x (160, 112, 192)
        rule: { config: { min: { type: "num", value: 0 }, positiveColor: "#b7cda9" } },
      },
    ]);
  });

  it("stay out of the undo history", async () => {
    await build();
    const before = rulesLeft(made.injector);
    await made.injector.get(ICommandService).executeCommand(UndoCommand.id);
    // 6 validations, 14 verdicts and 1 data bar
    expect([before, rulesLeft(made.injector)]).toEqual([21, 21]);
  });

  it("go with the sheets when the build is cancelled at its end", async () => {
    const controller = new AbortController();
    let most = 0;
    made.injector.get(DataValidationModel).ruleChange$.subscribe(() => {
      most = Math.max(most, rulesLeft(made.injector));
      controller.abort();
    });
    await expect(build({ signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(most).toBeGreaterThan(0);
    expect(rulesLeft(made.injector)).toBe(0);
  });

  it("go with the sheets when the build fails at its end", async () => {
    const failing = build({
      onProgress: (_phase, done) => {
        if (done === 1) throw new Error("the pane has gone");
      },
    });
    await expect(failing).rejects.toThrow("nothing was changed");
    expect(rulesLeft(made.injector)).toBe(0);
  });

  it("hold when the plan is built after a cancelled build", async () => {
    const controller = new AbortController();
    const rules = made.injector.get(DataValidationModel).ruleChange$.subscribe(() => {
      controller.abort();
    });
    await expect(build({ signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    rules.unsubscribe();
    await build();
    expect(rulesLeft(made.injector)).toBe(21);
    expect(await allows("B2", 0.01)).toBe(true);
    expect(await allows("B2", 0)).toBe(false);
  });

  it("leave the properties of a sheet to be read back", async () => {
    await build();
    expect(sheet("Inputs").getCustomMetadata()).toEqual({
      scenario: '{"name":"Flat"}',
      version: "1",
    });
  });
});
