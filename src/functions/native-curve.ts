import { CURVE_PERCENTILES } from "../calc";
import { literal } from "./native";
import { minus, plus } from "./native-terms";
import { nativeUsageAt } from "./native-usage";

/** The native formulas of one customer of a margin curve, in its arguments alone. */
interface NativePoint {
  readonly percentile: string;
  readonly usage: string;
  readonly revenue: string;
  readonly cogs: string;
  readonly margin: string;
  readonly status: string;
}

/** Added to the margin, as in the band of a blended margin. */
const SLACK = "1E-9";

/** How many of some cells are not blank; it starts at 0, because TRUE alone does not equal 1. */
function countOf(cells: readonly string[]): string {
  return ["0", ...cells.map((cell) => `(${cell}<>0)`)].join("+");
}

/**
 * The percentile in a row, counted from 0. Blank cells are passed over: the row's percentile is
 * the first up to which row + 1 cells are filled, and where none is, the usual one.
 */
function percentileOf(row: number, percentiles: readonly string[]): string {
  const given = percentiles.filter((entry) => literal(entry) !== 0);
  const usual = String(CURVE_PERCENTILES[row] ?? "#N/A");
  if (given.length === 0) return usual;
  if (given.every((entry) => literal(entry) !== undefined)) return given[row] ?? "#N/A";
  const otherwise = `IF(${countOf(given)}=0,${usual},#N/A)`;
  return given.reduceRight(
    (rest, entry, i) =>
      i < row ? rest : `IF(${countOf(given.slice(0, i + 1))}=${row + 1},${entry},${rest})`,
    otherwise,
  );
}

/** The native formulas of the customer that stands in a row, counted from 0. */
export function curvePoint(
  row: number,
  price: string,
  unitCost: string,
  p50: string,
  p99: string,
  fixedCost: string,
  unitPrice: string,
  includedUnits: string,
  percentiles: readonly string[],
  targetMargin: string,
  tail: string,
  inactiveShare: string,
): NativePoint {
  const percentile = percentileOf(row, percentiles);
  const usage = nativeUsageAt(p50, p99, percentile, tail, inactiveShare);
  const billed = literal(includedUnits) === 0 ? usage : `MAX(0,${usage}${minus(includedUnits)})`;
  const revenue = literal(unitPrice) === 0 ? price : `${billed}*${unitPrice}${plus(price)}`;
  const cogs = `${usage}*${unitCost}${plus(fixedCost)}`;
  const margin = `1-(${cogs})/(${revenue})`;
  return {
    percentile,
    usage,
    revenue,
    cogs,
    margin,
    status:
      `IF(${margin}+${SLACK}<0,"Loss",` +
      `IF(${margin}+${SLACK}<${targetMargin},"Below target","At target"))`,
  };
}
