import {
  type Format,
  plainCosts,
  plainRevenue,
  plainUsage,
  suggestCostMapping,
  suggestRevenueMapping,
  suggestUsageMapping,
} from "../../../usage";
import type { MoneyUnit } from "../../../usage/values/money";

/** Which column of a plain table holds what, by the fields of the form. */
export interface Mapping {
  readonly holds: Format["holds"];
  readonly columns: Readonly<Record<string, string>>;
}

/** A field of the form: a column of the table, one of some choices, or a text. */
export interface MappingField {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly isNeeded?: boolean;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly isText?: boolean;
}

const UNITS: MappingField["choices"] = [
  ["units", "Whole units, such as dollars"],
  ["hundredths", "Hundredths, such as cents"],
  ["billionths", "Billionths"],
  ["minor units", "Smallest units of each currency"],
];

const CURRENCY: MappingField = {
  key: "currencyIs",
  label: "Currency without a column",
  hint: "Three letters; USD where it is left blank",
  isText: true,
};

/** The fields of each kind of table: those that matter most, and the others. */
export const MAPPING_FIELDS: Readonly<
  Record<
    Format["holds"],
    { readonly first: readonly MappingField[]; readonly more: readonly MappingField[] }
  >
> = {
  usage: {
    first: [
      { key: "start", label: "Time or day", isNeeded: true },
      { key: "customer", label: "Customer" },
      { key: "model", label: "Model" },
      { key: "input", label: "Input tokens" },
      { key: "cacheRead", label: "Cached tokens" },
      { key: "output", label: "Output tokens" },
      { key: "requests", label: "Requests" },
      { key: "cost", label: "Cost" },
    ],
    more: [
      {
        key: "rowsAre",
        label: "A row is",
        choices: [
          ["requests", "a request"],
          ["totals", "the total of several"],
        ],
      },
      { key: "costUnit", label: "Cost is in", choices: UNITS },
      { key: "trace", label: "Task or trace" },
      { key: "rowId", label: "Id of the row" },
      { key: "provider", label: "Provider" },
      { key: "cacheWrite", label: "Tokens written to a cache" },
      { key: "reasoning", label: "Reasoning tokens", hint: "A part of the output tokens" },
      { key: "user", label: "User" },
      { key: "feature", label: "Feature" },
      { key: "serviceTier", label: "Service tier" },
      { key: "end", label: "End" },
      { key: "currency", label: "Currency" },
      CURRENCY,
    ],
  },
  revenue: {
    first: [
      { key: "start", label: "Start of the service, or day", isNeeded: true },
      { key: "end", label: "End of the service" },
      { key: "amount", label: "Amount, net of discounts, without tax", isNeeded: true },
      { key: "customer", label: "Customer" },
      { key: "customerName", label: "Name of the customer" },
      { key: "currency", label: "Currency" },
    ],
    more: [
      { key: "amountUnit", label: "Amount is in", choices: UNITS },
      { key: "tax", label: "Tax that the amount includes" },
      { key: "discount", label: "Discount still to take off" },
      {
        key: "endIsLast",
        label: "The end is",
        choices: [
          ["", "the first moment after the service"],
          ["yes", "the last day of the service"],
        ],
      },
      { key: "invoicedOn", label: "Day of the invoice" },
      { key: "invoice", label: "Invoice" },
      { key: "subscription", label: "Subscription" },
      { key: "rowId", label: "Id of the line" },
      CURRENCY,
    ],
  },
  costs: {
    first: [
      { key: "start", label: "Month, or day", isNeeded: true },
      { key: "amount", label: "Amount, without tax", isNeeded: true },
      { key: "customer", label: "Customer" },
      { key: "customerName", label: "Name of the customer" },
      { key: "purpose", label: "What it is for" },
      { key: "currency", label: "Currency" },
    ],
    more: [
      { key: "end", label: "First moment after", hint: "Spread by day up to there" },
      { key: "amountUnit", label: "Amount is in", choices: UNITS },
      { key: "rowId", label: "Id of the line" },
      CURRENCY,
    ],
  },
};

interface Suggested {
  readonly usage: ReturnType<typeof suggestUsageMapping>;
  readonly revenue: ReturnType<typeof suggestRevenueMapping>;
  readonly costs: ReturnType<typeof suggestCostMapping>;
}

/** What the columns probably are, by their names. */
export function suggestedMapping(columns: readonly string[], asked?: Format["holds"]): Mapping {
  const usage = suggestUsageMapping(columns);
  const revenue = suggestRevenueMapping(columns);
  const costs = suggestCostMapping(columns);
  const suggested = { usage, revenue, costs };
  const holds = asked ?? likely(suggested);
  return { holds, columns: { ...suggested[holds] } };
}

/** Words in the names of columns that hold costs, or what they are for. */
const COST_WORDS = /\b(?:costs?|cogs|what|purpose|category)\b/i;

/** A table without tokens is of other costs where its columns say so, and none is of sales alone. */
function likely({ usage, revenue, costs }: Suggested): Format["holds"] {
  if ((usage.model ?? usage.input ?? usage.output) !== undefined) return "usage";
  const { amount, purpose } = costs;
  const names = [amount, purpose].filter((name) => name !== undefined);
  const isOfCosts = amount !== undefined && names.some((name) => COST_WORDS.test(name));
  if (isOfCosts && !isSold(revenue)) return "costs";
  return revenue.amount === undefined ? "usage" : "revenue";
}

/** Whether columns are there that only sales have. */
function isSold({ invoice, subscription, invoicedOn, tax, discount }: Suggested["revenue"]) {
  return (invoice ?? subscription ?? invoicedOn ?? tax ?? discount) !== undefined;
}

/** The columns that are needed and have no answer. */
export function missingFields({ holds, columns }: Mapping): readonly MappingField[] {
  return MAPPING_FIELDS[holds].first.filter(({ key, isNeeded }) => isNeeded && !columns[key]);
}

function isUnit(text: string | undefined): text is MoneyUnit {
  return UNITS?.some(([value]) => value === text) ?? false;
}

/** The format that a mapping with all that is needed stands for. */
export function formatOf({ holds, columns }: Mapping): Format {
  const filled = Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== ""));
  const { costUnit, amountUnit, rowsAre, endIsLast, currencyIs, ...names } = filled;
  const { start = "", amount = "" } = names;
  const currency = currencyIs === undefined ? {} : { currencyIs: currencyIs.trim().toUpperCase() };
  if (holds === "costs") {
    const unit = isUnit(amountUnit) && { amountUnit };
    return plainCosts({ ...names, ...currency, start, amount, ...unit });
  }
  if (holds === "revenue") {
    return plainRevenue({
      ...names,
      ...currency,
      start,
      amount,
      ...(isUnit(amountUnit) && { amountUnit }),
      ...(endIsLast === "yes" && { endIsLast: true }),
    });
  }
  return plainUsage({
    ...names,
    ...currency,
    start,
    ...(isUnit(costUnit) && { costUnit }),
    ...(rowsAre === "totals" && { rowsAre }),
  });
}
