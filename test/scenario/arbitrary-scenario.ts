import fc from "fast-check";
import { SAMPLE } from "../../src/scenario/sample";
import {
  COST_LINES,
  type Leg,
  type PinnedModel,
  POLICIES,
  type Scenario,
  SENSITIVITY_DRIVERS,
  TARIFF_TYPES,
  type TariffInput,
  type TariffTier,
  type TariffType,
} from "../../src/scenario/scenario";

const SEED = 20261125;

/** Three figures, as people type them: what is compared is arithmetic, not parsing. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** From one size to another, each power of ten as likely as the next. */
function sized(from: number, to: number): fc.Arbitrary<number> {
  const [low, high] = [Math.log(from), Math.log(to)];
  return fc
    .integer({ min: 0, max: 999 })
    .map((k) => rounded(Math.exp(low + ((high - low) * k) / 999)));
}

function within(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1000 }).map((k) => rounded(from + ((to - from) * k) / 1000));
}

/** Often one of some special values, otherwise any. */
function often(any: fc.Arbitrary<number>, ...special: readonly number[]): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 2, arbitrary: any },
    { weight: 1, arbitrary: fc.constantFrom(...special) },
  );
}

const share = often(within(0, 1), 0);

const MODELS = ["Model A", "Model B", "Model C", "Model D"] as const;

const models: fc.Arbitrary<PinnedModel[]> = fc
  .array(
    fc.record({
      input: sized(0.05, 20),
      output: sized(0.1, 80),
      cacheRead: fc.option(sized(0.01, 2)),
      cacheWrite: fc.option(sized(0.05, 25)),
      negotiatedInput: fc.option(sized(0.05, 10), { freq: 1 }),
      negotiatedOutput: fc.option(sized(0.1, 40), { freq: 1 }),
      longContextFrom: fc.option(fc.constant(200000)),
      validFrom: fc.option(fc.constant(46023)),
      source: fc.constant("Random"),
    }),
    { minLength: MODELS.length, maxLength: MODELS.length },
  )
  .map((prices) => prices.map((price, i) => ({ model: MODELS[i] ?? "", ...price })));

const leg: fc.Arbitrary<Leg> = fc.record({
  role: fc.constantFrom("Agent", "Rewriting", "Judge", "Answer"),
  model: fc.constantFrom(...MODELS),
  calls: fc.integer({ min: 1, max: 20 }),
  basePrompt: often(sized(100, 20000), 0),
  addedPerCall: often(sized(10, 3000), 0),
  outputPerCall: often(sized(10, 2000), 0),
  promptCaching: fc.constantFrom(0, 1),
});

const fee = (from: number, to: number) => often(sized(from, to), 0);

/** Tiers with ascending bounds, the last one open. */
function tiers(count: number, firstIsFree: boolean): fc.Arbitrary<TariffTier[]> {
  const tier = fc.record({
    width: sized(20, 3000),
    unitPrice: fee(0.01, 1),
    flatFee: often(sized(1, 50), 0, 0),
  });
  return fc.array(tier, { minLength: count, maxLength: count }).map((parts) => {
    let bound = 0;
    return parts.map(({ width, unitPrice, flatFee }, i) => ({
      upTo: i === parts.length - 1 ? null : (bound = rounded(bound + width)),
      unitPrice: i === 0 && firstIsFree ? 0 : unitPrice,
      flatFee: firstIsFree ? 0 : flatFee,
    }));
  });
}

function tiersOf(type: TariffType): fc.Arbitrary<TariffTier[]> {
  switch (type) {
    case "Seat":
      return fc.constant([{ upTo: null, unitPrice: 0, flatFee: 0 }]);
    case "Hybrid":
    case "Credits":
      return tiers(2, true);
    case "Graduated":
    case "Volume":
      return fc.integer({ min: 1, max: 5 }).chain((count) => tiers(count, false));
    case "Metered":
    case "Package":
    case "Outcome":
      return sized(0.02, 2).map((unitPrice) => [{ upTo: null, unitPrice, flatFee: 0 }]);
  }
}

function tariff(type: TariffType, number: number): fc.Arbitrary<TariffInput> {
  return fc.record({
    name: fc.constant(`${type} ${number}`),
    type: fc.constant(type),
    baseFee: type === "Seat" ? sized(5, 500) : fee(5, 200),
    tiers: tiersOf(type),
    packageSize: sized(10, 2000),
    freeUnits: type === "Package" ? fee(10, 1000) : fc.constant(0),
    unitsPerTask:
      type === "Credits" ? sized(1, 20) : type === "Outcome" ? within(0.1, 1) : fc.constant(1),
    commitment: often(sized(10, 500), 0, 0),
    discount: often(within(0, 0.5), 0),
    usageChange: often(within(-0.5, 0.5), 0),
    lostCustomers: often(within(0, 0.5), 0),
  });
}

const tariffs: fc.Arbitrary<TariffInput[]> = fc
  .shuffledSubarray([...TARIFF_TYPES], { minLength: 1, maxLength: 6 })
  .chain((types) => fc.tuple(...types.map((type, i) => tariff(type, i + 1))));

const product: fc.Arbitrary<Scenario["product"]> = fc.record({
  customers: often(sized(1, 50000).map(Math.ceil), 1),
  seats: often(fc.integer({ min: 2, max: 50 }), 1),
  seatCorrelation: often(within(0, 1), 0, 1),
  usagePer: fc.constantFrom("customer", "seat"),
  priceCurrency: fc.constant("EUR"),
  costCurrency: fc.constant("USD"),
  exchangeRate: often(sized(0.5, 2), 1),
  exchangeDate: fc.constant(46023),
  fixedCost: fee(0.5, 50),
  platformCost: fee(100, 20000),
  freeUsers: fee(0.1, 20),
  freeUsage: fee(1, 100),
  paymentRate: often(within(0, 0.1), 0),
  paymentFee: fee(0.05, 1),
});

