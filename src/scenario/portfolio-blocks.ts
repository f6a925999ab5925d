import type { ListBlock } from "../workbook/sheet-spec";
import { calculated, result } from "./cells";
import type { ScenarioFigures } from "./scenario-figures";

/** Expected cost to serve over all customers. */
export function costToServe(figures: ScenarioFigures): ListBlock {
  const perMonth = "per customer and month";
  return {
    kind: "list",
    title: "Cost to serve, expected over all customers",
    headings: ["Figure", "Value", "Unit", "Meaning"],
    rows: [
      {
        name: "meanUsage",
        label: "Mean usage",
        cell: calculated(figures.meanUsage, "count", ({ at, call }) =>
          call("USAGEMEAN", at("usageP50"), at("usageTail"), at("tail")),
        ),
        unit: `tasks ${perMonth}`,
        note: "Lies above the median because the heaviest pull it up",
      },
      {
        name: "meanCogs",
        label: "Cost to serve",
        cell: calculated(
          figures.meanCogs,
          "money",
          ({ at }) => `${at("meanUsage")}*${at("costPerTask")}+${at("fixedCost")}`,
        ),
        unit: `$ ${perMonth}`,
      },
    ],
  };
}

/** Blended margin, its band, the portfolio floor and what it comes to for the company. */
export function blended(figures: ScenarioFigures): ListBlock {
  return {
    kind: "list",
    title: "Blended margin: total profit over total revenue",
    headings: ["Figure", "Value", "Unit", "Meaning"],
    rows: [
      {
        name: "blendedMargin",
        label: "Blended margin",
        cell: result(figures.blendedMargin, "percent", ({ at, call }) =>
          call("GROSSMARGIN", at("price"), at("meanCogs")),
        ),
        unit: "of revenue",
        note: "Expected over the usage of all customers",
      },
      {
        name: "band",
        label: "Band",
        cell: result(figures.band, "text", ({ at, call }) =>
          call(
            "MARGINBAND",
            at("blendedMargin"),
            at("flagBelow"),
            at("healthyFrom"),
            at("saasFrom"),
          ),
        ),
        unit: "",
        note: "Investors' bands; they apply to blended margins only",
      },
      {
        name: "portfolioFloor",
        label: "Portfolio floor",
        cell: result(figures.portfolioFloor, "money", ({ at, call }) =>
          call("PRICEFLOOR", at("meanCogs"), at("target")),
        ),
        unit: "$ per customer and month",
        note: "Least flat price at which the blended margin meets the target",
      },
      {
        name: "breakEvenUsage",
        label: "Break-even usage",
        cell: calculated(figures.breakEvenUsage, "count", ({ at, call }) =>
          call("BREAKEVENUSAGE", at("price"), at("costPerTask"), at("fixedCost")),
        ),
        unit: "tasks per month",
        note: "A customer who uses more costs more than they pay",
      },
      {
        name: "usageAtTarget",
        label: "Most usage at the target",
        cell: calculated(figures.usageAtTarget, "count", ({ at, call }) =>
          call("BREAKEVENUSAGE", at("price"), at("costPerTask"), at("fixedCost"), at("target")),
        ),
        unit: "tasks per month",
        note: "A customer who uses more is below the target",
      },
      {
        name: "belowTarget",
        label: "Customer-months below target",
        cell: calculated(figures.belowTargetShare, "percent", ({ at, call }) =>
          call(
            "BELOWTARGETSHARE",
            at("price"),
            at("costPerTask"),
            at("usageP50"),
            at("usageTail"),
            at("fixedCost"),
            at("target"),
            at("tail"),
          ),
        ),
        unit: "of customer-months",
      },
      {
        name: "lossMaking",
        label: "Loss-making customer-months",
        cell: calculated(figures.lossMakingShare, "percent", ({ at, call }) =>
          call(
            "BELOWTARGETSHARE",
            at("price"),
            at("costPerTask"),
            at("usageP50"),
            at("usageTail"),
            at("fixedCost"),
            "0",
            at("tail"),
          ),
        ),
        unit: "of customer-months",
      },
      {
        name: "companyRevenue",
        label: "Revenue",
        cell: calculated(
          figures.companyRevenue,
          "money",
          ({ at }) => `${at("price")}*${at("customers")}`,
        ),
        unit: "$ per month, all customers",
      },
      {
        name: "companyCogs",
        label: "Cost to serve, all customers",
        cell: calculated(
          figures.companyCogs,
          "money",
          ({ at }) => `${at("meanCogs")}*${at("customers")}`,
        ),
        unit: "$ per month, all customers",
      },
      {
        name: "companyGrossProfit",
        label: "Gross profit",
        cell: result(
          figures.companyGrossProfit,
          "money",
          ({ at }) => `${at("companyRevenue")}-${at("companyCogs")}`,
        ),
        unit: "$ per month, all customers",
      },
    ],
  };
}
