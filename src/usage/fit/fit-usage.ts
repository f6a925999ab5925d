import { usageFromTail } from "../../calc";
import type { UsageSummary } from "../usage-summary";
import { customerHistories, type PaidMonths } from "./customer-histories";
import { goodnessOfFit } from "./goodness-of-fit";
import { bootstrap, population, sampled, type Sampled } from "./resample";
import type { Estimate, UsageFit } from "./usage-fit";
import { coveredMonths, wholeMonths } from "./whole-months";

/** Active customer-months from which on P99 is estimated: three of them lie above it. */
export const LEAST_FOR_P99 = 300;
/** Fewer customers drawn again and again tell nothing of others. */
const LEAST_CUSTOMERS = 10;
const REPLICATES = 400;
const SEED = 20260101;
const OUTSIDE = 0.05;

/** A figure with the range between its 5th and 95th percentile over all draws. */
function estimate(value: number, draws: readonly (number | null)[]): Estimate {
  const known = draws.filter((draw) => draw !== null).sort((a, b) => a - b);
  if (known.length === 0) return { value, range: null };
  const at = (percentile: number): number => {
    const place = (known.length - 1) * percentile;
    const lower = known[Math.floor(place)] ?? value;
    const upper = known[Math.ceil(place)] ?? value;
    return lower + (place - Math.floor(place)) * (upper - lower);
  };
  return { value, range: { low: at(OUTSIDE), high: at(1 - OUTSIDE) } };
}

function estimates({ quantiles, inactiveShare, correlation }: Sampled, draws: readonly Sampled[]) {
  const quantile = (place: number) =>
    estimate(
      quantiles[place] ?? 0,
      draws.map((draw) => draw.quantiles[place] ?? null),
    );
  return {
    p50: quantile(0),
    p90: quantile(1),
    p99: quantile(2),
    inactiveShare: estimate(
      inactiveShare,
      draws.map((draw) => draw.inactiveShare),
    ),
    monthCorrelation:
      correlation === null
        ? null
        : estimate(
            correlation,
            draws.map((draw) => draw.correlation),
          ),
  };
}

/**
 * Usage per customer and month as an import has it, in the fields of a scenario: percentiles of
 * customer-months with tasks (Excel's PERCENTILE.INC), the share without, and how alike a
 * customer's months are. Below 300 active customer-months P99 is not estimable: P90 is given in
 * its place, with the tail that it stands for.
 *
 * @param paidMonths where revenue is known: only months paid for count as inactive then
 * @param seed of the resampling that the ranges come from
 * @returns null where no customer that has an id has any task
 */
export function fitUsage(
  summary: UsageSummary,
  paidMonths: PaidMonths | null = null,
  seed = SEED,
): UsageFit | null {
  const { whole, partial } = wholeMonths(summary);
  const histories = customerHistories(summary.customerMonths, whole, paidMonths);
  const all = population(histories);
  const found = sampled(all, new Int32Array(histories.length).fill(1));
  if (found === null) return null;
  const draws = histories.length < LEAST_CUSTOMERS ? [] : bootstrap(all, seed, REPLICATES);
  const { p50, p90, p99, inactiveShare, monthCorrelation } = estimates(found, draws);
  const hasP99 = all.tasks.length >= LEAST_FOR_P99;
  const [upper, tail] = hasP99 ? [p99.value, 0.99] : [p90.value, 0.9];
  return {
    usage: {
      p50: p50.value,
      p99: upper,
      tail,
      inactiveShare: inactiveShare.value,
      monthCorrelation: monthCorrelation?.value ?? null,
    },
    p50,
    p90,
    p99: hasP99 ? p99 : null,
    inactiveShare,
    monthCorrelation,
    goodness: goodnessOfFit(all.tasks, usageFromTail(p50.value, upper, tail)),
    customers: histories.length,
    activeMonths: all.tasks.length,
    customerMonths: histories.reduce((sum, { months }) => sum + months, 0),
    monthPairs: histories.reduce((sum, { sums }) => sum + sums.pairs, 0),
    months: whole,
    partialMonths: partial,
    areMonthsCut: coveredMonths(summary).length === 0,
    inactiveMeans: paidMonths ? "paid for without use" : "without use after the first use",
    unnamedTasks: summary.customerMonths
      .filter(({ customerId, month }) => customerId === null && whole.includes(month))
      .reduce((sum, { tasks }) => sum + tasks, 0),
    profile: summary.profile,
    bootstrap: { seed, replicates: draws.length },
  };
}
