import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import { planCustomers } from "../../../src/usage/sheets/plan-customers";
import { cellAddress } from "../../../src/workbook/address";
import type { Plan } from "../../../src/workbook/plan";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { ironCalc } from "../../engines/ironcalc";
import { unsafeFunctionsIn } from "../../engines/safe-functions";
import {
  differences,
  formulasOf,
  inShort,
  NO_DIFFERENCE,
  sheetsOf,
} from "../../scenario/plan-cells";
import { USAGE_PLAN } from "./every-usage-sheet";
import { FILES, sampleReport } from "./sample-report";

const PATIENCE_MS = 300_000;

/** The address of a cell of an item of the sheet Customers, as its name step says. */
function addressOf(plan: Plan, name: string): string {
  for (const step of plan.sheets[0]?.steps ?? []) {
    if (step.do === "name" && step.name === name) {
      return cellAddress(step.area.row, step.area.column);
    }
  }
  throw new Error(`there is no cell named ${name}`);
}

const PLANS = [
  { it: "with other COGS", plan: planCustomers(sampleReport(200), FILES, []) },
  {
    it: "after inference alone",
    plan: planCustomers(sampleReport(60, null, "EUR"), [], [], { limit: 20 }),
  },
  { it: "with every analysis", plan: USAGE_PLAN },
];

test.each(PLANS)("uses functions alone that are the same everywhere: $it", ({ plan }) => {
  const formulas = formulasOf(plan);
  expect(formulas.length).toBeGreaterThan(300);
  expect(formulas.flatMap(({ formula }) => unsafeFunctionsIn(formula))).toEqual([]);
});

test.each(PLANS)(
  "IronCalc works every formula out to the value that the plan brings: $it",
  async ({ plan }) => {
    const calculated = await ironCalc(sheetsOf(plan));
    expect(inShort(differences(formulasOf(plan), calculated))).toEqual(NO_DIFFERENCE);
  },
  PATIENCE_MS,
);

test("an input that is changed changes what follows from it", async () => {
  const plan = planCustomers(sampleReport(12), [], []);
  const [sheet, ...others] = sheetsOf(plan);
  if (!sheet) throw new Error("there is a sheet");
  const input = addressOf(plan, "otherCogs.share");
  const read = async (share: number) => {
    const cells = new Map([...sheet.cells, [input, share] as const]);
    const book = await ironCalc([{ ...sheet, cells }, ...others]);
    const at = (name: string) => book.get(sheet.name)?.get(addressOf(plan, name));
    return { cogs: Number(at("total.cogs")), revenue: Number(at("total.revenue")) };
  };
  const [before, after] = [await read(0.03), await read(0.13)];
  // A tenth of revenue more.
  expect(after.cogs - before.cogs).toBeCloseTo(before.revenue / 10, 6);
  expect(before.revenue).toBeGreaterThan(0);
});

describeWithLibreOffice("the .xlsx of customers, calculated anew by LibreOffice", (libreOffice) => {
  test(
    "has every value that the plan brings",
    async () => {
      const at = new Date(Date.UTC(2026, 10, 25));
      const files = await Promise.all(
        PLANS.map(({ it, plan }) => writeXlsx(plan, { title: it, at })),
      );
      const books = await libreOffice().recalculateAll(files);
      const found = PLANS.map(({ plan }, i) =>
        inShort(differences(formulasOf(plan), books[i] ?? new Map())),
      );
      expect(found).toEqual(PLANS.map(() => NO_DIFFERENCE));
      const [first] = books;
      const shown = [...(first?.get("Customers")?.values() ?? [])];
      for (const text of ["=1+1", "@x", "+49 30 1234", "-5", "#N/A", "12 May"]) {
        expect(shown).toContain(text);
      }
    },
    PATIENCE_MS,
  );
});
