import { finite } from "./domain";
import { lognormalProbabilityOver, lognormalUpTo } from "./lognormal-layers";
import { lognormalMean } from "./lognormal-moments";
import type { LognormalUsage } from "./lognormal-usage";
import { checkServingCost, type ServingCost, shortStretches, surplus } from "./short-stretches";
import { type Tariff, tariffCharge } from "./tariff";

/**
 * What customer-months below target lack of it: the mean over all customers of the amount by
 * which charge x (1 - target - paymentRate) does not cover cost and fees, 0 for the others. At
 * target 0 it is the subsidy to loss-making customers. Closed form over the straight pieces of
 * the charge.
 *
 * @returns currency per customer and month, 0 or more
 * @throws CalcError `#NUM!` outside the ranges of `Tariff` and `ServingCost`
 * @example tariffShortfall with a flat fee of 99 and a cost of 9 + 0.06 a task is
 *   0.06 x lognormalOver(usage, 1500)
 */
export function tariffShortfall(tariff: Tariff, usage: LognormalUsage, cost: ServingCost): number {
  checkServingCost(cost);
  const { inactiveShare, median, sigma } = usage;
  const short = (tasks: number) => Math.max(0, -surplus(tariffCharge(tariff, tasks), tasks, cost));
  const idle = inactiveShare * short(0);
  if (sigma === 0) return finite(idle + (1 - inactiveShare) * short(median));
  const over = (level: number) => (level === Infinity ? 0 : lognormalProbabilityOver(usage, level));
  const upTo = (level: number) =>
    level === Infinity ? lognormalMean(usage) : lognormalUpTo(usage, level);
  const active = shortStretches(tariff, cost).reduce((sum, { from, to, level, perTask }) => {
    const share = over(from) - over(to);
    return sum - level * share - perTask * (upTo(to) - upTo(from));
  }, 0);
  return finite(idle + active);
}
