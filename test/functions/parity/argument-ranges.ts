import fc from "fast-check";
import type { Domain } from "../../../src/calc";

export type Numbers = fc.Arbitrary<number>;

/** At most 15 significant digits, so that a number is the same in a cell and in a formula. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** Numbers spread evenly, bounds excluded. */
function between(low: number, high: number): Numbers {
  return fc.integer({ min: 1, max: 999 }).map((k) => rounded(low + ((high - low) * k) / 1000));
}

/** Numbers of all sizes, spread evenly over their logarithm. */
export function sized(low: number, high: number): Numbers {
  return between(Math.log(low), Math.log(high)).map((x) => rounded(Math.exp(x)));
}

/**
 * Where figures of business lie, for parameters whose domain alone would give arguments that no
 * formula distinguishes.
 */
const USUAL: Readonly<Record<string, Numbers>> = {
  churn: between(0, 0.05),
  margin: between(-0.3, 1),
  price: sized(1, 1000),
  unitCost: sized(0.001, 1),
  unitPrice: sized(0.001, 1),
  p50: sized(1, 1000),
  tail: between(0.8, 1),
  usageRatio: sized(1, 50),
  costRatio: sized(1, 50),
  cogsShare: between(0, 1.2),
  usageGrowth: between(-0.1, 0.3),
  costDecline: between(-0.1, 0.3),
  priceGrowth: between(-0.1, 0.3),
  targetMargin: between(-0.2, 0.9),
  marginThreshold: between(-0.2, 0.9),
};

/** Numbers within a domain, not on its bounds. */
export function within(name: string, domain: Domain): Numbers {
  const usual = USUAL[name];
  if (usual) return usual;
  const low = domain.from ?? domain.above;
  const high = domain.to ?? domain.below;
  if (domain.whole) {
    const least = low ?? -20;
    return fc.integer({ min: least, max: Math.min(high ?? Infinity, least + 20) });
  }
  if (low !== undefined && high !== undefined) return between(low, high);
  if (low !== undefined) return low < 0 ? between(low, 1) : sized(0.01, 10000);
  if (high !== undefined) return between(high - 2, high);
  return fc.oneof(
    { weight: 3, arbitrary: sized(0.01, 10000) },
    { weight: 1, arbitrary: sized(0.01, 10000).map((x) => -x) },
  );
}

/** The bounds themselves, inside the domain or just outside it. */
export function bounds({ from, above, to, below }: Domain): number[] {
  return [from, above, to, below].filter((bound) => bound !== undefined);
}

/** Numbers outside a domain; none where every number is inside. */
export function beyond({ from, above, to, below, whole }: Domain): number[] {
  const low = from ?? above;
  const high = to ?? below;
  return [
    ...(low === undefined ? [] : [low - 0.5, low - 2]),
    ...(high === undefined ? [] : [high + 0.5, high + 2]),
    ...(whole ? [2.5] : []),
  ];
}

/** What an argument usually is next to an earlier one, so that most cases have an answer; u is even from 0 to 1. */
export const RELATIONS: Readonly<
  Record<string, readonly [string, (earlier: number, u: number) => number]>
> = {
  p99: ["p50", (p50, u) => p50 * (u < 0.05 ? 1 : 1 + 40 * u)],
  cacheReadTokens: ["inputTokens", (inputTokens, u) => (inputTokens * u) / 2],
  cacheWriteTokens: ["inputTokens", (inputTokens, u) => (inputTokens * u) / 2],
  cap: ["p50", (p50, u) => p50 * (0.05 + 10 * u)],
  level: ["p50", (p50, u) => p50 * (0.05 + 10 * u)],
  lookupCost: ["cost", (cost, u) => (Math.abs(cost) * u) / 4],
  storeCost: ["cost", (cost, u) => (Math.abs(cost) * u) / 4],
  hitCost: ["cost", (cost, u) => (Math.abs(cost) * u) / 4],
  falseHitLoss: ["cost", (cost, u) => (Math.abs(cost) * u) / 4],
  maximum: ["minimum", (minimum, u) => minimum + 100 * u],
  healthyFrom: ["flagBelow", (flagBelow, u) => flagBelow + (1 - flagBelow) * u],
  saasFrom: ["healthyFrom", (healthyFrom, u) => healthyFrom + (1 - healthyFrom) * u],
};
