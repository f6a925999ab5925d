import type {
  ChartSpec,
  GridBlock,
  Item,
  LinesBlock,
  SheetDescription,
} from "../workbook/sheet-blocks";
import { textWidth } from "../workbook/text-width";
import { tariffAxis } from "./axes";
import { bestItems } from "./best-items";
import { expectedItems, lineItems } from "./charge-items";
import { chargeShape, type ChargeTerms } from "./charge-terms";
import { curveChart, curveGrid } from "./margin-by-percentile";
import { packageCountBlock } from "./package-items";
import { floorGrid } from "./price-floors";
import type { Scenario } from "./scenario";
import { shortfall, shortItems, shortShare } from "./short-items";
import { stepItems } from "./short-packages";
import { solvedItems } from "./solved-price";
import {
  blendedItems,
  customerItems,
  fallItems,
  percentileItems,
  usageItems,
} from "./tariff-items";

/** The tariffs of the scenario and the usage that each meets. */
function terms(scenario: Scenario): ChargeTerms {
  return {
    prefix: "tariff",
    shape: chargeShape(scenario),
    baseFee: "tariff.seatFees",
    volume: "tariff.volume",
    isPackage: "tariff.package",
    upTo: (tier) => `tariff.upTo.${tier}`,
    unitPrice: (tier) => `tariff.unitPrice.${tier}`,
    flatFee: (tier) => `tariff.flatFee.${tier}`,
    packageSize: "tariff.packageSize",
    freeUnits: "tariff.freeUnits",
    unitsPerTask: "tariff.unitsPerTask",
    discount: "tariff.discount",
    commitment: "tariff.commitment",
    median: "tariff.median",
    mu: "tariff.mu",
    sigma: "usage.sigma",
    activeMean: "tariff.activeMean",
    inactiveShare: "inactiveShare",
  };
}

function bestBlock(): LinesBlock {
  const best = (name: string, label: string, of: string) => ({
    name,
    label,
    unit: "tariff",
    format: "text" as const,
    formula: `IF(SUM(ALL(${of}))=0,"none",INDEX(ALL(tariff.name),MATCH(1,ALL(${of}),0)))`,
    isResult: true as const,
  });
  return {
    kind: "lines",
    title: "Which is best",
    note: "Same customers, same usage: no reaction to price",
    lines: [
      best("bestAtP99", "Highest margin at P99", "tariff.isBestAtP99"),
      best("bestProfit", "Highest gross profit of the company", "tariff.isBestProfit"),
    ],
  };
}

/** Columns wide enough for most names; the headings above have several lines. */
function nameWidth({ tariffs }: Scenario): number {
  const longest = Math.max(...tariffs.map(({ name }) => Math.ceil(textWidth(name))));
  return Math.min(Math.max(longest, 14), 24);
}

/** Blended margins side by side. */
function blendedChart(): ChartSpec {
  return {
    id: "blendedByTariff",
    title: "Blended margin by tariff",
    kind: "column",
    along: "tariff.margin",
    series: [{ label: "Blended margin", values: "tariff.margin", color: "first" }],
    valueFormat: "percent",
    valueTitle: "Blended margin",
  };
}

/** Tariffs side by side: what they bill, what is left, whom they leave below target. */
export function tariffSheet(scenario: Scenario): SheetDescription {
  const charge = terms(scenario);
  const money = `${scenario.product.priceCurrency} / month`;
  const grid = (title: string, items: readonly Item[]): GridBlock => ({
    kind: "grid",
    title,
    axis: tariffAxis(scenario),
    direction: "across",
    items,
  });
  const working = (title: string, items: readonly Item[]): GridBlock => ({
    ...grid(title, items),
    isWorking: true,
  });
  const below = {
    unitCost: "unitCost",
    fixedCost: "tariff.fixed",
    paymentRate: "pay.rate",
    paymentFee: "pay.fee",
  };
  return {
    id: "tariffs",
    name: "Tariffs",
    title: "Tariffs",
    subtitle:
      "Same customers, same usage: no reaction to price, unless a tariff's own change of usage and lost customers are set.",
    blocks: [
      bestBlock(),
      grid("Over all customers", [
        {
          name: "tariff.name",
          label: "Tariff",
          format: "text",
          fixed: scenario.tariffs.map(({ name }) => name),
        },
        ...blendedItems(money),
        shortShare(charge, "target", "Customer-months below target"),
        shortShare(charge, "loss", "Customer-months at a loss"),
        shortfall(charge, "loss", "Subsidy to loss-making customers, per customer", money),
        ...solvedItems(money, charge.shape),
      ]),
      curveGrid(scenario),
      {
        kind: "charts",
        rows: 18,
        charts: [
          { ...curveChart(scenario, "marginByUsage"), columns: 4 },
          { ...blendedChart(), columns: 4 },
        ],
      },
      grid("One customer by usage", percentileItems(charge, money)),
      working("Calculation: usage that each meets", [
        ...usageItems(money),
        ...customerItems(money),
        ...fallItems(charge.shape.tiers),
        ...bestItems(),
      ]),
      working("Calculation: the charge as a line within each tier", lineItems(charge)),
      working("Calculation: expected charge", expectedItems(charge)),
      ...(charge.shape.hasPackages
        ? [working("Calculation: steps of packages", stepItems(charge))]
        : []),
      working(
        "Calculation: customer-months below target",
        shortItems(charge, {
          ...below,
          key: "target",
          label: "Below target",
          target: "targetMargin",
          asksLack: false,
        }),
      ),
      working(
        "Calculation: loss-making customer-months",
        shortItems(charge, {
          ...below,
          key: "loss",
          label: "Loss-making",
          target: "0",
          asksLack: true,
        }),
      ),
      floorGrid(),
      ...(charge.shape.hasPackages ? [packageCountBlock()] : []),
    ],
    widths: { label: 51, unit: 18, others: nameWidth(scenario) },
    frozenColumns: 2,
    print: { landscape: false },
    role: "calculation",
  };
}
