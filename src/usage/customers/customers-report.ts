import { BELOW_ONE, CalcError, check, FROM_ZERO } from "../../calc";
import type { Party } from "../revenue/recognised-revenue";
import { coveredMonths } from "../fit/whole-months";
import { converter } from "../revenue/conversion";
import type { CustomerTasks, Month, UsageSummary } from "../usage-summary";
import type { CustomerFigures, MarginFigures, TaskCosts } from "./customer-figures";
import { type Ledger, OpenLedger } from "./ledger";
import { type Account, fillLedgers, NO_MODEL } from "./ledgers";
import { type CostsOf, costsIn, sumOfCosts } from "./line-cost";
import { costToTakeOut, costTrend, marginFigures, priceRise, statusOf } from "./margin-figures";
import { matchCustomers } from "./match-customers";
import type { ReportTerms, UnallocatedKind } from "./report-terms";
import { type UnpricedRange, unpricedRange } from "./unpriced-range";

/** A group that is no single customer. */
export type GroupFigures = MarginFigures & { readonly ledger: Ledger };

export interface UnconvertedCost {
  readonly currency: string;
  readonly lines: number;
  readonly nano: bigint;
}

/** What customers cost and pay in a period. */
export interface CustomersReport {
  readonly terms: ReportTerms;
  readonly months: readonly Month[];
  /** Those that usage covers wholly: one that is cut short would look like a fall of cost. */
  readonly wholeMonths: readonly Month[];
  /** The dearest to serve first. */
  readonly customers: readonly CustomerFigures[];
  readonly unallocated: GroupFigures;
  readonly unallocatedByKind: ReadonlyMap<UnallocatedKind, Ledger>;
  /** Revenue of lines that name nobody. */
  readonly unnamedRevenue: GroupFigures;
  /** Customers, unallocated usage and unnamed revenue together. */
  readonly total: GroupFigures;
  /** Cost of inference of all usage, by month and model, billionths. */
  readonly inferenceByMonth: ReadonlyMap<Month, Ledger["inferenceByModel"]>;
  /** Share of requests whose cost is known; null without requests. */
  readonly pricedShare: number | null;
  /** What is not priced would cost; null where nothing tells. */
  readonly unpriced: UnpricedRange | null;
  /** Cost in currencies without a rate, in no sum: lines of usage, billionths of that currency. */
  readonly unconvertedCost: readonly UnconvertedCost[];
  /** The ids in usage of customers that have several, each with the one that all of them mean. */
  readonly severalIds: readonly (readonly [id: string, party: string])[];
  /** Customers that have usage and no revenue, and the other way round. */
  readonly onlyInUsage: readonly string[];
  readonly onlyInRevenue: readonly string[];
  /** Customers that nothing but imported other costs names. */
  readonly onlyInCosts: readonly string[];
  /** Names that several customers have, so that they matched nobody. */
  readonly ambiguousNames: readonly string[];
}

function inferenceByMonth(usage: UsageSummary, costsOf: CostsOf): Map<Month, Map<string, bigint>> {
  const months = new Map<Month, Map<string, bigint>>();
  for (const line of usage.lines) {
    const costs = costsOf(line);
    if (costs === null) continue;
    const models = months.get(line.month) ?? new Map<string, bigint>();
    months.set(line.month, models);
    const model = line.model ?? NO_MODEL;
    models.set(model, (models.get(model) ?? 0n) + sumOfCosts(costs));
  }
  return months;
}

function unconvertedCost(usage: UsageSummary, costsOf: CostsOf): UnconvertedCost[] {
  const found = new Map<string, UnconvertedCost>();
  for (const line of usage.lines) {
    if (costsOf(line) !== null) continue;
    const { currency } = line;
    const before = found.get(currency) ?? { currency, lines: 0, nano: 0n };
    const nano = before.nano + sumOfCosts(line.costs);
    found.set(currency, { currency, lines: before.lines + 1, nano });
  }
  return [...found.values()];
}

type CostsOfTasks = (account: Account) => TaskCosts | string;

function byCustomer<T extends CustomerTasks>(tasks: readonly T[]): Map<string | null, T[]> {
  const found = new Map<string | null, T[]>();
  for (const each of tasks) {
    found.set(each.customerId, [...(found.get(each.customerId) ?? []), each]);
  }
  return found;
}

/**
 * Quantiles of several ids or currencies cannot be put together: such a customer has none,
 * unless the summary is told which ids it has.
 */
function taskCostsIn({ usage, currency, rates }: ReportTerms): CostsOfTasks {
  const convert = converter(currency, rates);
  const byId = byCustomer(usage.customers);
  const byParty = byCustomer(usage.parties ?? []);
  const unit = new Map<string, number | null>();
  const unitOf = (from: string): number | null => {
    const known = unit.get(from);
    if (known !== undefined) return known;
    const nano = convert(1_000_000_000n, from);
    const made = nano === null ? null : Number(nano) / 1e9;
    unit.set(from, made);
    return made;
  };
  const tasksOf = ({ id: party, usageIds }: Account): CustomerTasks[] | undefined => {
    if (usageIds.size <= 1) return [...usageIds].flatMap((id) => byId.get(id) ?? []);
    // Who is who may have changed since the summary was made.
    const isWhole = (ids: readonly string[]) =>
      ids.length === usageIds.size && ids.every((id) => usageIds.has(id));
    const found = byParty.get(party)?.filter(({ ids }) => isWhole(ids)) ?? [];
    return found.length === 0 ? undefined : found;
  };
  return (account) => {
    const found = tasksOf(account);
    if (found === undefined) return "several ids";
    const [only] = found;
    if (found.length > 1) return "several currencies";
    if (only === undefined || only.tasks === 0) return "no tasks";
    const rate = unitOf(only.currency);
    if (rate === null) return `no rate of ${only.currency}`;
    const at = (nano: number) => (nano / 1e9) * rate;
    return { p50: at(only.p50Nano), p90: at(only.p90Nano), p99: at(only.p99Nano) };
  };
}