const task: fc.Arbitrary<Scenario["task"]> = fc.record({
  legs: fc.array(leg, { minLength: 1, maxLength: 4 }),
  failureRate: often(within(0, 0.9), 0),
  maxRetries: fc.integer({ min: 0, max: 5 }),
  successRate: often(within(0.1, 1), 1),
  retrievalQueries: fee(1, 10),
  retrievalPricePerThousand: fee(0.1, 5),
  embeddedTokens: fee(10, 5000),
  embeddingPrice: fee(0.01, 0.2),
  rerankSearches: fee(1, 5),
  rerankPricePerThousand: fee(0.1, 5),
  toolCalls: fee(1, 10),
  toolPrice: fee(0.001, 0.05),
  computeSeconds: fee(0.1, 60),
  computeHourlyRate: fee(0.1, 10),
  computeUtilization: often(within(0.1, 1), 1),
  computeConcurrency: often(sized(1, 20), 1),
  guardrailCost: fee(0.0001, 0.01),
  reviewShare: often(within(0, 0.1), 0),
  reviewMinutes: fee(1, 30),
  reviewHourlyRate: fee(10, 100),
  costSpread: often(sized(1, 10), 1),
  costCorrelation: often(within(-1, 1), 0),
});

const usage: fc.Arbitrary<Scenario["usage"]> = fc
  .record({
    p50: sized(5, 3000),
    spread: often(sized(1, 60), 1.5),
    tail: fc.constantFrom(0.99, 0.99, 0.95, 0.9),
    inactiveShare: often(within(0, 0.6), 0),
    monthCorrelation: share,
    customerCorrelation: often(within(0, 0.3), 0),
    termMonths: fc.constantFrom(1, 12, 36),
    allowanceMonths: fc.constantFrom(1, 3, 12),
    fairUseCap: sized(10, 10000),
  })
  .map(({ spread, ...rest }) => ({ ...rest, p99: rounded(rest.p50 * spread) }))
  .map((one) => ({ ...one, p99: Math.max(one.p50, one.p99) }));

const levers = (tariffCount: number): fc.Arbitrary<Scenario["levers"]> =>
  fc.record({
    cacheMissRate: share,
    responseHitRate: often(within(0, 0.9), 0),
    responseLookupCost: fee(0.0001, 0.002),
    routedShare: share,
    routedModel: fc.constantFrom(...MODELS),
    escalationRate: share,
    routerCost: fee(0.0001, 0.002),
    studentModel: fc.constantFrom(...MODELS),
    trainingCost: fee(1000, 100000),
    studentLifeMonths: sized(1, 36),
    studentHostingPerMonth: fee(100, 5000),
    usageTariff: fc.integer({ min: 1, max: tariffCount }),
  });

const growth: fc.Arbitrary<Scenario["growth"]> = fc.record({
  months: fc.constantFrom(12, 12, 13, 18, 24),
  startDate: fc.constantFrom(46023, 46096, 46143),
  fiscalYearEnd: fc.integer({ min: 1, max: 12 }),
  newCustomers: fee(1, 500),
  churn: often(within(0, 0.2), 0, 1),
  usageGrowth: within(-0.1, 0.15),
  priceGrowth: often(within(-0.05, 0.05), 0),
  modelPriceDeclinePerYear: often(within(0, 0.6), 0),
});

const sensitivity: fc.Arbitrary<Scenario["sensitivity"]> = fc
  .array(fc.record({ low: within(0.3, 1), high: within(1, 3) }), {
    minLength: SENSITIVITY_DRIVERS.length,
    maxLength: SENSITIVITY_DRIVERS.length,
  })
  .map((ends) => {
    const each = { ...SAMPLE.sensitivity };
    SENSITIVITY_DRIVERS.forEach((driver, i) => (each[driver] = ends[i] ?? each[driver]));
    return each;
  });

const policy: fc.Arbitrary<Scenario["policy"]> = fc
  .array(fc.constantFrom("COGS" as const, ...POLICIES), {
    minLength: COST_LINES.length,
    maxLength: COST_LINES.length,
  })
  .map((choices) => {
    const each = { ...SAMPLE.policy };
    COST_LINES.forEach((line, i) => (each[line] = choices[i] ?? "COGS"));
    return each;
  });

const targets: fc.Arbitrary<Scenario["targets"]> = fc.record({
  margin: often(within(0, 0.85), 0.6),
  flagBelow: fc.constant(0.4),
  healthyFrom: fc.constant(0.55),
  saasFrom: fc.constant(0.75),
});

/** Scenarios inside all domains; special values (0, 1, one of a kind) come often. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = tariffs.chain((plans) =>
  fc.record({
    name: fc.constant("Random"),
    product,
    task,
    usage,
    targets,
    tariffs: fc.constant(plans),
    focus: fc.integer({ min: 1, max: plans.length }),
    policy,
    levers: levers(plans.length),
    growth,
    sensitivity,
    prices: models,
    pinnedOn: fc.constant(46023),
    catalogDate: fc.constant(46023),
  }),
);

/** Seeded scenarios. */
export function randomScenarios(count: number): Scenario[] {
  return fc.sample(arbitraryScenario, { seed: SEED, numRuns: count });
}
