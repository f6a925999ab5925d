import { CalcError, type Tariff, tariffCharge } from "../../calc";
import type { CustomerActivity } from "../fit/customer-activity";

/** A tariff to replay, as the reader knows it. */
export interface NamedTariff {
  readonly name: string;
  readonly tariff: Tariff;
}

/** What a customer would have paid, over all its months. */
export interface ReplayedCustomer {
  readonly id: string;
  readonly name: string;
  readonly months: number;
  readonly tasks: number;
  /** Null where part of it is not known. */
  readonly cost: number | null;
  /** Null where revenue of the customer is not known or there is none at all in the import. */
  readonly paid: number | null;
  /** One for each tariff. */
  readonly charges: readonly number[];
}

/** Real usage under other tariffs; amounts in the currency of the report. */
export interface Backtest {
  readonly tariffs: readonly NamedTariff[];
  /** The dearest to serve first. */
  readonly customers: readonly ReplayedCustomer[];
}

/** More would not stand side by side on a page. */
export const MOST_TARIFFS = 6;

function charged({ name, tariff }: NamedTariff, { months }: CustomerActivity): number {
  try {
    return months.reduce((sum, { tasks }) => sum + tariffCharge(tariff, tasks), 0);
  } catch (error) {
    if (error instanceof CalcError) throw new CalcError(error.code, `${name}: ${error.message}`);
    throw error;
  }
}

/**
 * Replays customer-months through tariffs: what each customer would have paid for the tasks that
 * it really had, month by month, without any reaction to the price. A month counts where the
 * customer had usage or revenue.
 *
 * @param hasRevenue whether the import says what customers pay now
 * @throws CalcError `#NUM!` and `#VALUE!` naming the tariff, where tariffCharge does; `#VALUE!`
 *   without tariffs or for more than six
 */
export function backtest(
  activity: readonly CustomerActivity[],
  tariffs: readonly NamedTariff[],
  hasRevenue: boolean,
): Backtest {
  if (tariffs.length === 0 || tariffs.length > MOST_TARIFFS) {
    throw new CalcError(
      "#VALUE!",
      `1 to ${MOST_TARIFFS} tariffs are replayed, got ${tariffs.length}`,
    );
  }
  const customers = activity.map((customer): ReplayedCustomer => {
    const { id, name, isComplete, isRevenueKnown, months, costOfNoMonth } = customer;
    const sum = (of: (month: (typeof months)[number]) => number) =>
      months.reduce((total, month) => total + of(month), 0);
    return {
      id,
      name,
      months: months.length,
      tasks: sum(({ tasks }) => tasks),
      cost: isComplete ? sum(({ cost }) => cost) + costOfNoMonth : null,
      paid: hasRevenue && isRevenueKnown ? sum(({ revenue }) => revenue) : null,
      charges: tariffs.map((tariff) => charged(tariff, customer)),
    };
  });
  customers.sort((a, b) => (b.cost ?? -1) - (a.cost ?? -1) || (a.id < b.id ? -1 : 1));
  return { tariffs, customers };
}
