import { first } from "../column";
import type { UsageFormat } from "../format";

/**
 * OpenRouter's activity by request, as CSV. cost_total holds the other costs already, and the
 * discount of caching, which is negative; what ran on the user's own keys is not in it. "user"
 * is the id of the end user that the application passed on.
 */
export const OPENROUTER_GENERATIONS: UsageFormat = {
  id: "openrouter-generations",
  name: "OpenRouter activity by request",
  holds: "usage",
  family: "openrouter",
  describes: "requests",
  notes: [
    "Usage on your own provider keys (BYOK) is not in the cost: import the provider's export too.",
  ],
  shapes: [
    { in: "csv", has: ["generation_id", "cost_total"] },
    {
      in: "csv",
      has: ["model_permaslug", "cost_total", "tokens_prompt"],
      lacks: ["generation_id"],
    },
  ],
  rowId: [first("generation_id")],
  start: first("created_at"),
  zone: "assumed UTC",
  currency: { constant: "USD" },
  customer: { columns: ["user", "app_name", "api_key_name"], usual: first("user") },
  userId: first("user"),
  feature: first("app_name"),
  model: first("model_permaslug"),
  provider: { constant: "openrouter" },
  tokens: {
    input: [first("tokens_prompt")],
    cacheRead: [first("tokens_cached")],
    output: [first("tokens_completion")],
    reasoning: [first("tokens_reasoning")],
    cached: "ask",
  },
  cost: { add: [first("cost_total")], unit: "units", basis: "reported", zero: "free" },
};
