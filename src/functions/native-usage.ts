import { type Guard, guard, literal } from "./native";
import { minus } from "./native-terms";

/** What p50 and p99 ask of each other. */
export function usageDemands(p50: string, p99: string): Guard[] {
  return [guard(`${p99}<${p50}`, "#NUM!")];
}

/** The standard deviation of LN(usage), in brackets. */
export function nativeSigma(p50: string, p99: string, tail: string): string {
  return `(LN(${p99}/${p50})/NORM.S.INV(${tail}))`;
}

/** Mean usage of active customers. */
export function nativeActiveMean(p50: string, p99: string, tail: string): string {
  return `${p50}*EXP(${nativeSigma(p50, p99, tail)}^2/2)`;
}

/** Share of active customers above a level that is above 0, where usage differs. */
export function nativeOver(p50: string, p99: string, level: string, tail: string): string {
  return `NORM.S.DIST(LN(${p50}/${level})/${nativeSigma(p50, p99, tail)},TRUE)`;
}

/** Usage at a percentile of all customers. */
export function nativeUsageAt(
  p50: string,
  p99: string,
  percentile: string,
  tail: string,
  inactiveShare: string,
): string {
  const at = (rank: string) => `${p50}*(${p99}/${p50})^(NORM.S.INV(${rank})/NORM.S.INV(${tail}))`;
  if (literal(inactiveShare) === 0) return at(percentile);
  const rank = `(${percentile}${minus(inactiveShare)})/(1-${inactiveShare})`;
  return `IF(${percentile}<=${inactiveShare},0,${at(rank)})`;
}