function idsIn(usage: UsageSummary): string[] {
  const ids = new Set<string>();
  for (const { customerId } of [...usage.lines, ...usage.customerMonths]) {
    if (customerId !== null) ids.add(customerId);
  }
  return [...ids];
}

function together(ledgers: Iterable<Ledger>): OpenLedger {
  const sum = new OpenLedger();
  for (const ledger of ledgers) sum.add(ledger);
  return sum;
}

/**
 * Margin by customer. Every line of usage and revenue is in the figures of exactly one customer,
 * of unallocated usage or of unnamed revenue, and all of them make up the total.
 *
 * @throws CalcError `#NUM!` for a target of 1 or more, other cost below 0, or a rate not above 0;
 *   `#VALUE!` where usage reaches beyond the months of the revenue
 */
export function customersReport(terms: ReportTerms): CustomersReport {
  const { usage, revenue, targetMargin, otherCogs: other } = terms;
  check("targetMargin", targetMargin, BELOW_ONE);
  check("other COGS per task", other?.perTask ?? 0, FROM_ZERO);
  check("other COGS per customer and month", other?.perCustomerMonth ?? 0, FROM_ZERO);
  check("other COGS as a share of revenue", other?.revenueShare ?? 0, FROM_ZERO);
  const beyond = usage.months.find((month) => !revenue.months.includes(month));
  if (beyond !== undefined) {
    throw new CalcError("#VALUE!", `usage of ${beyond} lies outside the months of the revenue`);
  }
  const parties: Party[] = [
    ...revenue.lines,
    ...revenue.unconverted.flatMap((each) => each.parties),
    ...revenue.prepaid,
    ...(other?.imported?.lines ?? []),
    ...(other?.imported?.unconverted ?? []).flatMap((each) => each.parties),
  ];
  const matching = matchCustomers(idsIn(usage), parties, terms.mappings);
  const costsOf = costsIn(terms.currency, terms.rates);
  const ledgers = fillLedgers(terms, matching, costsOf);
  const group = (ledger: Ledger): GroupFigures => ({ ...marginFigures(ledger, other), ledger });

  const accounts = [...ledgers.accounts.values()];
  const idsOf = (isMeant: (account: Account) => boolean) =>
    accounts.filter(isMeant).map(({ id }) => id);
  const unallocated = together(ledgers.unallocated.values());
  const all = together([
    ...accounts.map(({ ledger }) => ledger),
    unallocated,
    ledgers.unnamedRevenue,
  ]);
  const total = group(all);
  const taskCostsOf = taskCostsIn(terms);
  const { start, end } = usage;
  const whole = coveredMonths({ months: revenue.months, start, end });
  const figuresOf = (account: Account): CustomerFigures => {
    const { id, name, ledger, matchedBy } = account;
    const figures = marginFigures(ledger, other);
    const isKnown = ledger.gaps.length === 0;
    return {
      ...figures,
      id,
      name: name ?? id,
      matchedBy: account.usageIds.size > 0 && account.hasRevenue ? matchedBy : null,
      ledger,
      status: statusOf(ledger, figures, targetMargin, other !== null),
      costToTakeOut: isKnown ? costToTakeOut(figures, targetMargin) : null,
      priceRise: isKnown ? priceRise(figures, targetMargin, other?.revenueShare ?? 0) : null,
      shareOfCost: total.cogs > 0 ? figures.cogs / total.cogs : null,
      taskCosts: taskCostsOf(account),
      trend: costTrend(ledger, whole),
    };
  };
  return {
    terms,
    months: revenue.months,
    wholeMonths: whole,
    customers: accounts.map(figuresOf).sort((a, b) => b.cogs - a.cogs || (a.id < b.id ? -1 : 1)),
    unallocated: group(unallocated),
    unallocatedByKind: ledgers.unallocated,
    unnamedRevenue: group(ledgers.unnamedRevenue),
    total,
    inferenceByMonth: inferenceByMonth(usage, costsOf),
    pricedShare: all.requests > 0 ? 1 - all.unpricedRequests / all.requests : null,
    unpriced: unpricedRange(usage.lines, (line) => {
      const costs = costsOf(line);
      return costs && sumOfCosts(costs);
    }),
    unconvertedCost: unconvertedCost(usage, costsOf),
    severalIds: accounts.flatMap(({ id: party, usageIds }) =>
      usageIds.size > 1 ? [...usageIds].sort().map((id) => [id, party] as const) : [],
    ),
    onlyInUsage: idsOf(({ usageIds, hasRevenue }) => usageIds.size > 0 && !hasRevenue),
    onlyInRevenue: idsOf(({ usageIds, hasRevenue }) => usageIds.size === 0 && hasRevenue),
    onlyInCosts: idsOf(({ usageIds, hasRevenue }) => usageIds.size === 0 && !hasRevenue),
    ambiguousNames: matching.ambiguousNames,
  };
}
