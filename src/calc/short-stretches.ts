import { ANY, BELOW_ONE, check, FROM_ZERO, SHARE } from "./domain";
import { COUNTED_PACKAGES } from "./expected-tariff-charge";
import type { Tariff } from "./tariff";
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
export function surplus(charge: number, tasks: number, cost: ServingCost): number {
  const { unitCost, fixedCost, paymentRate, paymentFee, targetMargin } = cost;
  const fee = charge > 0 ? paymentFee : 0;
  return charge * (1 - targetMargin - paymentRate) - fee - fixedCost - unitCost * tasks;
}

/** The pieces of a charge by packages: level steps, and a straight line after the counted ones. */
function packagePieces(tariff: Tariff): TariffPiece[] {
  const { packageSize, freeUnits, billedUnitsPerTask, unitPrices, discount } = tariff;
  const { baseFee, commitment } = tariff;
  const price = unitPrices[0] ?? 0;
  // By count and not by usage, whose rounding at the end of a step can start another package.
  const charged = (started: number) =>
    Math.max(commitment, (1 - discount) * (baseFee + price * started));
  const free = freeUnits / billedUnitsPerTask;
  const size = packageSize / billedUnitsPerTask;
  const end = free + COUNTED_PACKAGES * size;
  const steps = Array.from({ length: COUNTED_PACKAGES + 1 }, (_, started): TariffPiece => {
    const to = free + started * size;
    return {
      from: started === 0 ? 0 : to - size,
      to,
      intercept: charged(started),
      slope: 0,
    };
  });
  const slope = ((1 - discount) * price) / size;
  const beyond = charged(COUNTED_PACKAGES) + (slope * size) / 2 - slope * end;
  return [...steps, { from: end, to: Infinity, intercept: beyond, slope }].filter(
    ({ from, to }) => from < to,
  );
}

/** Usage over which customers fall short of a target: by level + perTask x tasks, which is below 0. */
export interface ShortStretch {
  readonly from: number;
  readonly to: number;
  /** What is left at 0 tasks beyond target, payment and cost, currency per month. */
  readonly level: number;
  /** What each task adds to it, currency. */
  readonly perTask: number;
}

/** Where within a piece customers fall below target. */
function shortStretch(piece: TariffPiece, cost: ServingCost): ShortStretch {
  const { from, to, intercept, slope } = piece;
  const fee = intercept + slope > 0 ? cost.paymentFee : 0;
  const kept = 1 - cost.targetMargin - cost.paymentRate;
  const level = intercept * kept - fee - cost.fixedCost;
  const perTask = slope * kept - cost.unitCost;
  if (perTask === 0) return { from: level < 0 ? from : to, to, level, perTask };
  const turn = Math.min(to, Math.max(from, -level / perTask));
  return perTask < 0 ? { from: turn, to, level, perTask } : { from, to: turn, level, perTask };
}

/** Where active customers fall below target, from the least usage to the most. */
export function shortStretches(tariff: Tariff, cost: ServingCost): ShortStretch[] {
  const pieces = tariff.rule === "package" ? packagePieces(tariff) : tariffPieces(tariff);
  return pieces.map((piece) => shortStretch(piece, cost)).filter(({ from, to }) => from < to);
}

/**
 * Checks what it costs to serve a customer.
 * @throws CalcError `#NUM!` outside the ranges of `ServingCost`
 */
export function checkServingCost(cost: ServingCost): void {
  check("unitCost", cost.unitCost, FROM_ZERO);
  check("fixedCost", cost.fixedCost, ANY);
  check("paymentRate", cost.paymentRate, SHARE);
  check("paymentFee", cost.paymentFee, FROM_ZERO);
  check("targetMargin", cost.targetMargin, BELOW_ONE);
}
