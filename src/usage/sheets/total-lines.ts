import type { Line, LinesBlock } from "../../workbook/sheet-blocks";
import type { CustomersReport } from "../customers/customers-report";
import { units } from "../customers/margin-figures";
import type { TableSource } from "./table-source";

const NOT_KNOWN = "not known";

function bandFormula(): string {
  const bands = 'IF(total.margin+slack<saasFrom,"Healthy","SaaS-like")';
  const healthy = `IF(total.margin+slack<healthyFrom,"Below healthy",${bands})`;
  const flagged = `IF(total.margin+slack<flagBelow,"Flagged",${healthy})`;
  return `IF(ISNUMBER(total.margin),IF(total.margin+slack<0,"Negative",${flagged}),"Incomplete")`;
}

/** Credits that are owed to customers; no line where nobody paid in advance. */
function prepaidLine({ report, formats }: TableSource): Line[] {
  const { prepaid } = report.terms.revenue;
  if (prepaid.length === 0) return [];
  const why = prepaid.find(({ notKnown }) => notKnown !== null)?.notKnown;
  return [
    {
      name: "total.prepaid",
      label: "Credits paid for and not used",
      unit: formats.currency,
      format: formats.money,
      input: units(prepaid.reduce((sum, { unusedNano }) => sum + unusedNano, 0n)),
      note: why == null ? "No revenue until they are used" : `Not known: ${why}`,
    },
  ];
}

/** Whether revenue or other cost is missing, of which no price per token says how much it is. */
function lacksAmounts({ total, terms }: CustomersReport): boolean {
  return total.ledger.lacksRevenue || (terms.otherCogs?.imported?.unconverted.length ?? 0) > 0;
}

/** The share of usage that has a price, and between what the margin lies for want of the others. */
function rangeLines({ report }: TableSource, label: string): Line[] {
  const isOpen = lacksAmounts(report);
  const margin = (name: "low" | "high", words: string, cost: "low" | "high"): Line => ({
    name: `range.margin.${name}`,
    label: `${label}, ${words}`,
    unit: "of revenue",
    format: "percent",
    formula: isOpen
      ? `"${NOT_KNOWN}"`
      : `IF(ISNUMBER(range.cost.${cost}),IF(total.revenue<=0,"no revenue",(total.revenue-range.cost.${cost})/total.revenue),"${NOT_KNOWN}")`,
  });
  return [
    {
      ...margin("low", "at least", "high"),
      note: isOpen
        ? "Revenue or other cost is missing: it has no rate, or is of prepaid credits"
        : "What has no price at the dearest price per token of the import",
    },
    { ...margin("high", "at most", "low"), ...(!isOpen && { note: "At the cheapest" }) },
    {
      name: "total.priced",
      label: "Requests with a known cost",
      unit: "of all",
      format: "percent",
      formula:
        "IF(SUM(ALL(customer.requests))<=0,1,1-SUM(ALL(customer.unpriced))/SUM(ALL(customer.requests)))",
    },
  ];
}

/** Revenue, cost and margin of all together. */
export function totalLines(source: TableSource): LinesBlock {
  const { knowsOtherCogs, formats, cost, report } = source;
  const { currency, money } = formats;
  const marginLabel = knowsOtherCogs ? "Blended margin" : "Margin after inference";
  const amount = (name: string, label: string, formula: string, note?: string): Line => ({
    name: `total.${name}`,
    label,
    unit: currency,
    format: money,
    formula,
    ...(note !== undefined && { note }),
  });
  const other = knowsOtherCogs
    ? [amount("otherCogs", "Other COGS", "SUM(ALL(customer.otherCogs))")]
    : [];
  const band: Line[] = knowsOtherCogs
    ? [
        {
          name: "total.band",
          label: "Investors' band",
          format: "text",
          formula: bandFormula(),
          isVerdict: true,
        },
      ]
    : [];
  return {
    kind: "lines",
    title: "All together",
    note: `Revenue: ${report.terms.revenue.basis}`,
    lines: [
      amount(
        "revenue",
        "Revenue",
        "SUM(ALL(customer.revenue))",
        "Net of discounts, without tax; contracts and breakage are not in exports",
      ),
      amount("inference", "Inference cost", "SUM(ALL(customer.inference))"),
      ...other,
      amount(
        "cogs",
        knowsOtherCogs ? "COGS" : "Cost to serve, inference alone",
        `SUM(ALL(${cost}))`,
        "Unallocated usage included",
      ),
      amount(
        "profit",
        knowsOtherCogs ? "Gross profit" : "Left after inference",
        "total.revenue-total.cogs",
      ),
      {
        name: "total.margin",
        label: marginLabel,
        unit: "of revenue",
        format: "percent",
        formula:
          'IF(SUM(ALL(customer.gaps))>0,"incomplete",IF(total.revenue<=0,"no revenue",total.profit/total.revenue))',
        isResult: true,
      },
      ...band,
      ...rangeLines(source, marginLabel),
      amount(
        "unallocated",
        "Unallocated cost",
        `SUMIF(ALL(customer.kind),"Unallocated",ALL(${cost}))`,
        "No customer named, internal, evaluation or free tier",
      ),
      amount("invoiced", "Invoiced in the period", "SUM(ALL(customer.invoiced))"),
      amount("deferred", "Deferred at its end", "SUM(ALL(customer.deferred))"),
      amount("unbilled", "Not yet invoiced at its end", "SUM(ALL(customer.unbilled))"),
      ...prepaidLine(source),
    ],
  };
}

