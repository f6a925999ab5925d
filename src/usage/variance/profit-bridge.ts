import { ABOVE_ZERO, check, ratio } from "../../calc";
import { costFactors, type TokenPrices } from "./cost-factors";
import {
  type PeriodCustomer,
  type PeriodFigures,
  type PeriodTotals,
  totalsOf,
} from "./period-figures";

export const BRIDGE_STEPS = [
  "start",
  "volume",
  "mix",
  "tasks",
  "price",
  "tokens",
  "models",
  "caching",
  "vendor",
  "exchange",
  "other",
  "end",
] as const;
export type BridgeStepKey = (typeof BRIDGE_STEPS)[number];

/** Gross profit taken apart once everything up to this step is as in the second period. */
export interface BridgeStep {
  readonly key: BridgeStepKey;
  readonly revenue: number;
  readonly inference: number;
  readonly other: number;
}

/** From the gross profit of one period to that of another. */
export interface ProfitBridge {
  readonly first: PeriodFigures;
  readonly second: PeriodFigures;
  readonly firstTotals: PeriodTotals;
  readonly secondTotals: PeriodTotals;
  readonly steps: readonly BridgeStep[];
  /** What more tasks would have brought if all revenue followed them. */
  readonly revenueOfTasks: number;
  /** Whether cost per task is taken apart; where not, all of it counts as the vendors' price. */
  readonly isSplit: boolean;
}

/** A customer in both periods; of one that is new, the rates are its own. */
interface Pair {
  readonly monthsAfter: number;
  readonly tasksAfter: number;
  readonly revenuePerMonth: number;
  readonly tasksPerMonth: number;
  readonly costPerTask: number;
}

const NOBODY: Omit<PeriodCustomer, "id"> = { months: 0, tasks: 0, revenue: 0, inference: 0 };

function paired(
  before: Omit<PeriodCustomer, "id">,
  after: Omit<PeriodCustomer, "id">,
  toOldRate: number,
): Pair {
  const base = before.months > 0 ? before : { ...after, inference: after.inference * toOldRate };
  const withTasks = base.tasks > 0 ? base : { ...after, inference: after.inference * toOldRate };
  return {
    monthsAfter: after.months,
    tasksAfter: after.tasks,
    revenuePerMonth: base.months > 0 ? base.revenue / base.months : 0,
    tasksPerMonth: base.months > 0 ? base.tasks / base.months : 0,
    costPerTask: withTasks.tasks > 0 ? withTasks.inference / withTasks.tasks : 0,
  };
}

function pairs(first: PeriodFigures, second: PeriodFigures, toOldRate: number): Pair[] {
  if (!first.isByCustomer || !second.isByCustomer) {
    return [paired(totalsOf(first), totalsOf(second), toOldRate)];
  }
  const before = new Map(first.customers.map((customer) => [customer.id, customer]));
  const after = new Map(second.customers.map((customer) => [customer.id, customer]));
  return [...new Set([...before.keys(), ...after.keys()])].map((id) =>
    paired(before.get(id) ?? NOBODY, after.get(id) ?? NOBODY, toOldRate),
  );
}

/**
 * The change of gross profit between two periods, step by step in this order: customer-months
 * (volume), which customers they are (mix), tasks per customer-month, revenue per customer-month
 * (price); then cost per task by tokens, mix of models, caching and what is left, the vendors'
 * prices; then the exchange rate, and other cost. Each step changes one thing and keeps what is
 * before it, so all of them add up to the change; another order would give other parts.
 *
 * @param prices list prices of models, to tell caching from other changes
 * @throws CalcError `#DIV/0!` where a period has no customer-months or no tasks, `#NUM!` for an
 *   exchange rate that is not above 0
 */
export function profitBridge(
  first: PeriodFigures,
  second: PeriodFigures,
  prices: ReadonlyMap<string, TokenPrices> = new Map(),
): ProfitBridge {
  check("exchangeRate of the first period", first.exchangeRate, ABOVE_ZERO);
  check("exchangeRate of the second period", second.exchangeRate, ABOVE_ZERO);
  const [a, b] = [totalsOf(first), totalsOf(second)];
  const growth = ratio(b.months, a.months, "the first period has no customer-months");
  const costPerTask = ratio(a.inference, a.tasks, "the first period has no tasks");
  ratio(1, b.tasks, "the second period has no tasks");
  // Rates of different currencies say nothing of each other.
  const isSame = first.billedIn === second.billedIn;
  const toOldRate = isSame ? first.exchangeRate / second.exchangeRate : 1;
  const each = pairs(first, second, toOldRate);
  const sum = (of: (pair: Pair) => number) => each.reduce((all, pair) => all + of(pair), 0);

  const mixed = {
    revenue: sum((pair) => pair.monthsAfter * pair.revenuePerMonth),
    inference: sum((pair) => pair.monthsAfter * pair.tasksPerMonth * pair.costPerTask),
  };
  const moreTasks = sum((pair) => pair.tasksAfter * pair.costPerTask);
  const revenueOfTasks = sum((pair) =>
    pair.tasksPerMonth > 0
      ? pair.revenuePerMonth * (pair.tasksAfter / pair.tasksPerMonth - pair.monthsAfter)
      : 0,
  );
  const modelsOf = ({ models, exchangeRate }: PeriodFigures) =>
    isSame ? models : models.map((each) => ({ ...each, cost: each.cost * exchangeRate }));
  const factors = costFactors(modelsOf(first), modelsOf(second), [a.tasks, b.tasks], prices);
  const tokens = factors ? b.tasks * costPerTask * factors.tokens : moreTasks;
  const models = tokens * (factors?.modelMix ?? 1);
  const caching = models * (factors?.caching ?? 1);

  const step = (key: BridgeStepKey, revenue: number, inference: number, other = first.other) => ({
    key,
    revenue,
    inference,
    other,
  });
  return {
    first,
    second,
    firstTotals: a,
    secondTotals: b,
    revenueOfTasks,
    isSplit: factors !== null,
    steps: [
      step("start", a.revenue, a.inference),
      step("volume", a.revenue * growth, a.inference * growth),
      step("mix", mixed.revenue, mixed.inference),
      step("tasks", mixed.revenue, moreTasks),
      step("price", b.revenue, moreTasks),
      step("tokens", b.revenue, tokens),
      step("models", b.revenue, models),
      step("caching", b.revenue, caching),
      step("vendor", b.revenue, b.inference * toOldRate),
      step("exchange", b.revenue, b.inference),
      step("other", b.revenue, b.inference, second.other),
      step("end", b.revenue, b.inference, second.other),
    ],
  };
}
