import { monthEnd, monthOf } from "../revenue/months";
import type { CustomerMonth, Month } from "../usage-summary";

/** Sums over pairs of months that follow each other, in logarithms of tasks. */
export interface PairSums {
  readonly pairs: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** One customer over the months: what resampling draws as a whole. */
export interface CustomerHistory {
  /** Tasks of the months with some. */
  readonly tasks: readonly number[];
  /** Months in which there could have been some, those with tasks included. */
  readonly months: number;
  readonly sums: PairSums;
}

/** Months that each customer paid for, by the id that usage knows it by. */
export type PaidMonths = ReadonlyMap<string, ReadonlySet<Month>>;

function pairSums(tasks: ReadonlyMap<Month, number>): PairSums {
  const sums = { pairs: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  for (const [month, before] of tasks) {
    const after = tasks.get(monthOf(monthEnd(month)));
    if (after === undefined) continue;
    const [x, y] = [Math.log(before), Math.log(after)];
    sums.pairs++;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
  }
  return sums;
}

/** Months that count for a customer: those with tasks, and those paid for or after the first use. */
function monthsAtRisk(
  tasks: ReadonlyMap<Month, number>,
  months: readonly Month[],
  paid: ReadonlySet<Month> | "from first use",
): number {
  if (paid !== "from first use") {
    return months.filter((month) => tasks.has(month) || paid.has(month)).length;
  }
  const first = months.findIndex((month) => tasks.has(month));
  return first < 0 ? 0 : months.length - first;
}

/**
 * Customers with what they did in the months given, in the order of their ids, so that the
 * order of an export changes nothing.
 *
 * @param paidMonths where revenue is known; customers that pay and never use anything count too
 */
export function customerHistories(
  customerMonths: readonly CustomerMonth[],
  months: readonly Month[],
  paidMonths: PaidMonths | null,
): CustomerHistory[] {
  const counted = new Set(months);
  const byCustomer = new Map<string, Map<Month, number>>();
  for (const { customerId, month, tasks } of customerMonths) {
    if (customerId === null || tasks === 0 || !counted.has(month)) continue;
    const own = byCustomer.get(customerId) ?? new Map<Month, number>();
    own.set(month, (own.get(month) ?? 0) + tasks);
    byCustomer.set(customerId, own);
  }
  const ids = [...new Set([...byCustomer.keys(), ...(paidMonths?.keys() ?? [])])].sort();
  const nothing: ReadonlyMap<Month, number> = new Map();
  return ids
    .map((id): CustomerHistory => {
      const tasks = byCustomer.get(id) ?? nothing;
      const paid = paidMonths ? (paidMonths.get(id) ?? new Set<Month>()) : "from first use";
      return {
        tasks: [...tasks.values()],
        months: monthsAtRisk(tasks, months, paid),
        sums: pairSums(tasks),
      };
    })
    .filter((history) => history.months > 0);
}
