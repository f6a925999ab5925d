import type { CachedConvention } from "../format";
import type { Fault } from "../problem";
import type { TokenClasses } from "../usage-row";
import type { RawTokens } from "./raw-tokens";

export const NO_TOKENS: TokenClasses = {
  inUncached: 0,
  inCacheRead: 0,
  inCacheWrite5m: 0,
  inCacheWrite1h: 0,
  outTotal: 0,
  outReasoning: 0,
};

export function hasUsage(tokens: TokenClasses): boolean {
  const { inUncached, inCacheRead, inCacheWrite5m, inCacheWrite1h, outTotal } = tokens;
  const hasInput = inUncached > 0 || inCacheRead > 0 || inCacheWrite5m > 0 || inCacheWrite1h > 0;
  return hasInput || outTotal > 0 || tokens.outReasoning > 0;
}

export function cachedTokens(raw: RawTokens): number {
  return raw.cacheRead + raw.cacheWrite5m + raw.cacheWrite1h;
}

/** Whether a record states its input and all its parts, and these are not the same. */
function isContradictory(raw: RawTokens): boolean {
  // Some sources round what they state.
  return raw.uncached !== null && Math.abs(raw.input - raw.uncached - cachedTokens(raw)) > 1;
}

function uncachedInput(raw: RawTokens, cached: CachedConvention): number {
  if (raw.uncached !== null && !(isContradictory(raw) && cached === "included")) {
    return raw.uncached;
  }
  return cached === "included" ? raw.input - cachedTokens(raw) : raw.input;
}

/**
 * Tokens in classes that exclude each other: cached tokens are taken out of an input that
 * includes them, and reasoning is added to an output that does not, once. What cannot be (more
 * cached tokens than input, more reasoning than output) is a fault, never cut to fit.
 *
 * @param cached whether input includes cached tokens, where the record itself does not tell
 */
export function tokenClasses(
  raw: RawTokens,
  cached: CachedConvention,
  faults: Fault[],
): TokenClasses {
  const inUncached = uncachedInput(raw, raw.cached ?? cached);
  if (inUncached < 0) {
    faults.push({
      column: raw.inputColumn,
      expected: `at least the ${cachedTokens(raw)} cached tokens that it includes`,
      received: `${raw.input}`,
    });
  }
  if (raw.reasoningIs === "included" && raw.reasoning > raw.output) {
    faults.push({
      column: "reasoning",
      expected: `at most the output of ${raw.output} that includes it`,
      received: `${raw.reasoning}`,
    });
  }
  return {
    inUncached,
    inCacheRead: raw.cacheRead,
    inCacheWrite5m: raw.cacheWrite5m,
    inCacheWrite1h: raw.cacheWrite1h,
    outTotal: raw.output + (raw.reasoningIs === "apart" ? raw.reasoning : 0),
    outReasoning: raw.reasoning,
  };
}

/** What the records of an export tell of its cached tokens. */
export interface CachedEvidence {
  /** Records with cached tokens that do not tell by themselves whether input includes them. */
  readonly open: number;
  /** Of these, those with more cached tokens than input, which input can therefore not include. */
  readonly above: number;
  /** Records whose input is not the sum of the parts that they state. */
  readonly contradictory: number;
}

export function cachedEvidence(sample: readonly RawTokens[]): CachedEvidence {
  const open = sample.filter(
    (raw) => raw.cached === null && raw.uncached === null && cachedTokens(raw) > 0,
  );
  return {
    open: open.length,
    above: open.filter((raw) => cachedTokens(raw) > raw.input).length,
    contradictory: sample.filter(isContradictory).length,
  };
}

/**
 * Whether input includes cached tokens: as the source states it, unless a record contradicts
 * that; where it states nothing, a record with more cached tokens than input proves that they
 * stand apart. Everything else is to be asked, as is an input that is not the sum of its parts.
 */
export function cachedConvention(
  stated: CachedConvention | "ask",
  { open, above, contradictory }: CachedEvidence,
): CachedConvention | "ask" {
  if (contradictory > 0) return "ask";
  if (open === 0) return stated === "ask" ? "included" : stated;
  if (stated === "ask") return above > 0 ? "apart" : "ask";
  return stated === "included" && above > 0 ? "ask" : stated;
}
