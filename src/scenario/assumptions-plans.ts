import { ABOVE_MINUS_ONE, ABOVE_ZERO, BELOW_ONE, FROM_ZERO, SHARE, WHOLE_FROM_ONE } from "../calc";
import type { Block, LinesBlock } from "../workbook/sheet-blocks";
import { DRIVER_AXIS } from "./axes";
import { choiceLine, numberLine } from "./input-line";
import { type Scenario, SENSITIVITY_DRIVERS } from "./scenario";

/** The five levers on the margin. */
export function leversBlock({ levers, product, tariffs }: Scenario): LinesBlock {
  const money = product.costCurrency;
  return {
    kind: "lines",
    title: "Levers",
    note: "What each would be like; the sheet Levers works out what they bring",
    lines: [
      numberLine(
        "lever.missRate",
        "Prompt caching: cache expired",
        "fraction of steps",
        "percent",
        levers.cacheMissRate,
        SHARE,
      ),
      numberLine(
        "lever.hitRate",
        "Response cache: hit rate",
        "fraction",
        "percent",
        levers.responseHitRate,
        SHARE,
        "Published production rates are 20% to 45%",
      ),
      numberLine(
        "lever.lookupCost",
        "Response cache: look-up",
        `${money} / task`,
        "moneyFine",
        levers.responseLookupCost,
        FROM_ZERO,
      ),
      numberLine(
        "lever.routedShare",
        "Routing: share to the small model",
        "fraction",
        "percent",
        levers.routedShare,
        SHARE,
      ),
      choiceLine("lever.routedModel", "Routing: small model", levers.routedModel, "prices.model"),
      numberLine(
        "lever.escalationRate",
        "Routing: escalated to the large model",
        "fraction of routed",
        "percent",
        levers.escalationRate,
        SHARE,
        "An escalated task pays both",
      ),
      numberLine(
        "lever.routerCost",
        "Routing: router",
        `${money} / task`,
        "moneyFine",
        levers.routerCost,
        FROM_ZERO,
      ),
      choiceLine(
        "lever.studentModel",
        "Distillation: model",
        levers.studentModel,
        "prices.model",
        "Prices of the distilled model",
      ),
      numberLine(
        "lever.trainingCost",
        "Distillation: training",
        money,
        "moneyWhole",
        levers.trainingCost,
        FROM_ZERO,
      ),
      numberLine(
        "lever.lifeMonths",
        "Distillation: life",
        "months",
        "count",
        levers.studentLifeMonths,
        ABOVE_ZERO,
      ),
      numberLine(
        "lever.hostingCost",
        "Distillation: hosting",
        `${money} / month`,
        "moneyWhole",
        levers.studentHostingPerMonth,
        FROM_ZERO,
      ),
      numberLine(
        "lever.usageTariff",
        "Usage-based price: number of the tariff",
        `1 to ${tariffs.length}`,
        "general",
        levers.usageTariff,
        { from: 1, to: tariffs.length, whole: true },
      ),
    ],
  };
}

/** What changes from month to month. */
export function growthBlock({ growth }: Scenario): LinesBlock {
  return {
    kind: "lines",
    title: "Growth",
    note: `The forecast runs for ${growth.months} months`,
    lines: [
      {
        name: "startDate",
        label: "First month of the forecast",
        unit: "date",
        format: "date",
        input: growth.startDate,
      },
      numberLine(
        "fiscalYearEnd",
        "Month in which the fiscal year ends",
        "1 to 12",
        "general",
        growth.fiscalYearEnd,
        { from: 1, to: 12, whole: true },
      ),
      numberLine(
        "newCustomers",
        "New customers",
        "per month",
        "count",
        growth.newCustomers,
        FROM_ZERO,
      ),
      numberLine("churn", "Churn", "fraction / month", "percent", growth.churn, SHARE),
      numberLine(
        "usageGrowth",
        "Growth of usage per customer",
        "fraction / month",
        "percent",
        growth.usageGrowth,
        ABOVE_MINUS_ONE,
      ),
      numberLine(
        "priceGrowth",
        "Growth of prices",
        "fraction / month",
        "percent",
        growth.priceGrowth,
        ABOVE_MINUS_ONE,
      ),
      numberLine(
        "modelDecline",
        "Decline of model prices",
        "fraction / year",
        "percent",
        growth.modelPriceDeclinePerYear,
        BELOW_ONE,
        "20% to 50% a year at constant capability is a cautious range",
      ),
      numberLine(
        "monthsPerYear",
        "Months in a year",
        "months",
        "count",
        12,
        WHOLE_FROM_ONE,
        "A unit, not an assumption",
      ),
    ],
  };
}

/** How far the tornado moves each input, as factors on its base. */
export function sensitivityBlock({ sensitivity }: Scenario): Block {
  const each = (end: "low" | "high") =>
    SENSITIVITY_DRIVERS.map((driver) => sensitivity[driver][end]);
  return {
    kind: "grid",
    title: "Sensitivity",
    note: "Factors on the base, for the tornado; the exchange rate moves only between two currencies",
    axis: DRIVER_AXIS,
    direction: "down",
    items: [
      {
        name: "driver.low",
        label: "Low",
        unit: "factor",
        format: "decimal",
        inputs: each("low"),
        allowed: { numbers: ABOVE_ZERO },
      },
      {
        name: "driver.high",
        label: "High",
        unit: "factor",
        format: "decimal",
        inputs: each("high"),
        allowed: { numbers: ABOVE_ZERO },
      },
    ],
  };
}
