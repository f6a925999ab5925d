import { ABOVE_ZERO, BELOW_ONE, check, finite, FROM_ZERO, SHARE } from "./domain";
import { graduatedCharge } from "./graduated-charge";
import { packageCharge } from "./package-charge";
import { volumeCharge } from "./volume-charge";

/**
 * One price plan in the parameters that all of them share: a seat has a base fee alone, a metered
 * tariff one open tier, a hybrid a first tier at price 0, credits a first tier of the credits
 * granted, an outcome tariff fewer billed units than tasks.
 */
export interface Tariff {
  /** Each tier at its own price; all units at the price of the tier reached; or started packages. */
  readonly rule: "graduated" | "volume" | "package";
  /** Currency per customer and month. */
  readonly baseFee: number;
  /** Last billed unit of each tier, ascending; Infinity for the last. */
  readonly upTo: readonly number[];
  /** Price of a billed unit in each tier; the first is the price of a package where the rule is one. */
  readonly unitPrices: readonly number[];
  /** Fee due once a tier is entered. */
  readonly flatFees: readonly number[];
  /** Billed units in a package; used by that rule alone. */
  readonly packageSize: number;
  /** Billed units free of charge before the first package; used by that rule alone. */
  readonly freeUnits: number;
  /** Credits that a task takes, or the share of tasks that is billed; 1 where a task is a unit. */
  readonly billedUnitsPerTask: number;
  /** Fraction taken off base fee and usage, before the commitment; below 1. */
  readonly discount: number;
  /** Least charge of a month, currency. */
  readonly commitment: number;
}

/** Throws `#NUM!` where a tariff's own numbers are outside their ranges; its tiers are checked when charged. */
export function checkTariff(tariff: Tariff): void {
  check("baseFee", tariff.baseFee, FROM_ZERO);
  check("billedUnitsPerTask", tariff.billedUnitsPerTask, ABOVE_ZERO);
  check("discount", tariff.discount, SHARE);
  check("discount", tariff.discount, BELOW_ONE);
  check("commitment", tariff.commitment, FROM_ZERO);
}

function usageFee(tariff: Tariff, units: number): number {
  const { rule, upTo, unitPrices, flatFees, packageSize, freeUnits } = tariff;
  switch (rule) {
    case "graduated":
      return graduatedCharge(units, upTo, unitPrices, flatFees);
    case "volume":
      return volumeCharge(units, upTo, unitPrices, flatFees);
    case "package":
      return packageCharge(units, packageSize, unitPrices[0] ?? 0, freeUnits);
  }
}

/**
 * What a tariff bills for a month of one customer: base fee and usage less discount, at least
 * the commitment.
 *
 * @param tasks of the month, 0 or more
 * @returns currency per customer and month
 * @throws CalcError `#NUM!` outside the ranges of `Tariff`, `#VALUE!` for tiers out of order
 * @example tariffCharge({ rule: "graduated", baseFee: 99, upTo: [1000, Infinity], unitPrices: [0, 0.08],
 *   flatFees: [0, 0], packageSize: 1, freeUnits: 0, billedUnitsPerTask: 1, discount: 0, commitment: 0 }, 1500) // => 139
 */
export function tariffCharge(tariff: Tariff, tasks: number): number {
  checkTariff(tariff);
  check("tasks", tasks, FROM_ZERO);
  const { baseFee, billedUnitsPerTask, discount, commitment } = tariff;
  const listed = baseFee + usageFee(tariff, finite(tasks * billedUnitsPerTask));
  return Math.max(commitment, finite((1 - discount) * listed));
}
