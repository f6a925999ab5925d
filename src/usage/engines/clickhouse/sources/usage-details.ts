import { isWholePrompt, type UsageKind, usageKind } from "../../../read/usage-map";
import { clickHouseDialect } from "../dialect";
import { CACHED, type RawColumns } from "./raw-rows";
import { countValue } from "./values";

const { literal } = clickHouseDialect();

/** The tokens of a map of usage, as expressions. */
type MapColumns = Pick<
  RawColumns,
  | "input"
  | "cacheRead"
  | "cacheWrite5m"
  | "cacheWrite1h"
  | "output"
  | "reasoning"
  | "stated"
  | "isCachedIncluded"
  | "isReasoningApart"
>;

const some = (conditions: readonly string[]) =>
  conditions.length === 0 ? "false" : `(${conditions.join(" OR ")})`;

/**
 * The tokens in a map from kinds of usage to numbers, as tokensInMap reads them: which key is of
 * which kind is told here, by the same rules, and the server gets the keys that it has.
 *
 * @param type of the column, such as Map(LowCardinality(String), UInt64)
 */
export function detailColumns(map: string, type: string, keys: readonly string[]): MapColumns {
  const valueType = /^Map\((?:LowCardinality\()?\w+\)?, (.*)\)$/.exec(type)?.[1] ?? "UInt64";
  const at = (key: string) => `ifNull(${countValue(`${map}[${literal(key)}]`, valueType)}, 0)`;
  const has = (key: string) => `mapContains(${map}, ${literal(key)})`;
  const of = (kind: UsageKind | "total") => keys.filter((key) => usageKind(key) === kind);
  const sum = (kind: UsageKind) => {
    const found = of(kind);
    return found.length === 0 ? "toInt64(0)" : `(${found.map(at).join(" + ")})`;
  };
  // Of several totals the last counts, as the import of files has it.
  const [total] = of("total").slice(-1);
  /** Whether the total is that of a reading of its parts, which are summed up beside it. */
  const fits = (...apart: readonly string[]) =>
    total === undefined
      ? "false"
      : `(${has(total)} AND abs(${["stated_input", "stated_output", ...apart].join(" + ")} - ${at(total)}) <= 1)`;
  const [apart, reasoningIn, cachedIn, bothIn] = [
    fits(CACHED, "stated_reasoning"),
    fits(CACHED),
    fits("stated_reasoning"),
    fits(),
  ];
  const proven = (these: readonly string[], others: readonly string[]) =>
    `(${some(these)} AND NOT ${some(others)})`;
  const isUsuallyIn = some(of("input").filter(isWholePrompt).map(has));
  const cachedProof = `multiIf(${proven([cachedIn, bothIn], [apart, reasoningIn])}, true, ${proven([apart, reasoningIn], [cachedIn, bothIn])}, false, ${isUsuallyIn})`;
  return {
    input: sum("input"),
    cacheRead: sum("cacheRead"),
    cacheWrite5m: sum("cacheWrite5m"),
    cacheWrite1h: sum("cacheWrite1h"),
    output: sum("output"),
    reasoning: sum("reasoning"),
    stated: some(keys.filter((key) => ![undefined, "total"].includes(usageKind(key))).map(has)),
    isCachedIncluded: total === undefined ? isUsuallyIn : cachedProof,
    isReasoningApart: `NOT (stated_reasoning > 0 AND ${proven([reasoningIn, bothIn], [apart, cachedIn])})`,
  };
}
