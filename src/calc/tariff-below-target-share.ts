import { lognormalProbabilityOver } from "./lognormal-layers";
import type { LognormalUsage } from "./lognormal-usage";
import { MARGIN_EPSILON } from "./margin-status";
import { checkServingCost, type ServingCost, shortStretches, surplus } from "./short-stretches";
import { type Tariff, tariffCharge } from "./tariff";

/**
 * Share of customer-months whose margin is below target under a tariff: the probability that
 * usage falls where charge x (1 - target - paymentRate) does not cover cost and fees. At target 0
 * it is the share that makes a loss.
 *
 * @returns 0 to 1, of all customers
 * @throws CalcError `#NUM!` outside the ranges of `Tariff` and `ServingCost`
 */
export function tariffBelowTargetShare(
  tariff: Tariff,
  usage: LognormalUsage,
  cost: ServingCost,
): number {
  checkServingCost(cost);
  const { inactiveShare, median, sigma } = usage;
  const isShort = (tasks: number) =>
    surplus(tariffCharge(tariff, tasks), tasks, cost) < -MARGIN_EPSILON;
  const idle = isShort(0) ? inactiveShare : 0;
  if (sigma === 0) return idle + (isShort(median) ? 1 - inactiveShare : 0);
  const over = (level: number) => (level === Infinity ? 0 : lognormalProbabilityOver(usage, level));
  return shortStretches(tariff, cost).reduce(
    (share, { from, to }) => share + over(from) - over(to),
    idle,
  );
}
