import { cellAddress } from "../../src/workbook/address";
import type { CellValue } from "../../src/workbook/host";
import type { Plan, SheetPlan, Step } from "../../src/workbook/plan";
import { USAGE_PLAN } from "../usage/sheets/every-usage-sheet";

/** A cell as whoever opens the workbook finds it. */
export interface FoundCell {
  /** As it is written there; "" where there is none. */
  readonly formula: string;
  readonly value: CellValue;
}

/** What a host has built, read back without the plan. */
export interface BuiltSheets {
  readonly sheetNames: () => Promise<readonly string[]>;
  /** Every cell that holds something, by its address. */
  readonly cells: (sheet: string) => Promise<ReadonlyMap<string, FoundCell>>;
  /** How many there are of each; undefined where the host has none of them. */
  readonly parts: (sheet: string) => Promise<{
    readonly tables: number | undefined;
    readonly charts: number | undefined;
    readonly dataBars: number;
    readonly verdicts: number;
  }>;
  /** Whether formulas have values; in a fake workbook they may not. */
  readonly givesValues: boolean;
  readonly dispose: () => void;
}

/** What a sheet of the plan holds, by address: an error as its text, nothing where it is blank. */
function planned({ steps }: SheetPlan): ReadonlyMap<string, FoundCell> {
  const found = new Map<string, FoundCell>();
  for (const step of steps) {
    if (step.do !== "write") continue;
    for (const [i, line] of step.cells.entries()) {
      for (const [j, content] of line.entries()) {
        if (content === null) continue;
        const isFormula = typeof content === "object";
        const value = isFormula ? content.value : content;
        found.set(cellAddress(step.row + i, step.column + j), {
          formula: isFormula ? content.formula : "",
          value: typeof value === "object" ? value.error : value,
        });
      }
    }
  }
  return found;
}

/** Whether a cell shows what the plan says; a text of nothing is blank in some programs. */
function isSame(found: CellValue | undefined, value: CellValue): boolean {
  if (typeof found !== "number" || typeof value !== "number") return (found ?? "") === value;
  // Fifteen digits of a sum of thousands.
  return Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

function count({ steps }: SheetPlan, kind: Step["do"]): number {
  return steps.filter((step) => step.do === kind).length;
}

/** What hosts keep to with the sheets of usage: all of them arrive whole and read back the same. */
export function describeUsageSheets(
  name: string,
  build: (plan: Plan) => Promise<BuiltSheets>,
): void {
  describe(`the sheets of usage that ${name} builds`, () => {
    let built: BuiltSheets;
    beforeAll(async () => {
      built = await build(USAGE_PLAN);
    }, 120_000);
    afterAll(() => {
      built.dispose();
    });

    it("come in the order of the plan", async () => {
      const names = await built.sheetNames();
      expect(names.filter((each) => each !== "Existing")).toEqual([
        "Customers",
        "Usage cost",
        "Import",
        "Reconciliation",
        "Budget vs actual",
        "Usage fit",
        "Tariff backtest",
        "Usage checks",
      ]);
    });

    it.each(USAGE_PLAN.sheets)("read back as planned: $name", async (sheet) => {
      const cells = await built.cells(sheet.name);
      const different: string[] = [];
      for (const [address, { formula, value }] of planned(sheet)) {
        const found = cells.get(address);
        const isRight =
          (found?.formula ?? "") === formula &&
          (formula !== "" && !built.givesValues ? true : isSame(found?.value, value));
        if (!isRight) different.push(`${address}: ${JSON.stringify([found, { formula, value }])}`);
      }
      expect(different.slice(0, 3)).toEqual([]);
      expect(planned(sheet).size).toBeGreaterThan(20);
    });

    it.each(USAGE_PLAN.sheets)("have the parts that are planned: $name", async (sheet) => {
      const { tables, charts, ...others } = await built.parts(sheet.name);
      if (tables !== undefined) expect(tables).toBe(count(sheet, "table"));
      if (charts !== undefined) expect(charts).toBe(count(sheet, "chart"));
      expect(others).toEqual({
        dataBars: count(sheet, "dataBars"),
        verdicts: count(sheet, "verdicts"),
      });
    });
  });
}

test("the plan has a table with two columns of bars, three charts on Customers, and statuses", () => {
  const [customers] = USAGE_PLAN.sheets;
  if (!customers) throw new Error("there is a sheet");
  const found = (["table", "dataBars", "chart"] as const).map((kind) => count(customers, kind));
  expect(found).toEqual([1, 2, 3]);
  // The lights and statuses of the table and of all together.
  expect(count(customers, "verdicts")).toBe(3);
});
