import { first } from "../column";
import type { UsageFormat } from "../format";

/**
 * OpenRouter's activity by day and model, as CSV. Usage is in credits, and a credit is a dollar;
 * what ran on the user's own keys is not in it. Cached tokens are not told apart.
 */
export const OPENROUTER_DAILY: UsageFormat = {
  id: "openrouter-daily",
  name: "OpenRouter activity by day",
  holds: "usage",
  family: "openrouter",
  describes: "totals",
  notes: [
    "Usage on your own provider keys (BYOK) is not in the cost: import the provider's export too.",
    "Prompt tokens include cached ones, which this export does not tell apart.",
  ],
  shapes: [{ in: "csv", has: ["Date", "Slug", "Usage", "BYOK Usage"] }],
  start: first("Date"),
  end: "next day",
  zone: "assumed UTC",
  currency: { constant: "USD" },
  model: first("Slug"),
  provider: { constant: "openrouter" },
  tokens: {
    input: [first("Prompt Tokens")],
    output: [first("Completion Tokens")],
    reasoning: [first("Reasoning Tokens")],
    cached: "included",
  },
  requests: [first("Requests")],
  cost: { add: [first("Usage")], unit: "units", basis: "reported", zero: "free" },
};
