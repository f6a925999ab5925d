import { first } from "../column";
import type { UsageFormat } from "../format";

const HAS = ["request_created_at", "prompt_tokens", "completion_tokens"] as const;

/**
 * Rows of Helicone's table request_response_rmt. prompt_tokens are fresh tokens alone: cached
 * and audio tokens stand beside them. Cost is whole billionths of a dollar. The table keeps
 * several versions of a row; the latest counts. Bodies of requests are not read.
 */
export const HELICONE: UsageFormat = {
  id: "helicone",
  name: "Helicone requests",
  holds: "usage",
  family: "helicone",
  describes: "requests",
  shapes: [
    { in: "csv", has: HAS },
    { in: "json", rows: [], has: HAS },
    { in: "json", rows: ["data"], has: HAS },
  ],
  rowId: [first("request_id")],
  rowVersion: first("updated_at"),
  start: first("request_created_at"),
  end: first("response_created_at"),
  zone: "UTC",
  currency: { constant: "USD" },
  customer: { columns: ["user_id"], maps: ["properties"] },
  userId: first("user_id"),
  model: first("model"),
  provider: first("provider"),
  tokens: {
    input: [first("prompt_tokens"), first("prompt_audio_tokens")],
    cacheRead: [first("prompt_cache_read_tokens")],
    cacheWrite5m: [first("prompt_cache_write_tokens")],
    output: [first("completion_tokens"), first("completion_audio_tokens")],
    cached: "apart",
  },
  cost: { add: [first("cost")], unit: "billionths", basis: "reported", zero: "unpriced" },
};
