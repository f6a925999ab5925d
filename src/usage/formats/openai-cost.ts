import { first } from "../column";
import type { UsageFormat } from "../format";

/**
 * Cost of OpenAI's API by day: the dashboard's cost CSV and GET /v1/organization/costs. It is
 * what is billed, in dollars, and states no tokens. A line item such as "gpt-5-nano,
 * input_tokens" names the model. Contains user_email, which is not read.
 */
export const OPENAI_COST: UsageFormat = {
  id: "openai-cost",
  name: "OpenAI cost",
  holds: "usage",
  family: "openai",
  describes: "bills",
  shapes: [
    { in: "csv", has: ["start_time_iso", "amount_value"] },
    {
      in: "json",
      rows: ["data", "results"],
      has: ["start_time", ["amount", "value"], ["amount", "currency"]],
    },
  ],
  skips: [{ blank: ["amount_value", ["amount", "value"]], because: "no cost in this bucket" }],
  start: first("start_time", "start_time_iso"),
  end: first("end_time", "end_time_iso"),
  zone: "UTC",
  currency: first("amount_currency", ["amount", "currency"]),
  customer: { columns: ["project_id", "api_key_id", "user_id"] },
  userId: first("user_id"),
  feature: first("line_item"),
  model: { first: ["line_item"], as: "before comma" },
  provider: { constant: "openai" },
  requests: [],
  cost: {
    add: [first("amount_value", ["amount", "value"])],
    unit: "units",
    basis: "billed",
    zero: "free",
  },
};
