import { finite } from "./domain";
import { lognormalOver, lognormalProbabilityOver, lognormalUpTo } from "./lognormal-layers";
import { lognormalMean } from "./lognormal-moments";
import type { LognormalUsage } from "./lognormal-usage";
import { normalDensity } from "./normal-distribution";
import { type Tariff, tariffCharge } from "./tariff";
import { tariffPieces } from "./tariff-pieces";

/** Started packages that are counted one by one; beyond them a smooth tail is as exact. */
export const COUNTED_PACKAGES = 100;

function probabilityOver(usage: LognormalUsage, level: number): number {
  return level === Infinity ? 0 : lognormalProbabilityOver(usage, level);
}

function usageUpTo(usage: LognormalUsage, level: number): number {
  return level === Infinity ? lognormalMean(usage) : lognormalUpTo(usage, level);
}

/** Expected charge of active customers over straight pieces. */
function expectedOverPieces(tariff: Tariff, usage: LognormalUsage): number {
  return tariffPieces(tariff).reduce((sum, { from, to, intercept, slope }) => {
    const share = probabilityOver(usage, from) - probabilityOver(usage, to);
    const tasks = usageUpTo(usage, to) - usageUpTo(usage, from);
    return sum + intercept * share + slope * tasks;
  }, 0);
}

/**
 * Packages expected beyond a whole number of them: Euler-Maclaurin's sum of the survival
 * probabilities, whose next term is below 1e-10 of the whole.
 */
function packagesBeyond(usage: LognormalUsage, level: number, size: number): number {
  const { median, sigma, inactiveShare } = usage;
  const density =
    ((1 - inactiveShare) * normalDensity(Math.log(level / median) / sigma)) / (level * sigma);
  return (
    lognormalOver(usage, level) / size +
    lognormalProbabilityOver(usage, level) / 2 +
    (size * density) / 12
  );
}

/** Expected charge of active customers by started packages. */
function expectedOverPackages(tariff: Tariff, usage: LognormalUsage): number {
  const { baseFee, unitPrices, packageSize, freeUnits, billedUnitsPerTask } = tariff;
  const { discount, commitment } = tariff;
  const price = (1 - discount) * (unitPrices[0] ?? 0);
  const base = (1 - discount) * baseFee;
  const free = freeUnits / billedUnitsPerTask;
  const size = packageSize / billedUnitsPerTask;
  const charged = (packages: number) => Math.max(commitment, base + packages * price);
  let expected = charged(0) * (1 - usage.inactiveShare);
  for (let started = 0; started < COUNTED_PACKAGES; started++) {
    const step = charged(started + 1) - charged(started);
    expected += step * lognormalProbabilityOver(usage, free + started * size);
  }
  if (price === 0) return expected;
  // A commitment not used up by then keeps the charge level until it is.
  const covered = Math.max(COUNTED_PACKAGES, Math.ceil((commitment - base) / price));
  const level = free + covered * size;
  return Number.isFinite(level) ? expected + price * packagesBeyond(usage, level, size) : expected;
}

/**
 * What a tariff is expected to bill per customer and month, over all customers: those who are
 * inactive pay base fee or commitment, usage of the others is lognormal. Closed form for tiers
 * (partial expectations over straight pieces); for packages the survival probabilities of the
 * first 100 and a smooth tail.
 *
 * @returns currency per customer and month
 * @throws CalcError as `tariffCharge`
 */
export function expectedTariffCharge(tariff: Tariff, usage: LognormalUsage): number {
  const { inactiveShare, median, sigma } = usage;
  const idle = inactiveShare * tariffCharge(tariff, 0);
  if (sigma === 0) return idle + (1 - inactiveShare) * tariffCharge(tariff, median);
  const active =
    tariff.rule === "package"
      ? expectedOverPackages(tariff, usage)
      : expectedOverPieces(tariff, usage);
  return finite(idle + active);
}
