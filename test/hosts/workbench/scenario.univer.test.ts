import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import { planScenario } from "../../../src/scenario/build-scenario";
import { SAMPLE } from "../../../src/scenario/sample";
import { areaAddress, cellAddress } from "../../../src/workbook/address";
import { type CellValue, type Host, HostError, type Run } from "../../../src/workbook/host";
import type { Plan } from "../../../src/workbook/plan";
import { headlessWorkbook, rulesLeft } from "./headless";

/** The value in the third column of the line of a sheet that has the label. */
async function figure(host: Host, sheet: string, label: string): Promise<CellValue | undefined> {
  const lines = await host.read(sheet, "A1:C60");
  return lines.find(([first]) => first === label)?.[2];
}

/** Whether a cell shows what the plan says that its formula gives. */
function agree(shown: CellValue | undefined, planned: CellValue): boolean {
  return typeof shown === "number" && typeof planned === "number"
    ? Math.abs(shown - planned) <= 1e-9 * Math.max(1, Math.abs(planned))
    : // What refers to an empty text is blank in Univer, and looks the same.
      (shown ?? "") === planned;
}

/** How many formulas a plan has, and those whose cells show something else than it says. */
async function compare(host: Host, plan: Plan) {
  let formulas = 0;
  const different: string[] = [];
  for (const { name, steps } of plan.sheets) {
    for (const step of steps) {
      if (step.do !== "write") continue;
      const { row, column, cells } = step;
      const columns = Math.max(...cells.map((line) => line.length));
      const shown = await host.read(
        name,
        areaAddress({ row, column, rows: cells.length, columns }),
      );
      for (const [i, line] of cells.entries()) {
        for (const [j, content] of line.entries()) {
          if (content === null || typeof content !== "object") continue;
          const { value } = content;
          formulas++;
          if (!agree(shown[i]?.[j], typeof value === "object" ? value.error : value)) {
            different.push(`${name} ${cellAddress(row + i, column + j)}: ${content.formula}`);
          }
        }
      }
    }
  }
  return { formulas, different };
}

describe("the ten sheets of a scenario in the workbench", () => {
  const { univer, api, injector } = headlessWorkbook();
  const host = createWorkbenchHost(api, injector);
  const plan = planScenario(SAMPLE, ["Existing"]);
  beforeAll(async () => {
    await host.apply(plan, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  }, 120_000);
  afterAll(() => {
    univer.dispose();
  });

  it("come after the sheet that exists", async () => {
    expect(await host.sheetNames()).toEqual([
      "Existing",
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
  });

  it("show the answers of the sample", async () => {
    // lognormal usage of 400 tasks at P50 and 6,000 at P99: s = ln(6000 / 400) / 2.326348 = 1.164078
    // cost 0.06 * 400 * exp(s * s / 2) + 9 = 56.2566; margin 1 - 56.2566 / 99; floor cost / (1 - 0.6)
    expect(await figure(host, "Summary", "Blended gross margin")).toBeCloseTo(0.4318, 4);
    expect(await figure(host, "Summary", "Portfolio floor")).toBeCloseTo(140.64, 2);
    expect(await figure(host, "Summary", "All checks of the workbook")).toBe("OK");
  });

  it("work every formula out to what the plan says", async () => {
    const { formulas, different } = await compare(host, plan);
    expect(different).toEqual([]);
    expect(formulas).toBeGreaterThan(5000);
  });
});

describe("a scenario that fails or is cancelled in the workbench", () => {
  const { univer, api, injector } = headlessWorkbook();
  const host = createWorkbenchHost(api, injector);
  const plan = planScenario(SAMPLE, ["Existing"]);
  afterAll(() => {
    univer.dispose();
  });

  async function expectNothingLeft(): Promise<void> {
    expect(await host.sheetNames()).toEqual(["Existing"]);
    expect(await host.read("Existing", "A1")).toEqual([[41]]);
    expect(await host.keptProperties()).toEqual([]);
    expect(rulesLeft(injector)).toBe(0);
    expect(api.getActiveWorkbook()?.getDefinedNames()).toEqual([]);
    expect(api.getActiveWorkbook()?.getActiveSheet().getSheetName()).toBe("Existing");
  }

  it("leaves nothing, whichever phase it fails in", async () => {
    const phases = [...plan.sheets.map(({ name }) => `Building ${name}`), "Done"];
    for (const failing of phases) {
      const told: string[] = [];
      const run: Run = {
        signal: new AbortController().signal,
        onProgress: (phase) => {
          told.push(phase);
          if (phase === failing) throw new Error("the pane has gone");
        },
      };
      await expect(host.apply(plan, run)).rejects.toBeInstanceOf(HostError);
      expect(told).toEqual(phases.slice(0, phases.indexOf(failing) + 1));
      await expectNothingLeft();
    }
  }, 120_000);

  it.each(["Summary", "Checks"])("leaves nothing when it is cancelled at %s", async (name) => {
    const controller = new AbortController();
    const run: Run = {
      signal: controller.signal,
      onProgress: (phase) => {
        if (phase === `Building ${name}`) controller.abort();
      },
    };
    await expect(host.apply(plan, run)).rejects.toMatchObject({ name: "AbortError" });
    await expectNothingLeft();
  });
});
