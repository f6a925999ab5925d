import type { CostMapping } from "./formats/plain-costs";
import type { RevenueMapping } from "./formats/plain-revenue";
import type { UsageMapping } from "./formats/plain-usage";

/** What is known of a mapping before the user has said the rest. */
export type Suggestion<T> = { readonly [K in keyof T]?: string };

type Names<T> = Readonly<Partial<Record<keyof T, readonly string[]>>>;

// Words by which people head such columns; the likeliest first.
const USAGE: Names<UsageMapping> = {
  start: ["timestamp", "time", "start time", "started at", "created at", "date", "day"],
  end: ["end time", "ended at", "end"],
  rowId: ["request id", "generation id", "event id", "id"],
  customer: [
    "customer id",
    "customer",
    "tenant id",
    "tenant",
    "account id",
    "account",
    "organization id",
  ],
  user: ["user id", "end user", "user"],
  feature: ["feature", "workflow", "task", "endpoint"],
  trace: ["trace id", "session id", "run id", "conversation id"],
  model: ["model", "model name", "model id"],
  provider: ["provider", "vendor"],
  input: ["input tokens", "prompt tokens", "tokens in", "input"],
  cacheRead: [
    "cache read tokens",
    "cached tokens",
    "cached input tokens",
    "cache read input tokens",
  ],
  cacheWrite: ["cache write tokens", "cache creation tokens", "cache creation input tokens"],
  output: ["output tokens", "completion tokens", "tokens out", "output"],
  reasoning: ["reasoning tokens", "thinking tokens"],
  requests: ["requests", "request count", "calls", "api requests"],
  cost: ["cost usd", "cost", "total cost", "spend", "amount"],
  currency: ["currency"],
  serviceTier: ["service tier", "tier"],
};

const REVENUE: Names<RevenueMapping> = {
  start: ["period start", "service start", "start date", "start", "from", "date", "invoice date"],
  end: ["period end", "service end", "end date", "end", "to"],
  amount: [
    "net amount",
    "amount excluding tax",
    "net revenue",
    "revenue",
    "mrr",
    "amount",
    "total",
  ],
  tax: ["tax", "tax amount", "vat"],
  discount: ["discount", "discount amount"],
  rowId: ["line id", "line item id", "id"],
  customer: ["customer id", "customer", "account id", "account", "tenant id", "tenant"],
  customerName: ["customer name", "account name", "company"],
  invoice: ["invoice id", "invoice number", "invoice"],
  subscription: ["subscription id", "subscription"],
  invoicedOn: ["invoiced on", "invoice date", "issued on"],
  currency: ["currency"],
};

const COSTS: Names<CostMapping> = {
  start: ["month", "period", "period start", "start date", "start", "from", "date", "day"],
  end: ["period end", "end date", "end", "to"],
  amount: ["cost", "costs", "cogs", "net amount", "amount", "total"],
  customer: ["customer id", "customer", "account id", "account", "tenant id", "tenant"],
  customerName: ["customer name", "account name", "company"],
  purpose: ["what", "purpose", "cost type", "category", "type", "description", "item"],
  rowId: ["line id", "id"],
  currency: ["currency"],
};

function words(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function suggest<T>(names: Names<T>, columns: readonly string[]): Suggestion<T> {
  const byWords = new Map(columns.map((column) => [words(column), column]));
  const taken = new Set<string>();
  const found: Partial<Record<keyof T, string>> = {};
  for (const key of Object.keys(names) as (keyof T)[]) {
    const wanted = names[key]?.find((name) => byWords.has(name) && !taken.has(name));
    const column = wanted === undefined ? undefined : byWords.get(wanted);
    if (wanted === undefined || column === undefined) continue;
    taken.add(wanted);
    found[key] = column;
  }
  return found;
}

/** What the columns of a plain table of usage probably are, by their names; to be confirmed. */
export function suggestUsageMapping(columns: readonly string[]): Suggestion<UsageMapping> {
  return suggest(USAGE, columns);
}

/** What the columns of a plain table of revenue probably are, by their names; to be confirmed. */
export function suggestRevenueMapping(columns: readonly string[]): Suggestion<RevenueMapping> {
  return suggest(REVENUE, columns);
}

/** What the columns of a plain table of other costs probably are, by their names; to be confirmed. */
export function suggestCostMapping(columns: readonly string[]): Suggestion<CostMapping> {
  return suggest(COSTS, columns);
}

/** A key under which the mapping of a table is remembered: tables with the same columns share it. */
export function mappingKey(columns: readonly string[]): string {
  return columns.map(words).sort().join("|");
}
