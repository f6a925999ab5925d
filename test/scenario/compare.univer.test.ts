import { writeXlsx } from "../../src/hosts/file/write-xlsx";
import { planCompare } from "../../src/scenario/compare-sheet";
import { SAMPLE } from "../../src/scenario/sample";
import { shownFigures } from "../../src/scenario/saved-scenario-cells";
import { KEPT_FIGURES } from "../../src/scenario/saved-scenario-figures";
import type { Scenario } from "../../src/scenario/scenario";
import type { CellContent, Plan } from "../../src/workbook/plan";
import type { MemoryHost } from "../taskpane/memory-host";
import type { Calculated } from "../engines/cells";
import { describeWithLibreOffice } from "../engines/describe-with-libreoffice";
import { univer } from "../engines/univer";
import { differences, formulasOf, inShort, NO_DIFFERENCE, sheetsOf } from "./plan-cells";
import { addressOf, listed, workbookWith } from "./saved-workbook";

const PATIENCE_MS = 300_000;

/** The sample with another name and another price of its flat seat. */
function seatAt(baseFee: number, name: string): Scenario {
  const [seat, ...others] = SAMPLE.tariffs;
  if (!seat) throw new Error("the sample has a seat");
  return { ...SAMPLE, name, tariffs: [{ ...seat, baseFee }, ...others] };
}

const DEARER = seatAt(120, "What if: $120");
const FREE_IN_EUROS: Scenario = {
  ...seatAt(0, "Free, in euros"),
  product: { ...SAMPLE.product, priceCurrency: "EUR", exchangeRate: 0.9 },
};

async function compared(host: MemoryHost): Promise<Plan> {
  const scenarios = [];
  for (const { id, name, sheets, content } of await listed(host)) {
    if ("problem" in content) throw new Error(content.problem);
    const figures = await shownFigures(host.read, sheets, content, KEPT_FIGURES);
    scenarios.push({ id, name, figures });
  }
  return planCompare(scenarios, await host.sheetNames());
}

function cellsOf(plan: Plan): readonly (readonly CellContent[])[] {
  return plan.sheets[0]?.steps.flatMap((step) => (step.do === "write" ? step.cells : [])) ?? [];
}

/** What a line of the sheet shows from its third cell on. */
function line(plan: Plan, label: string): unknown[] {
  const cells = cellsOf(plan).find(([first]) => first === label) ?? [];
  return cells.slice(2).map((cell) => (typeof cell === "object" ? cell?.value : cell));
}

function texts(plan: Plan): string[] {
  return cellsOf(plan).flatMap(([first]) => (typeof first === "string" ? [first] : []));
}

describe("two prices of the sample side by side", () => {
  let host: MemoryHost;
  let plan: Plan;
  beforeAll(async () => {
    host = await workbookWith(SAMPLE, DEARER);
    plan = await compared(host);
  });

  test("are one new sheet that says what it depends on", () => {
    expect(plan.show).toBe("Compare");
    expect(plan.sheets.map(({ name }) => name)).toEqual(["Compare"]);
    expect(plan.sheets[0]?.properties).toEqual({
      "aim.compare": "9",
      "aim.compare.1": '["a","b"]',
    });
    expect(cellsOf(plan)[3]).toEqual([
      "Figure",
      "Unit",
      "Flat seat at $99",
      "What if: $120",
      "Difference",
    ]);
  });

  // A mean customer costs 787.61 x 0.06 + 9 = 56.2566; those at P50 and P99 cost 33 and 369.
  test.each([
    // 1 - 56.2566 / 99; 1 - 56.2566 / 120; 56.2566 x (1 / 99 - 1 / 120)
    ["Blended gross margin", [0.431751, 0.531195, 0.099444], 6],
    // 1 - 33 / 99; 1 - 33 / 120
    ["Margin of the customer at P50", [2 / 3, 0.725, 0.725 - 2 / 3], 9],
    // 1 - 369 / 99; 1 - 369 / 120
    ["Margin of the customer at P99", [-2.727273, -2.075, 0.652273], 6],
    // 1,000 customers
    ["Revenue", [99_000, 120_000, 21_000], 6],
    // The price changes no cost: 1,000 x 56.2566
    ["COGS", [56_256.61, 56_256.61, 0], 1],
    ["Gross profit", [42_743.39, 63_743.39, 21_000], 1],
    // 12 x 21,000
    ["Gross profit of a year", [512_920.7, 764_920.7, 252_000], 0],
    ["Cost of a task", [0.06, 0.06, 0], 9],
    // 56.2566 / 0.4 and 33 / 0.4, whatever the price
    ["Portfolio floor", [140.64, 140.64, 0], 2],
    ["Single-customer floor at P50", [82.5, 82.5, 0], 9],
    // (99 - 9) / 0.06; (120 - 9) / 0.06
    ["Break-even usage of a flat fee", [1500, 1850, 350], 6],
    ["Paying customers", [1000, 1000, 0], 9],
    ["Base fee per seat", [99, 120, 21], 9],
    ["Usage at P50", [400, 400, 0], 9],
    ["Usage at the upper percentile", [6000, 6000, 0], 9],
    ["Target gross margin", [0.6, 0.6, 0], 9],
  ])("show %s", (label, values, places) => {
    const shown = line(plan, label);
    expect(shown).toHaveLength(3);
    values.forEach((value, i) => {
      expect(shown[i]).toBeCloseTo(value, places);
    });
  });

  test.each([
    // 43.2% and 53.1% both lie from 40% to 55%.
    ["Investors' band", ["Below healthy", "Below healthy", "same"]],
    ["Status of the customer at P50", ["At target", "At target", "same"]],
    // Usage 1,778.08 costs 115.68: more than 99, less than 120.
    ["Status of the customer at P90", ["Loss", "Below target", "differs"]],
    ["Currency of prices", ["USD", "USD", "same"]],
    ["Tariff in focus", ["Flat seat", "Flat seat", "same"]],
  ])("say %s in words", (label, values) => {
    expect(line(plan, label)).toEqual(values);
  });

  test("refer to the sheets by the names that they have", async () => {
    const [built] = host.built;
    const margin = addressOf(built, "Summary", "summary.margin").replace(/\d+/, "$$$&");
    const cells = cellsOf(plan).find(([first]) => first === "Blended gross margin");
    expect(cells?.[2]).toMatchObject({ formula: `=Summary!$${margin}` });
    expect(cells?.[3]).toMatchObject({ formula: `='Summary (2)'!$${margin}` });
  });

  test("show what the cells have now, not what was built", async () => {
    const changed = await workbookWith(SAMPLE, DEARER);
    const [built] = changed.built;
    changed.type("Assumptions", addressOf(built, "Assumptions", "usageP50"), 500);
    changed.type("Summary", addressOf(built, "Summary", "summary.margin"), 0.35);
    const now = await compared(changed);
    expect(line(now, "Usage at P50")).toEqual([500, 400, -100]);
    expect(line(now, "Blended gross margin")[0]).toBe(0.35);
  });

  test("leave a figure out whose row was moved, and say so", async () => {
    const changed = await workbookWith(SAMPLE, DEARER);
    const at = addressOf(changed.built[0], "Summary", "summary.margin");
    changed.type("Summary", at.replace("C", "A"), "My own line");
    const now = await compared(changed);
    const [first, second, difference] = line(now, "Blended gross margin");
    expect(first).toBe("not found");
    expect(second).toBeCloseTo(0.531195, 6);
    expect(difference).toBeUndefined();
    expect(texts(now).at(-1)).toBe(
      "Not found in “Flat seat at $99”, because its rows were moved or another version built it: Blended gross margin.",
    );
  });
});

