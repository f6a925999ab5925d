import { first } from "../column";
import type { UsageFormat } from "../format";

const SHARED = {
  holds: "usage",
  family: "anthropic",
  describes: "bills",
  zone: "UTC",
  provider: { constant: "anthropic" },
  requests: [],
} as const;

/**
 * Cost of Anthropic's API from the Console, as CSV: dollars, rounded to cents. Models stand
 * there by their display names.
 */
export const ANTHROPIC_CONSOLE_COST: UsageFormat = {
  ...SHARED,
  id: "anthropic-console-cost",
  name: "Anthropic cost (Console)",
  shapes: [{ in: "csv", has: ["usage_date_utc", "token_type", "cost_usd"] }],
  start: first("usage_date_utc"),
  currency: { constant: "USD" },
  customer: { columns: ["workspace", "api_key", "api_key_id"] },
  feature: first("token_type"),
  model: { first: ["model"], as: "display name" },
  cost: { add: [first("cost_usd")], unit: "units", basis: "billed", zero: "free" },
  listCost: { add: [first("list_price_usd")], unit: "units" },
  batch: { when: first("usage_type"), is: ["batch"] },
};

/**
 * Cost of Anthropic's API from GET /v1/organizations/cost_report: unlike the Console's, amounts
 * are text in hundredths ("123.78912" is $1.2378912).
 */
export const ANTHROPIC_COST_REPORT: UsageFormat = {
  ...SHARED,
  id: "anthropic-cost-report",
  name: "Anthropic cost report",
  notes: ["The cost report never shows the cost of the priority tier."],
  shapes: [
    {
      in: "json",
      rows: ["data", "results"],
      has: ["starting_at", "amount", "currency", "cost_type"],
    },
  ],
  start: first("starting_at"),
  end: first("ending_at"),
  currency: first("currency"),
  customer: { columns: ["workspace_id"] },
  feature: first("token_type", "cost_type"),
  model: first("model"),
  cost: { add: [first("amount")], unit: "hundredths", basis: "billed", zero: "free" },
  serviceTier: first("service_tier"),
  batch: { when: first("service_tier"), is: ["batch"] },
};
