import { checkTiers } from "./check-tiers";
import { checkTariff, type Tariff } from "./tariff";

/** A stretch of usage over which a charge is a straight line: intercept + slope x tasks. */
export interface TariffPiece {
  /** Tasks per month above which the piece holds. */
  readonly from: number;
  /** Tasks per month up to which, inclusive, it holds; Infinity for the last. */
  readonly to: number;
  /** Currency per month. */
  readonly intercept: number;
  /** Currency per task. */
  readonly slope: number;
}

/** The line of each tier, before the commitment. */
function tierLines(tariff: Tariff): TariffPiece[] {
  const { rule, baseFee, upTo, unitPrices, flatFees, billedUnitsPerTask, discount } = tariff;
  let reached = 0;
  return upTo.map((upper, tier) => {
    const lower = upTo[tier - 1] ?? 0;
    const price = unitPrices[tier] ?? 0;
    const fee = flatFees[tier] ?? 0;
    const usageAtZero = rule === "volume" ? fee : reached + fee - price * lower;
    reached += fee + price * (upper - lower);
    return {
      from: lower / billedUnitsPerTask,
      to: upper / billedUnitsPerTask,
      intercept: (1 - discount) * (baseFee + usageAtZero),
      slope: (1 - discount) * price * billedUnitsPerTask,
    };
  });
}

/** Where within a piece its line reaches the commitment. */
function reaches({ from, to, intercept, slope }: TariffPiece, commitment: number): number {
  if (slope === 0) return intercept < commitment ? to : from;
  return Math.min(to, Math.max(from, (commitment - intercept) / slope));
}

/**
 * The charge of a graduated or volume tariff as straight pieces over the tasks of a month: each
 * tier is one line, cut in two where it rises above the commitment. Expected charges and shares
 * of customers follow from pieces in closed form.
 *
 * @returns pieces from 0 to Infinity, in order, none empty
 * @throws CalcError `#NUM!` outside the ranges of `Tariff`, `#VALUE!` for tiers out of order
 * @throws RangeError for the package rule, whose charge has steps
 */
export function tariffPieces(tariff: Tariff): TariffPiece[] {
  if (tariff.rule === "package")
    throw new RangeError("a charge by packages has no straight pieces");
  checkTariff(tariff);
  const { upTo, unitPrices, flatFees, commitment } = tariff;
  checkTiers(upTo, unitPrices, flatFees);
  return tierLines(tariff)
    .flatMap((line): TariffPiece[] => {
      const cut = reaches(line, commitment);
      return [
        { ...line, to: cut, intercept: commitment, slope: 0 },
        { ...line, from: cut },
      ];
    })
    .filter(({ from, to }) => from < to);
}
