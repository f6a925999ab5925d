import type { GridBlock, Item } from "../../workbook/sheet-blocks";
import type { Ledger } from "../customers/ledger";
import { marginItems } from "./margin-items";
import { amountItem, importedItem, textItem } from "./table-item";
import type { TableSource } from "./table-source";

function modelItems(source: TableSource): Item[] {
  return source.models.map(({ key, label, costIn }) =>
    importedItem(source, `model.${key}`, `Cost of ${label}`, source.formats.money, (ledger) =>
      costIn(ledger.inferenceByModel),
    ),
  );
}

function usageItems(source: TableSource): Item[] {
  const { fine } = source.formats;
  const quantile = (key: "p50" | "p90" | "p99", label: string) =>
    importedItem(source, key, `Cost per task ${label}`, fine, (_, { taskCosts }) =>
      typeof taskCosts === "string" ? taskCosts : taskCosts[key],
    );
  return [
    importedItem(source, "requests", "Requests", "count", ({ requests }) => requests),
    importedItem(source, "tasks", "Tasks", "count", ({ tasks }) => tasks),
    {
      name: "customer.perTask",
      label: "Inference per task",
      format: fine,
      formula: 'IF(customer.tasks=0,"no tasks",customer.inference/customer.tasks)',
    },
    quantile("p50", "P50"),
    quantile("p90", "P90"),
    quantile("p99", "P99"),
  ];
}

function timeItems(source: TableSource): Item[] {
  const months = source.report.wholeMonths;
  const last = months.at(-1) ?? "the last whole month";
  const nanoIn = ({ byMonth }: Ledger, month: string) => byMonth.get(month)?.inferenceNano ?? 0n;
  return [
    importedItem(source, "activeMonths", "Months active", "count", (ledger) => ledger.activeMonths),
    amountItem(source, "before", `Inference before ${last}`, (ledger) =>
      months.slice(0, -1).reduce((sum, month) => sum + nanoIn(ledger, month), 0n),
    ),
    amountItem(source, "last", `Inference of ${last}`, (ledger) => nanoIn(ledger, last)),
    {
      name: "customer.trend",
      label: `Trend: ${last} against the mean before`,
      format: "percent",
      formula:
        'IF(months<2,IF(months<1,"no whole month","one month"),IF(customer.before<=0,"new",customer.last/(customer.before/(months-1))-1))',
    },
    amountItem(source, "invoiced", "Invoiced", ({ invoicedNano }) => invoicedNano),
    amountItem(source, "deferred", "Deferred at the end", ({ deferredNano }) => deferredNano),
    amountItem(source, "unbilled", "Not yet invoiced", ({ unbilledNano }) => unbilledNano),
  ];
}

const QUALITIES = ["billed", "reported", "derived"] as const;

function qualityItems(source: TableSource): Item[] {
  const { cost } = source;
  const share = (name: string, amount: string): Item => ({
    name: `customer.share.${name}`,
    label: `Share ${name}`,
    format: "percent",
    formula: `IF(${cost}<=0,0,${amount}/${cost})`,
  });
  const known = QUALITIES.map((basis) => `customer.${basis}`);
  return [
    ...QUALITIES.map((basis) =>
      amountItem(source, basis, `Cost ${basis}`, ({ inferenceByBasis }) => inferenceByBasis[basis]),
    ),
    ...QUALITIES.map((basis) => share(basis, `customer.${basis}`)),
    share("assumed", `MAX(0,${cost}-${known.join("-")})`),
  ];
}

function gapItems(source: TableSource): Item[] {
  return [
    importedItem(
      source,
      "unpriced",
      "Unpriced requests",
      "count",
      (ledger) => ledger.unpricedRequests,
    ),
    importedItem(source, "gaps", "Gaps", "count", ({ gaps }) => gaps.length),
    textItem(source, "kind", "Kind", ({ kind }) => kind),
    textItem(source, "matched", "Matched by", ({ matched }) => matched),
    {
      name: "customer.order",
      label: "No.",
      format: "count",
      fixed: source.rows.map((_, i) => i + 1),
    },
    {
      name: "customer.costKey",
      label: "Order by cost",
      format: source.formats.money,
      formula: `IF(customer.kind="Customer",${source.cost}-customer.order*tieBreak,"")`,
    },
    {
      name: "customer.lossKey",
      label: "Order by loss",
      format: source.formats.money,
      formula: 'IF(customer.status="Loss",-customer.profit-customer.order*tieBreak,"")',
    },
    textItem(source, "why", "What is missing", ({ ledger }) => ledger.gaps.join("; ")),
  ];
}

function noteOf({ report, rows }: TableSource): string {
  const shown = rows.filter(({ kind }) => kind === "Customer").length;
  const count = report.customers.length;
  const said = "Blue figures are imported, black ones follow from them";
  return shown < count ? `The dearest ${shown} of ${count}, the others in one line. ${said}` : said;
}

/** The table of customers: live formulas over imported values. */
export function customersTable(source: TableSource): GridBlock {
  return {
    kind: "grid",
    title: "Customers",
    note: noteOf(source),
    direction: "down",
    axis: {
      id: "customers",
      heading: "Customer",
      keys: source.rows.map(({ name }, i) => ({ key: `${i}`, label: name })),
    },
    items: [
      textItem(source, "name", "Customer", ({ name }) => name),
      textItem(source, "id", "Id", ({ id }) => id),
      ...marginItems(source, modelItems(source)),
      ...usageItems(source),
      ...timeItems(source),
      ...qualityItems(source),
      ...gapItems(source),
    ],
  };
}
