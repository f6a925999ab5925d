import { ANY, BELOW_ONE, check, FROM_ZERO, SHARE } from "./domain";
import { COUNTED_PACKAGES } from "./expected-tariff-charge";
import { lognormalProbabilityOver } from "./lognormal-layers";
import type { LognormalUsage } from "./lognormal-usage";
import { MARGIN_EPSILON } from "./margin-status";
import { type Tariff, tariffCharge } from "./tariff";
import { type TariffPiece, tariffPieces } from "./tariff-pieces";

/** What it costs to serve a customer for a month, and what margin is to be left. */
export interface ServingCost {
  /** Cost per task, currency, 0 or more. */
  readonly unitCost: number;
  /** Cost per customer and month whatever the usage, currency. */
  readonly fixedCost: number;
  /** Share of the charge that payment takes, 0 to 1. */
  readonly paymentRate: number;
  /** Fee per payment, due where anything is charged, currency. */
  readonly paymentFee: number;
  /** Fraction of revenue, below 1. */
  readonly targetMargin: number;
}

/** What is left of a charge beyond target margin, payment and cost. */
function surplus(charge: number, tasks: number, cost: ServingCost): number {
  const { unitCost, fixedCost, paymentRate, paymentFee, targetMargin } = cost;
  const fee = charge > 0 ? paymentFee : 0;
  return charge * (1 - targetMargin - paymentRate) - fee - fixedCost - unitCost * tasks;
}

/** The pieces of a charge by packages: level steps, and a straight line after the counted ones. */
function packagePieces(tariff: Tariff): TariffPiece[] {
  const { packageSize, freeUnits, billedUnitsPerTask, unitPrices, discount } = tariff;
  const free = freeUnits / billedUnitsPerTask;
  const size = packageSize / billedUnitsPerTask;
  const end = free + COUNTED_PACKAGES * size;
  const steps = Array.from({ length: COUNTED_PACKAGES + 1 }, (_, started): TariffPiece => {
    const to = free + started * size;
    return {
      from: started === 0 ? 0 : to - size,
      to,
      intercept: tariffCharge(tariff, to),
      slope: 0,
    };
  });
  const slope = ((1 - discount) * (unitPrices[0] ?? 0)) / size;
  const beyond = tariffCharge(tariff, end) + (slope * size) / 2 - slope * end;
  return [...steps, { from: end, to: Infinity, intercept: beyond, slope }].filter(
    ({ from, to }) => from < to,
  );
}

/** Where within a piece customers fall below target: between the two levels of usage. */
function shortStretch(piece: TariffPiece, cost: ServingCost): readonly [number, number] {
  const { from, to, intercept, slope } = piece;
  const fee = intercept + slope > 0 ? cost.paymentFee : 0;
  const kept = 1 - cost.targetMargin - cost.paymentRate;
  const level = intercept * kept - fee - cost.fixedCost;
  const perTask = slope * kept - cost.unitCost;
  if (perTask === 0) return level < 0 ? [from, to] : [to, to];
  const turn = Math.min(to, Math.max(from, -level / perTask));
  return perTask < 0 ? [turn, to] : [from, turn];
}

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
  check("unitCost", cost.unitCost, FROM_ZERO);
  check("fixedCost", cost.fixedCost, ANY);
  check("paymentRate", cost.paymentRate, SHARE);
  check("paymentFee", cost.paymentFee, FROM_ZERO);
  check("targetMargin", cost.targetMargin, BELOW_ONE);
  const { inactiveShare, median, sigma } = usage;
  const isShort = (tasks: number) =>
    surplus(tariffCharge(tariff, tasks), tasks, cost) < -MARGIN_EPSILON;
  const idle = isShort(0) ? inactiveShare : 0;
  if (sigma === 0) return idle + (isShort(median) ? 1 - inactiveShare : 0);
  const over = (level: number) => (level === Infinity ? 0 : lognormalProbabilityOver(usage, level));
  const pieces = tariff.rule === "package" ? packagePieces(tariff) : tariffPieces(tariff);
  return pieces.reduce((share, piece) => {
    const [from, to] = shortStretch(piece, cost);
    return share + over(from) - over(to);
  }, idle);
}
