import { marginStatus } from "../../calc";
import type { Month } from "../usage-summary";
import type { CustomerStatus, MarginFigures, OtherCogs, Quality } from "./customer-figures";
import type { Ledger } from "./ledger";

const NANO = 1e9;

/** Billionths as units of the currency. */
export function units(nano: bigint): number {
  return Number(nano) / NANO;
}

function qualityOf({ inferenceByBasis }: Ledger, otherCogs: number): Quality | null {
  const billed = units(inferenceByBasis.billed);
  const reported = units(inferenceByBasis.reported);
  const derived = units(inferenceByBasis.derived);
  const assumed = units(inferenceByBasis.assumed);
  const all = billed + reported + derived + assumed + otherCogs;
  if (all <= 0) return null;
  return {
    billed: billed / all,
    reported: reported / all,
    derived: derived / all,
    assumed: (assumed + otherCogs) / all,
  };
}

/**
 * Margin of a ledger. Other cost of goods sold counts as assumed, whoever supplied it.
 *
 * @param other null where nothing but inference is known: the margin is after inference then
 */
export function marginFigures(ledger: Ledger, other: OtherCogs | null): MarginFigures {
  const revenue = units(ledger.revenueNano);
  const inference = units(ledger.inferenceNano);
  const otherCogs =
    other === null
      ? 0
      : other.perTask * ledger.tasks +
        other.perCustomerMonth * ledger.activeMonths +
        other.revenueShare * revenue +
        units(ledger.otherCogsNano ?? 0n);
  const cogs = inference + otherCogs;
  const grossProfit = revenue - cogs;
  return {
    revenue,
    inference,
    otherCogs,
    cogs,
    grossProfit,
    margin: revenue > 0 && ledger.gaps.length === 0 ? grossProfit / revenue : null,
    quality: qualityOf(ledger, otherCogs),
  };
}

/** How a customer stands to the target. */
export function statusOf(
  { gaps }: Ledger,
  { margin, grossProfit }: MarginFigures,
  targetMargin: number,
  knowsOtherCogs: boolean,
): CustomerStatus {
  if (gaps.length > 0) return "Incomplete";
  if (margin === null) return grossProfit < 0 ? "Loss" : "No revenue";
  const status = marginStatus(margin, targetMargin);
  return status === "At target" && !knowsOtherCogs ? "Not known" : status;
}

/** What the cost would have to lose to reach the target, at least 0. */
export function costToTakeOut({ revenue, cogs }: MarginFigures, targetMargin: number): number {
  return Math.max(0, cogs - revenue * (1 - targetMargin));
}

/**
 * The rise of all prices at which the target is reached: cost that is a share of revenue rises
 * with it. Null without revenue, or where that share leaves no room for the target.
 */
export function priceRise(
  { revenue, cogs }: MarginFigures,
  targetMargin: number,
  revenueShare: number,
): number | null {
  const room = 1 - targetMargin - revenueShare;
  if (revenue <= 0 || room <= 0) return null;
  return Math.max(0, (cogs - revenueShare * revenue) / room / revenue - 1);
}

/** The last month's cost of inference against the mean of the months before; null where there is none. */
export function costTrend({ byMonth }: Ledger, months: readonly Month[]): number | null {
  const costs = months.map((month) => units(byMonth.get(month)?.inferenceNano ?? 0n));
  const before = costs.slice(0, -1);
  const sum = before.reduce((total, cost) => total + cost, 0);
  return sum > 0 ? (costs.at(-1) ?? 0) / (sum / before.length) - 1 : null;
}
