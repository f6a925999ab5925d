import { type Guard, guard } from "./native";

/** The lower bound of a tier as a native expression, or "0" for the first. */
export function lowerBound(upTo: readonly string[], tier: number): string {
  return upTo[tier - 1] ?? "0";
}

/**
 * What a table of tiers asks of its lists: equal lengths, bounds that ascend strictly from 0 and
 * a last one that is blank (or 0) or not below the units.
 */
export function tierDemands(
  units: string,
  upTo: readonly string[],
  unitPrices: readonly string[],
  flatFees: readonly string[],
): Guard[] {
  const hasFees = flatFees.length > 0;
  if (upTo.length !== unitPrices.length || (hasFees && upTo.length !== flatFees.length)) {
    return [guard("TRUE", "#VALUE!")];
  }
  const last = upTo.at(-1) ?? "0";
  const ascending = upTo.map((bound, tier) => {
    const descends = `${bound}<=${lowerBound(upTo, tier)}`;
    const isLast = tier === upTo.length - 1;
    return guard(isLast ? `AND(${bound}<>0,${descends})` : descends, "#VALUE!");
  });
  return [...ascending, guard(`AND(${last}<>0,${units}>${last})`, "#NUM!")];
}