/** What is not priced, and what it may change. */
export function pricedLines({ report, formats }: TableSource): LinesBlock {
  const { unpriced } = report;
  const { start, end } = report.terms.usage;
  const instant = (name: string, label: string, at: number, note: string): Line => ({
    name: `usage.${name}`,
    label,
    unit: "UTC",
    format: "text",
    fixed: new Date(at).toISOString().slice(0, 10),
    note,
  });
  const { currency, money } = formats;
  const input = (name: "low" | "high", label: string): Line => ({
    name: `unpriced.${name}`,
    label,
    unit: currency,
    format: money,
    input: unpriced === null ? NOT_KNOWN : units(unpriced[`${name}Nano`]),
  });
  const cost = (name: "low" | "high", label: string): Line => ({
    name: `range.cost.${name}`,
    label,
    unit: currency,
    format: money,
    formula: `IF(ISNUMBER(unpriced.${name}),total.cogs+unpriced.${name},"${NOT_KNOWN}")`,
  });
  const share = (basis: string): Line => ({
    name: `total.share.${basis}`,
    label: `Share of cost ${basis}`,
    unit: "of cost",
    format: "percent",
    formula: `IF(total.cogs<=0,0,SUM(ALL(customer.${basis}))/total.cogs)`,
  });
  return {
    kind: "lines",
    title: "How well it is known",
    lines: [
      input("low", "The others at the cheapest price per token"),
      input("high", "The others at the dearest price per token"),
      cost("low", "Cost with them, at least"),
      cost("high", "Cost with them, at most"),
      share("billed"),
      share("reported"),
      share("derived"),
      {
        name: "total.share.assumed",
        label: "Share of cost assumed",
        unit: "of cost",
        format: "percent",
        formula:
          "IF(total.cogs<=0,0,MAX(0,1-total.share.billed-total.share.reported-total.share.derived))",
        note: "Prices of the user and other COGS",
      },
      instant("start", "Usage begins on", start, "Revenue is of whole months"),
      instant("end", "Usage ends on", end - 1, "A month that is cut shows too high a margin"),
    ],
  };
}

/** How many customers stand how. */
export function statusLines({ formats, knowsOtherCogs, cost }: TableSource): LinesBlock {
  const count = (name: string, status: string, note?: string): Line => ({
    name: `count.${name}`,
    label: status,
    unit: "customers",
    format: "count",
    formula: `COUNTIF(ALL(customer.status),"${status}")`,
    ...(note !== undefined && { note }),
  });
  return {
    kind: "lines",
    title: "Customers by status",
    lines: [
      {
        name: "count.listed",
        label: "Customers in the table",
        unit: "customers",
        format: "count",
        formula: 'COUNTIF(ALL(customer.kind),"Customer")',
      },
      {
        name: "total.listed",
        label: "Cost to serve them",
        unit: formats.currency,
        format: formats.money,
        formula: `SUMIF(ALL(customer.kind),"Customer",ALL(${cost}))`,
      },
      count("loss", "Loss"),
      {
        name: "total.loss",
        label: "Lost on them",
        unit: formats.currency,
        format: formats.money,
        formula: '0-SUMIF(ALL(customer.status),"Loss",ALL(customer.profit))',
      },
      count("below", "Below target"),
      knowsOtherCogs
        ? count("at", "At target")
        : count("at", "Not known", "At target after inference; other COGS are not known"),
      count("noRevenue", "No revenue"),
      count("incomplete", "Incomplete", "Some cost or revenue is not known"),
    ],
  };
}
