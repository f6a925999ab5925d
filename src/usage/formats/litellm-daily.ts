import { type Column, first } from "../column";
import type { UsageFormat } from "../format";

const HAS = ["date", "spend", "api_requests"] as const;

/** The tables LiteLLM_Daily…Spend, by whom each sums up: the column that tells them apart. */
const ENTITIES = [
  ["EndUser", "end_user_id"],
  ["Team", "team_id"],
  ["Organization", "organization_id"],
  ["Agent", "agent_id"],
  ["Tag", "tag"],
  ["User", "user_id"],
] as const;

function daily(entity: string, column: Column, others: readonly Column[]): UsageFormat {
  return {
    id: `litellm-daily-${entity.toLowerCase()}`,
    name: `LiteLLM daily spend by ${entity.replace(/(?<=[a-z])[A-Z]/, " $&").toLowerCase()}`,
    holds: "usage",
    family: "litellm",
    describes: "totals",
    notes: [
      "LiteLLM's daily tables sum up the same requests in several ways: import one of them.",
      ...(entity === "Tag" ? ["A request with several tags is presumably in a row of each."] : []),
    ],
    shapes: [
      { in: "csv", has: [...HAS, column], lacks: others },
      { in: "json", rows: [], has: [...HAS, column], lacks: others },
    ],
    start: first("date"),
    zone: "ask",
    currency: { constant: "USD" },
    customer: { columns: [column, "api_key"], usual: first(column) },
    feature: first("endpoint"),
    model: first("model", "model_group"),
    provider: first("custom_llm_provider"),
    tokens: {
      input: [first("prompt_tokens")],
      cacheRead: [first("cache_read_input_tokens")],
      cacheWrite5m: [first("cache_creation_input_tokens")],
      output: [first("completion_tokens")],
      cached: "included",
    },
    requests: [first("api_requests")],
    cost: { add: [first("spend")], unit: "units", basis: "reported", zero: "unpriced" },
  };
}

/** LiteLLM's daily sums, one format per table: they must not be added to one another. */
export const LITELLM_DAILY: readonly UsageFormat[] = ENTITIES.map(([entity, column]) =>
  daily(
    entity,
    column,
    ENTITIES.filter(([name]) => name !== entity).map(([, other]) => other),
  ),
);
