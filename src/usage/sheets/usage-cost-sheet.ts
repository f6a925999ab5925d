import type { Axis, GridBlock, Item, SheetDescription } from "../../workbook/sheet-blocks";
import { units } from "../customers/margin-figures";
import type { TableSource } from "./table-source";
import { topCustomers } from "./top-customers";

const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Upper bounds of margins; nobody keeps more than the last. */
const BOUNDS = [-1, -0.5, 0, 0.2, 0.4, 0.6, 0.8, 1000];

/** With the sign for minus, at which no line is broken. */
const percent = (share: number) => `${Math.round(share * 100)}%`.replace("-", "\u2212");

function binLabel(to: number, i: number): string {
  const from = BOUNDS[i - 1];
  if (from === undefined) return `below ${percent(to)}`;
  return i === BOUNDS.length - 1
    ? `${percent(from)} or more`
    : `${percent(from)} to ${percent(to)}`;
}

/** Cost by model and month, as imported. */
function monthsGrid({ report, models, formats }: TableSource): GridBlock {
  const axis: Axis = {
    id: "months",
    heading: "Model",
    keys: report.months.map((month) => ({ key: month, label: month })),
  };
  const nothing: ReadonlyMap<string, bigint> = new Map();
  const items = models.map(({ key, label, costIn }): Item => ({
    name: `month.model.${key}`,
    label,
    unit: formats.currency,
    format: formats.money,
    inputs: report.months.map((month) => costIn(report.inferenceByMonth.get(month) ?? nothing)),
  }));
  const [first, last] = [items[0]?.name ?? "", items.at(-1)?.name ?? ""];
  return {
    kind: "grid",
    title: "Inference cost by model and month",
    axis,
    direction: "across",
    items: [
      ...items,
      {
        name: "month.total",
        label: "All models",
        unit: formats.currency,
        format: formats.money,
        formula: `SUM(${first}:${last})`,
        isResult: true,
      },
    ],
  };
}

/** What the dearest customers cost together. */
function cumulativeGrid({ formats, cost }: TableSource): GridBlock {
  return {
    kind: "grid",
    title: "Cost of the dearest customers",
    note: "Of the customers in the table",
    axis: {
      id: "shares",
      heading: "Dearest customers",
      keys: SHARES.map((share) => ({ key: `${share}`, label: percent(share) })),
    },
    direction: "down",
    items: [
      { name: "dear.part", label: "Share of customers", format: "percent", fixed: SHARES },
      {
        name: "dear.count",
        label: "Customers",
        format: "count",
        formula: "ROUNDUP(dear.part*count.listed,0)",
      },
      {
        name: "dear.key",
        label: "Key of the last",
        format: formats.money,
        formula: "IFERROR(LARGE(ALL(customer.costKey),dear.count),0)",
      },
      {
        name: "dear.cost",
        label: "Cost",
        format: formats.money,
        // Criteria are texts of 15 digits, so the last of them may or may not be above its own key.
        formula: `IF(dear.count=0,0,SUMIF(ALL(customer.costKey),">"&dear.key,ALL(${cost}))+(dear.count-COUNTIF(ALL(customer.costKey),">"&dear.key))*INDEX(ALL(${cost}),MATCH(dear.key,ALL(customer.costKey),0)))`,
      },
      {
        name: "dear.share",
        label: "Share of their cost",
        format: "percent",
        formula: "IF(total.listed<=0,0,dear.cost/total.listed)",
      },
    ],
  };
}

/** Customers by margin. */
function marginGrid({ knowsOtherCogs }: TableSource): GridBlock {
  return {
    kind: "grid",
    title: knowsOtherCogs ? "Customers by margin" : "Customers by margin after inference",
    note: "Customers in the table whose margin is known",
    axis: {
      id: "bins",
      heading: "Margin",
      keys: BOUNDS.map((to, i) => ({ key: `${i}`, label: binLabel(to, i) })),
    },
    direction: "down",
    items: [
      { name: "bin.to", label: "Upper bound", format: "percent", fixed: BOUNDS },
      {
        name: "bin.below",
        label: "Customers below it",
        format: "count",
        formula: 'COUNTIFS(ALL(customer.kind),"Customer",ALL(customer.margin),"<"&(bin.to-slack))',
      },
      {
        name: "bin.count",
        label: "Customers",
        format: "count",
        formula: "bin.below-PREV(bin.below)",
      },
    ],
  };
}

/** Unallocated usage by why it is. */
function unallocatedGrid({ report, formats, hasImportedCosts }: TableSource): GridBlock[] {
  const kinds = [...report.unallocatedByKind];
  if (kinds.length === 0) return [];
  return [
    {
      kind: "grid",
      title: "Unallocated usage",
      axis: {
        id: "unallocated",
        heading: "Why",
        keys: kinds.map(([kind]) => ({ key: kind, label: kind })),
      },
      direction: "down",
      items: [
        {
          name: "unallocated.requests",
          label: "Requests",
          format: "count",
          inputs: kinds.map(([, { requests }]) => requests),
        },
        {
          name: "unallocated.cost",
          label: "Inference cost",
          format: formats.money,
          inputs: kinds.map(([, { inferenceNano }]) => units(inferenceNano)),
        },
        ...(hasImportedCosts
          ? [
              {
                name: "unallocated.other",
                label: "Other COGS, imported",
                format: formats.money,
                inputs: kinds.map(([, { otherCogsNano }]) => units(otherCogsNano ?? 0n)),
              },
            ]
          : []),
      ],
    },
  ];
}

/** Imported costs besides inference by what they are for; no grid where none were imported. */
function purposesGrid({ report, formats }: TableSource): GridBlock[] {
  const purposes = [...(report.terms.otherCogs?.imported?.byPurpose ?? [])];
  if (purposes.length === 0) return [];
  return [
    {
      kind: "grid",
      title: "Other COGS, imported",
      note: "Of the period",
      axis: {
        id: "purposes",
        heading: "What it is for",
        keys: purposes.map(([purpose], i) => ({ key: `${i}`, label: purpose })),
      },
      direction: "down",
      items: [
        {
          name: "purpose.cost",
          label: "Cost",
          format: formats.money,
          inputs: purposes.map(([, nano]) => units(nano)),
        },
        {
          name: "purpose.share",
          label: "Share of it",
          format: "percent",
          formula: "IF(SUM(ALL(purpose.cost))=0,0,purpose.cost/SUM(ALL(purpose.cost)))",
        },
      ],
    },
  ];
}

/** Where the cost of the period comes from. */
export function usageCostSheet(source: TableSource): SheetDescription {
  return {
    id: "usageCost",
    name: "Usage cost",
    title: "Usage cost",
    subtitle: `By model and month, by customer and by margin; amounts in ${source.formats.currency}`,
    blocks: [
      monthsGrid(source),
      cumulativeGrid(source),
      marginGrid(source),
      ...unallocatedGrid(source),
      ...purposesGrid(source),
      ...topCustomers(source).map(({ working }) => working),
    ],
    widths: { label: 30, unit: 10, others: 14 },
    frozenColumns: 1,
    print: { landscape: true },
    role: "calculation",
  };
}
