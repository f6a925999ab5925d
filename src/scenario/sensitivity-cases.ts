import type { Axis, GridBlock, Item } from "../workbook/sheet-blocks";
import { DRIVER_AXIS, DRIVER_LABELS } from "./axes";
import { caseItems } from "./case-items";
import { itemMaker } from "./item-maker";
import { type Scenario, SENSITIVITY_DRIVERS, type SensitivityDriver } from "./scenario";
import { marginOf } from "./tariff-items";

/** Factors of the two-way table, on all prices and on all usage. */
export const STEPS = [0.5, 0.75, 1, 1.5, 2] as const;

const CASES = [
  { driver: "", end: "", label: "Base" },
  ...DRIVER_AXIS.keys.flatMap(({ key, label }) =>
    ["low", "high"].map((end) => ({ driver: key, end, label: `${label}, ${end}` })),
  ),
];

const CASE_AXIS: Axis = {
  id: "case",
  heading: "Case",
  keys: CASES.map(({ label }, i) => ({ key: `case${i}`, label })),
};

const TWO_WAY = STEPS.flatMap((price) => STEPS.map((usage) => ({ price, usage })));

const TWO_WAY_AXIS: Axis = {
  id: "twoWay",
  heading: "Price and usage",
  keys: TWO_WAY.map(({ price, usage }, i) => ({ key: `two${i}`, label: `${price}x, ${usage}x` })),
};

/** Blended margin of a case, from its factors to the ratio. */
function marginItems(prefix: string, factor: (driver: string) => string): Item[] {
  const make = itemMaker(prefix);
  const p = prefix;
  return [
    make(
      "unitCost",
      "COGS per task",
      "per task",
      "moneyFine",
      `(unit.inference*${factor("modelPrices")}+unit.other*${factor("otherTaskCost")})*${factor("exchangeRate")}`,
    ),
    make(
      "fixed",
      "COGS whatever the usage",
      "per month",
      "money",
      `(fixed.customer*${factor("fixedCost")}+fixed.platform)*${factor("exchangeRate")}+freeUsers*${factor("freeUsers")}*freeUsage*${p}.unitCost*AT(policy.cogs,"freeUsers")`,
    ),
    make(
      "cogs",
      "COGS",
      "per month",
      "money",
      `${p}.meanUsage*${p}.unitCost*EXP(costCorrelation*${p}.sigma*cost.sigma)+${p}.fixed+pay.rate*${p}.expected+pay.fee*${p}.paying`,
    ),
    {
      ...make(
        "margin",
        "Blended margin",
        "of revenue",
        "percent",
        marginOf(`${p}.expected`, `${p}.cogs`),
      ),
      isResult: true,
    },
  ];
}

function caseOf(scenario: Scenario, prefix: string, factor: (driver: string) => string): Item[] {
  return caseItems(scenario, {
    prefix,
    tariff: "focus",
    priceFactor: factor("prices"),
    median: `usage.median*${factor("usage")}`,
    sigma: `LN(MAX(1,usage.upper*${factor("tail")}/usage.median))/usage.zTail`,
  });
}

/** What a case moves its input by; a rate between a currency and itself does not move. */
function caseFactor(key: SensitivityDriver): string {
  const moved = `IF(case.driver="${key}",IF(case.end="low",AT(driver.low,"${key}"),AT(driver.high,"${key}")),1)`;
  return key === "exchangeRate"
    ? `IF(AND(priceCurrency=costCurrency,exchangeRate=1),1,${moved})`
    : moved;
}

/** One column per case of the tornado. */
export function caseGrid(scenario: Scenario): GridBlock {
  const make = itemMaker("case");
  const factor = (driver: string) => `case.factor.${driver}`;
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: one column per case",
    axis: CASE_AXIS,
    direction: "across",
    items: [
      {
        name: "case.driver",
        label: "Input moved",
        format: "text",
        fixed: CASES.map(({ driver }) => driver),
      },
      { name: "case.end", label: "To", format: "text", fixed: CASES.map(({ end }) => end) },
      ...SENSITIVITY_DRIVERS.map((key) =>
        make(
          `factor.${key}`,
          `Factor: ${DRIVER_LABELS[key]}`,
          "factor",
          "decimal",
          caseFactor(key),
        ),
      ),
      ...caseOf(scenario, "case", factor),
      ...marginItems("case", factor),
    ],
  };
}

/** One column per pair of price and usage. */
export function twoWayGrid(scenario: Scenario): GridBlock {
  const factor = (driver: string) =>
    driver === "prices" ? "two.price" : driver === "usage" ? "two.usage" : "1";
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: price and usage",
    axis: TWO_WAY_AXIS,
    direction: "across",
    items: [
      {
        name: "two.price",
        label: "Factor on all prices",
        unit: "factor",
        format: "decimal",
        fixed: TWO_WAY.map(({ price }) => price),
      },
      {
        name: "two.usage",
        label: "Factor on usage",
        unit: "factor",
        format: "decimal",
        fixed: TWO_WAY.map(({ usage }) => usage),
      },
      ...caseOf(scenario, "two", factor),
      ...marginItems("two", factor),
    ],
  };
}