describe("amounts of two currencies", () => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await compared(await workbookWith(SAMPLE, FREE_IN_EUROS));
  });

  test("are shown in a format without a sign, and never subtracted", () => {
    expect(line(plan, "Base fee per seat")).toEqual([99, 0, "other currency"]);
    expect(line(plan, "Revenue")).toEqual([99_000, 0, "other currency"]);
    const formats = plan.sheets[0]?.steps.flatMap((step) =>
      step.do === "numberFormat" ? [step.format] : [],
    );
    expect(formats).not.toContain("money");
    expect(formats).not.toContain("moneyWhole");
    // A task costs dollars in both.
    expect(formats).toContain("moneyFine");
    expect(line(plan, "Cost of a task")).toEqual([0.06, 0.06, 0]);
  });

  test("are told on the sheet", () => {
    expect(texts(plan)).toContain(
      "Prices and costs are in different currencies (“Flat seat at $99”: USD, USD; “Free, in euros”: EUR, USD): their amounts are not subtracted.",
    );
  });

  test("leave a text beside a number different", () => {
    expect(line(plan, "Margin of the customer at P50")).toEqual([2 / 3, "no revenue", "differs"]);
    // Nothing is left of a price of 0.
    expect(line(plan, "Break-even usage of a flat fee")).toEqual([1500, "none", "differs"]);
  });
});

test("an error in a sheet stays one in what is compared, and in the difference", async () => {
  const host = await workbookWith(SAMPLE, DEARER);
  const address = addressOf(host.built[0], "Summary", "summary.margin");
  host.type("Summary (2)", address, "#DIV/0!");
  const error = { error: "#DIV/0!" };
  const shown = line(await compared(host), "Blended gross margin");
  expect(shown.slice(1)).toEqual([error, error]);
});

describe("three scenarios", () => {
  let whole: Plan;
  let plan: Plan;
  beforeAll(async () => {
    // Programs have less to calculate in a year than in three.
    const inAYear = [SAMPLE, DEARER, FREE_IN_EUROS].map((scenario) => ({
      ...scenario,
      growth: { ...scenario.growth, months: 12 },
    }));
    const host = await workbookWith(...inAYear);
    plan = await compared(host);
    whole = { show: plan.show, sheets: [...host.built, plan].flatMap(({ sheets }) => sheets) };
  });

  /** Where a program comes to something else than the sheet brings. */
  function unlike(calculated: Calculated) {
    return inShort(differences(formulasOf(plan), calculated));
  }

  test("are compared with the first each", () => {
    const formulas = formulasOf(plan);
    // 32 figures of three scenarios, and two differences of each.
    expect(formulas).toHaveLength(32 * 5);
    expect(line(plan, "Base fee per seat")).toEqual([99, 120, 21, 0, "other currency"]);
  });

  test(
    "come to the same in Univer",
    async () => {
      expect(unlike(await univer(sheetsOf(whole)))).toEqual(NO_DIFFERENCE);
    },
    PATIENCE_MS,
  );

  describeWithLibreOffice("in a file", (libreOffice) => {
    test(
      "come to the same in LibreOffice",
      async () => {
        const at = new Date(Date.UTC(2026, 0, 1));
        const file = await writeXlsx(whole, { title: "Compare", at });
        const [calculated] = await libreOffice().recalculateAll([file]);
        expect(unlike(calculated ?? new Map())).toEqual(NO_DIFFERENCE);
      },
      PATIENCE_MS,
    );
  });
});
