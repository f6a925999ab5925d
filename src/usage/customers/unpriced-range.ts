import type { UsageLine } from "../usage-summary";
import type { TokenClasses } from "../usage-row";

/** What usage without a price would cost at the cheapest and the dearest price of the import. */
export interface UnpricedRange {
  readonly lowNano: bigint;
  readonly highNano: bigint;
}

/** All tokens of a line or a part of it, each once. */
export function tokensOf(tokens: TokenClasses): number {
  const { inUncached, inCacheRead, inCacheWrite5m, inCacheWrite1h, outTotal } = tokens;
  return inUncached + inCacheRead + inCacheWrite5m + inCacheWrite1h + outTotal;
}

/** Whether a line holds usage whose cost is not known: some has tokens and no requests of its own. */
export function hasUnpriced({ unpriced }: UsageLine): boolean {
  return unpriced.requests > 0 || unpriced.reasons.length > 0 || tokensOf(unpriced) > 0;
}

/**
 * Unpriced tokens at the cheapest and the dearest cost per token of any model of the import;
 * null where no model has tokens and a cost, or something without a price has no tokens.
 *
 * @param costOf a line's cost in the currency of the report; null where it has no rate
 */
export function unpricedRange(
  lines: readonly UsageLine[],
  costOf: (line: UsageLine) => bigint | null,
): UnpricedRange | null {
  const isLacking = (line: UsageLine) => hasUnpriced(line) || costOf(line) === null;
  if (!lines.some(isLacking)) return { lowNano: 0n, highNano: 0n };
  const models = new Map<string, { nano: bigint; tokens: number }>();
  let unpriced = 0;
  for (const line of lines) {
    const nano = costOf(line);
    const lacking = nano === null ? tokensOf(line) : tokensOf(line.unpriced);
    if (lacking === 0 && isLacking(line)) return null;
    unpriced += lacking;
    if (nano === null) continue;
    const key = `${line.provider ?? ""}\n${line.model ?? ""}`;
    const model = models.get(key) ?? { nano: 0n, tokens: 0 };
    model.nano += nano;
    model.tokens += tokensOf(line) - lacking;
    models.set(key, model);
  }
  const prices = [...models.values()].flatMap(({ nano, tokens }) =>
    tokens > 0 && nano > 0n ? [Number(nano) / tokens] : [],
  );
  if (prices.length === 0) return null;
  const at = (price: number) => BigInt(Math.round(price * unpriced));
  return { lowNano: at(Math.min(...prices)), highNano: at(Math.max(...prices)) };
}
