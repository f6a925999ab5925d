import { CalcError } from "../../../calc";
import type { RevenueRow, UsageSummary } from "../../../usage";
import type { OtherCogs } from "../../../usage/customers/customer-figures";
import { type CustomersReport, customersReport } from "../../../usage/customers/customers-report";
import { importedCosts } from "../../../usage/customers/imported-costs";
import type { CustomerMapping } from "../../../usage/customers/match-customers";
import type { UnallocatedKind } from "../../../usage/customers/report-terms";
import { recogniseRevenue } from "../../../usage/revenue/recognise-revenue";
import type { RevenueTerms } from "../../../usage/revenue/revenue-terms";

/** What the user says about the figures of customers. */
export interface ReportSettings {
  /** The currency of the report; undefined: the one that most of the revenue is in. */
  readonly currency?: string;
  readonly rates: Readonly<Record<string, number>>;
  readonly basis: RevenueTerms["basis"];
  readonly targetMargin: number;
  /** Null where nothing but inference is known. */
  readonly otherCogs: OtherCogs | null;
  readonly mappings: readonly CustomerMapping[];
  readonly unallocated: ReadonlyMap<string, UnallocatedKind>;
}

export const START_SETTINGS: ReportSettings = {
  rates: {},
  basis: "recognised",
  targetMargin: 0.6,
  otherCogs: null,
  mappings: [],
  unallocated: new Map(),
};

/** Rates where nothing is known of other costs, or all of it was imported. */
export const NOTHING_ELSE: OtherCogs = { perTask: 0, perCustomerMonth: 0, revenueShare: 0 };

/** The currencies of all rows, the one with most rows of revenue first. */
export function currenciesOf(usage: UsageSummary, { revenue, costs }: ImportedRows): string[] {
  const counts = new Map<string, number>();
  for (const { currency } of revenue) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const mostFirst = [...counts].sort(([, a], [, b]) => b - a).map(([currency]) => currency);
  const others = [...usage.lines, ...costs].map(({ currency }) => currency);
  return [...new Set([...mostFirst, ...others])];
}

/** Rows of all files that hold the same. */
export interface ImportedRows {
  readonly revenue: readonly RevenueRow[];
  /** Costs besides inference. */
  readonly costs: readonly RevenueRow[];
}

/** What customers cost and pay; or why it cannot be worked out; undefined without usage. */
export function reportOf(
  usage: UsageSummary,
  rows: ImportedRows,
  settings: ReportSettings,
): CustomersReport | CalcError | undefined {
  const [from, to] = [usage.months[0], usage.months.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  const currency = settings.currency ?? currenciesOf(usage, rows)[0] ?? "USD";
  const { basis, rates, targetMargin, mappings, unallocated } = settings;
  const period = { from, to, currency, rates };
  try {
    const revenue = recogniseRevenue(rows.revenue, { ...period, basis });
    const otherCogs =
      rows.costs.length === 0
        ? settings.otherCogs
        : {
            ...(settings.otherCogs ?? NOTHING_ELSE),
            imported: importedCosts(rows.costs, period),
          };
    return customersReport({
      ...{ usage, revenue, currency, rates, targetMargin, otherCogs },
      ...{ mappings, unallocated },
    });
  } catch (error) {
    if (error instanceof CalcError) return error;
    throw error;
  }
}
