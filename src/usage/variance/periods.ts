import { modelPrice } from "../../catalog";
import { CalcError } from "../../calc";
import type { CustomersReport } from "../customers/customers-report";
import { costsIn, sumOfCosts } from "../customers/line-cost";
import { units } from "../customers/margin-figures";
import { customerActivity } from "../fit/customer-activity";
import { usageOfCustomers } from "../fit/usage-of-customers";
import type { UsageLine } from "../usage-summary";
import type { TokenPrices } from "./cost-factors";
import type { PeriodFigures, PeriodModel } from "./period-figures";

/** The currency of all usage and the rate at which it was converted; 1 where there are several. */
function billing({ terms }: CustomersReport): Pick<PeriodFigures, "billedIn" | "exchangeRate"> {
  const currencies = new Set(terms.usage.lines.map(({ currency }) => currency));
  const [only = terms.currency, ...others] = currencies;
  if (others.length > 0) return { billedIn: null, exchangeRate: 1 };
  const rate = only === terms.currency ? 1 : (terms.rates[only] ?? 1);
  return { billedIn: only, exchangeRate: rate };
}

function modelsOf(report: CustomersReport, rate: number): PeriodModel[] {
  const costsOf = costsIn(report.terms.currency, report.terms.rates);
  const found = new Map<string, PeriodModel>();
  for (const line of usageOfCustomers(report).lines) {
    const costs = costsOf(line);
    if (costs === null) continue;
    const model = line.model ?? "(no model)";
    const sum = found.get(model) ?? {
      model,
      input: 0,
      cacheRead: 0,
      cacheWrite: 0,
      output: 0,
      cost: 0,
    };
    found.set(model, {
      model,
      input: sum.input + priced(line, ({ inUncached }) => inUncached),
      cacheRead: sum.cacheRead + priced(line, ({ inCacheRead }) => inCacheRead),
      cacheWrite:
        sum.cacheWrite +
        priced(line, ({ inCacheWrite5m, inCacheWrite1h }) => inCacheWrite5m + inCacheWrite1h),
      output: sum.output + priced(line, ({ outTotal }) => outTotal),
      cost: sum.cost + units(sumOfCosts(costs)) / rate,
    });
  }
  return [...found.values()];
}

/** Tokens whose cost is known: others would make all of them look cheap. */
function priced(
  line: UsageLine,
  of: (tokens: UsageLine | UsageLine["unpriced"]) => number,
): number {
  return of(line) - of(line.unpriced);
}

/** The period of a report, customer by customer. Its gross profit is that of the report. */
export function reportedPeriod(report: CustomersReport, label: string): PeriodFigures {
  const inference = new Map(report.customers.map((each) => [each.id, each.inference]));
  const customers = customerActivity(report).flatMap(({ id, months }) =>
    months.length === 0
      ? []
      : [
          {
            id,
            months: months.length,
            tasks: months.reduce((sum, { tasks }) => sum + tasks, 0),
            revenue: months.reduce((sum, { revenue }) => sum + revenue, 0),
            inference: inference.get(id) ?? 0,
          },
        ],
  );
  const left = customers.reduce((sum, each) => sum + each.revenue - each.inference, 0);
  const billed = billing(report);
  return {
    label,
    customers,
    isByCustomer: true,
    models: modelsOf(report, billed.exchangeRate),
    other: left - report.total.grossProfit,
    ...billed,
    isCut: report.wholeMonths.length < report.months.length,
    incomplete: report.customers.filter(({ ledger }) => ledger.gaps.length > 0).length,
  };
}

/** A planned period, such as a scenario's figures: means of a customer-month. */
export interface PlannedPeriod {
  readonly label: string;
  readonly customers: number;
  readonly months: number;
  readonly tasksPerCustomerMonth: number;
  readonly revenuePerCustomerMonth: number;
  /** Currency of the report per task. */
  readonly inferencePerTask: number;
  /** Of the whole period. */
  readonly otherCogs: number;
  readonly exchangeRate: number;
}

export function plannedPeriod(plan: PlannedPeriod): PeriodFigures {
  const months = plan.customers * plan.months;
  const tasks = months * plan.tasksPerCustomerMonth;
  return {
    label: plan.label,
    customers: [
      {
        id: "",
        months,
        tasks,
        revenue: months * plan.revenuePerCustomerMonth,
        inference: tasks * plan.inferencePerTask,
      },
    ],
    isByCustomer: false,
    models: [],
    other: plan.otherCogs,
    exchangeRate: plan.exchangeRate,
    billedIn: null,
    isCut: false,
    incomplete: 0,
  };
}

/**
 * List prices of the catalog for the models of periods; models that it does not know, or of
 * which it lacks the price of input or output, are left out.
 *
 * @param asOf Excel serial number at which the prices hold
 */
export function listPrices(
  periods: readonly PeriodFigures[],
  asOf: number,
): ReadonlyMap<string, TokenPrices> {
  const names = new Set(periods.flatMap(({ models }) => models.map(({ model }) => model)));
  const found = new Map<string, TokenPrices>();
  for (const name of names) {
    const price = (kind: string): number | null => {
      try {
        return modelPrice(name, kind, asOf);
      } catch (error) {
        if (error instanceof CalcError) return null;
        throw error;
      }
    };
    const [input, output] = [price("input"), price("output")];
    if (input === null || output === null) continue;
    found.set(name, {
      input,
      output,
      // Without a price of their own, cached parts are billed as other input.
      cacheRead: price("cacheRead") ?? input,
      cacheWrite: price("cacheWrite") ?? input,
    });
  }
  return found;
}
