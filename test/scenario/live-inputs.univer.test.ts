import { writeXlsx } from "../../src/hosts/file/write-xlsx";
import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import type { Calculated } from "../engines/cells";
import { describeWithLibreOffice } from "../engines/describe-with-libreoffice";
import { inputCells, withCell, withValue } from "./changed-inputs";
import { differences, formulasOf, inShort, NO_DIFFERENCE } from "./plan-cells";

/** All files with one start of the program: a minute, on a busy computer several. */
const PATIENCE_MS = 900_000;

const AT = new Date(Date.UTC(2026, 0, 1));

/** The sample over a year: what months there are beside is the same formulas once more. */
const YEAR = { ...SAMPLE, growth: { ...SAMPLE.growth, months: 12 } };

/** One change each: of numbers, dates, shares, prices of tiers, choices, and of a blank cell. */
const CHANGES: readonly { readonly path: string; readonly to: number | string }[] = [
  { path: "product.customers", to: 2500 },
  { path: "product.exchangeRate", to: 1.15 },
  { path: "product.freeUsers", to: 3 },
  { path: "product.paymentFee", to: 0.3 },
  { path: "targets.margin", to: 0.72 },
  { path: "usage.p99", to: 9000 },
  { path: "usage.tail", to: 0.95 },
  { path: "usage.inactiveShare", to: 0.2 },
  { path: "usage.termMonths", to: 24 },
  { path: "usage.fairUseCap", to: 1500 },
  { path: "task.costSpread", to: 3 },
  { path: "task.legs[0].model", to: "Sample small" },
  { path: "task.legs[0].promptCaching", to: 1 },
  { path: "task.successRate", to: 0.75 },
  { path: "focus", to: 4 },
  { path: "tariffs[1].discount", to: 0.1 },
  { path: "tariffs[2].commitment", to: 50 },
  { path: "tariffs[3].tiers[0].upTo", to: 700 },
  { path: "tariffs[3].tiers[1].unitPrice", to: 0.14 },
  { path: "policy.review", to: "Opex" },
  { path: "levers.routedModel", to: "Sample student" },
  { path: "levers.usageTariff", to: 3 },
  { path: "growth.startDate", to: 46500 },
  { path: "growth.fiscalYearEnd", to: 6 },
  { path: "growth.modelPriceDeclinePerYear", to: 0.4 },
  { path: "sensitivity.usage.high", to: 3 },
  { path: "prices[0].output", to: 12 },
  { path: "prices[0].negotiatedInput", to: 2.25 },
];

describeWithLibreOffice("the sample's .xlsx with one input cell changed", (libreOffice) => {
  const plan = planScenario(YEAR, []);
  const before = formulasOf(plan);
  const cells = new Map(inputCells(YEAR).map((cell) => [cell.path, cell]));
  const calculated = new Map<string, Calculated>();

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const { path, to } of CHANGES) {
      const cell = cells.get(path);
      if (!cell) throw new RangeError(`no cell holds ${path}`);
      files.push(await writeXlsx(withCell(plan, cell, to), { title: path, at: AT }));
    }
    const books = await libreOffice().recalculateAll(files);
    for (const [i, { path }] of CHANGES.entries()) calculated.set(path, books[i] ?? new Map());
  }, PATIENCE_MS);

  test.each(CHANGES)("gives what the model gives for $path of $to", ({ path, to }) => {
    const shown = calculated.get(path) ?? new Map();
    const expected = formulasOf(planScenario(withValue(YEAR, path, to), []));
    expect(inShort(differences(expected, shown))).toEqual(NO_DIFFERENCE);
    // The file brought the figures of before, so it has been worked out anew.
    expect(differences(before, shown).length).toBeGreaterThan(0);
  });
});
