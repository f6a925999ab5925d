/** A customer in a period, or all of them together; amounts in the currency of the report. */
export interface PeriodCustomer {
  readonly id: string;
  /** Months in which it was a customer. */
  readonly months: number;
  readonly tasks: number;
  readonly revenue: number;
  readonly inference: number;
}

/** What a model did in a period. */
export interface PeriodModel {
  readonly model: string;
  /** Tokens: other input, input from a cache, input written to one, output. */
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  /** In the currency in which the provider bills. */
  readonly cost: number;
}

/** A period, real or planned, as the bridge between two of them needs it. */
export interface PeriodFigures {
  readonly label: string;
  /** One without ids stands for all customers: then there is no customer mix. */
  readonly customers: readonly PeriodCustomer[];
  readonly isByCustomer: boolean;
  /** None where cost per task is not to be taken apart. */
  readonly models: readonly PeriodModel[];
  /** Cost of goods sold besides inference of customers, less revenue that names nobody. */
  readonly other: number;
  /** Currency of the report per unit of the currency in which providers bill. */
  readonly exchangeRate: number;
  /** That currency; null where there are several, or nothing says. */
  readonly billedIn: string | null;
  /** Whether usage covers a part of the period alone. */
  readonly isCut: boolean;
  /** Customers whose cost or revenue is not wholly known. */
  readonly incomplete: number;
}

/** Totals of a period. */
export interface PeriodTotals {
  readonly months: number;
  readonly tasks: number;
  readonly revenue: number;
  readonly inference: number;
}

export function totalsOf({ customers }: PeriodFigures): PeriodTotals {
  const sum = (of: (customer: PeriodCustomer) => number) =>
    customers.reduce((all, customer) => all + of(customer), 0);
  return {
    months: sum(({ months }) => months),
    tasks: sum(({ tasks }) => tasks),
    revenue: sum(({ revenue }) => revenue),
    inference: sum(({ inference }) => inference),
  };
}
