import type { Item } from "../../workbook/sheet-blocks";
import { amountItem } from "./table-item";
import type { TableSource } from "./table-source";

const CUSTOMER = 'customer.kind="Customer"';

/** What is met after inference alone is not known to be met. */
function statusFormula(knowsOtherCogs: boolean): string {
  const met = knowsOtherCogs ? "At target" : "Not known";
  const withMargin = `IF(customer.margin+slack<0,"Loss",IF(customer.margin+slack<targetMargin,"Below target","${met}"))`;
  const withoutRevenue = 'IF(customer.profit<0,"Loss","No revenue")';
  return `IF(${CUSTOMER},IF(customer.gaps>0,"Incomplete",IF(customer.revenue<=0,${withoutRevenue},${withMargin})),"")`;
}

function riseFormula(cost: string, knowsOtherCogs: boolean): string {
  const shared = knowsOtherCogs ? "-otherCogs.share*customer.revenue" : "";
  const room = knowsOtherCogs ? "(1-targetMargin-otherCogs.share)" : "(1-targetMargin)";
  const rise = `MAX(0,(${cost}${shared})/${room}/customer.revenue-1)`;
  const known = `IF(customer.revenue<=0,"no revenue",IF(${room}<=0,"none does",${rise}))`;
  return `IF(${CUSTOMER},IF(customer.gaps>0,"incomplete",${known}),"")`;
}

function costItems(source: TableSource, models: readonly Item[]): Item[] {
  const { knowsOtherCogs, formats, hasImportedCosts } = source;
  const [first, last] = [models[0]?.name ?? "", models.at(-1)?.name ?? ""];
  const inference: Item = {
    name: "customer.inference",
    label: "Inference cost",
    format: formats.money,
    formula: `SUM(${first}:${last})`,
  };
  if (!knowsOtherCogs) return [inference, ...models];
  return [
    inference,
    ...models,
    ...(hasImportedCosts
      ? [
          amountItem(
            source,
            "otherImported",
            "Other COGS, imported",
            ({ otherCogsNano }) => otherCogsNano ?? 0n,
          ),
        ]
      : []),
    {
      name: "customer.otherCogs",
      label: "Other COGS",
      format: formats.money,
      formula: `customer.tasks*otherCogs.task+customer.activeMonths*otherCogs.customer+customer.revenue*otherCogs.share${hasImportedCosts ? "+customer.otherImported" : ""}`,
    },
  ];
}

/** Revenue, cost and margin of each row, and what would reach the target. */
export function marginItems(source: TableSource, models: readonly Item[]): Item[] {
  const { knowsOtherCogs, formats, cost } = source;
  const { money } = formats;
  const cogs: Item = {
    name: "customer.cogs",
    label: "COGS",
    format: money,
    formula: "customer.inference+customer.otherCogs",
  };
  return [
    {
      name: "customer.status",
      label: "Status",
      format: "text",
      formula: statusFormula(knowsOtherCogs),
      isVerdict: true,
    },
    amountItem(source, "revenue", "Revenue", ({ revenueNano }) => revenueNano),
    {
      name: "customer.margin",
      label: knowsOtherCogs ? "Margin" : "Margin after inference",
      format: "percent",
      formula:
        'IF(customer.gaps>0,"incomplete",IF(customer.revenue<=0,"no revenue",customer.profit/customer.revenue))',
      isResult: true,
    },
    {
      name: "customer.profit",
      label: knowsOtherCogs ? "Gross profit" : "Left after inference",
      format: money,
      formula: `customer.revenue-${cost}`,
    },
    ...(knowsOtherCogs ? [cogs] : []),
    {
      name: "customer.share",
      label: "Share of all cost",
      format: "percent",
      formula: `IF(total.cogs<=0,0,${cost}/total.cogs)`,
    },
    {
      name: "customer.takeOut",
      label: "Cost to take out",
      format: money,
      formula: `IF(${CUSTOMER},IF(customer.gaps>0,"incomplete",MAX(0,${cost}-customer.revenue*(1-targetMargin))),"")`,
    },
    {
      name: "customer.rise",
      label: "Price rise to target",
      format: "percent",
      formula: riseFormula(cost, knowsOtherCogs),
    },
    ...costItems(source, models),
  ];
}
