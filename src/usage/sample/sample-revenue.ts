import { randomNumbers } from "../fit/random-numbers";
import { customerCount, sampleCustomers, type SampleCustomer } from "./sample-customers";

const COLUMNS =
  "unique_id,invoice_id,customer,customer_name,amount,currency,description,livemode,period_start,period_end,subscription_id,created";

const MONTHS = ["2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01"] as const;
const YEAR = ["2026-01-01", "2027-01-01"] as const;

/** Monthly fees as multiples of what a customer-month costs on average. */
const FEES: Readonly<Record<SampleCustomer["plan"], number>> = {
  Starter: 0.5,
  Team: 1.8,
  Business: 5,
};

/** About what a row of the log costs, in cents. */
const CENTS_PER_ROW = 2.5;
const LOGGED_MONTHS = 3;

/** A price of two digits, in cents. */
function price(cents: number): number {
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(cents)) - 1);
  return Math.max(1, Math.round(cents / digit) * digit);
}

/** Cents per month of each plan, so that customers of a log of any size pay about twice its cost. */
function feesFor(rows: number): Readonly<Record<SampleCustomer["plan"], number>> {
  const unit = (CENTS_PER_ROW * rows) / customerCount(rows) / LOGGED_MONTHS;
  return {
    Starter: price(FEES.Starter * unit),
    Team: price(FEES.Team * unit),
    Business: price(FEES.Business * unit),
  };
}

/** Lines of a customer's invoices: month by month, or for a year in advance. */
function* linesOf(customer: SampleCustomer, number: number, fee: number, random: () => number) {
  const { id, name, plan } = customer;
  const isYearly = random() < 0.1;
  const spans = isYearly
    ? [YEAR]
    : MONTHS.slice(0, 3).map((from, i) => [from, MONTHS[i + 1] ?? from] as const);
  for (const [i, [from, to]] of spans.entries()) {
    const line = (kind: string, amount: number, words: string) =>
      [
        `il-${number}-${i + 1}${kind}`,
        `in-${number}-${i + 1}`,
        id,
        name,
        String(amount),
        "usd",
        words,
        "TRUE",
        `${from} 00:00:00`,
        `${to} 00:00:00`,
        `sub-${number}`,
        `${from} 00:00:00`,
      ].join(",");
    yield line("", isYearly ? 10 * fee : fee, isYearly ? `${plan} for a year` : plan);
    if (random() < 0.05) yield line("c", -Math.round(fee / 2), "Credit for an outage");
  }
}

/**
 * What the customers of a sample log pay, as lines of Stripe's invoices: monthly and yearly
 * subscriptions, credits, some customers on a free plan and one without usage.
 *
 * @param rows of the log that the customers belong to
 */
export function* sampleRevenue(rows: number, seed: number): Generator<string, void, undefined> {
  const random = randomNumbers(seed + 2);
  yield COLUMNS;
  const fees = feesFor(rows);
  let number = 0;
  for (const customer of sampleCustomers(customerCount(rows), seed)) {
    number++;
    if (random() < 0.06) continue;
    yield* linesOf(customer, number, fees[customer.plan], random);
  }
  const quiet: SampleCustomer = {
    id: "cust-quiet",
    name: "Quiet Harbour",
    weight: 0,
    plan: "Team",
  };
  yield* linesOf(quiet, number + 1, fees.Team, random);
}
