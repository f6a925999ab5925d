import { SAMPLE } from "../../src/scenario/sample";
import {
  type Policy,
  type Scenario,
  TARIFF_TYPES,
  type TariffInput,
} from "../../src/scenario/scenario";

type Change = (scenario: Scenario) => Scenario;

const usage =
  (change: Partial<Scenario["usage"]>): Change =>
  (scenario) => ({
    ...scenario,
    usage: { ...scenario.usage, ...change },
  });

const product =
  (change: Partial<Scenario["product"]>): Change =>
  (scenario) => ({
    ...scenario,
    product: { ...scenario.product, ...change },
  });

const task =
  (change: Partial<Scenario["task"]>): Change =>
  (scenario) => ({
    ...scenario,
    task: { ...scenario.task, ...change },
  });

const levers =
  (change: Partial<Scenario["levers"]>): Change =>
  (scenario) => ({
    ...scenario,
    levers: { ...scenario.levers, ...change },
  });

const growth =
  (change: Partial<Scenario["growth"]>): Change =>
  (scenario) => ({
    ...scenario,
    growth: { ...scenario.growth, ...change },
  });

const tariffs =
  (plans: readonly TariffInput[]): Change =>
  (scenario) => ({
    ...scenario,
    tariffs: plans,
    focus: plans.length,
    levers: { ...scenario.levers, usageTariff: 1 },
  });

const PLAIN: TariffInput = {
  name: "Plain",
  type: "Metered",
  baseFee: 20,
  tiers: [{ upTo: null, unitPrice: 0.1, flatFee: 0 }],
  packageSize: 100,
  freeUnits: 0,
  unitsPerTask: 1,
  commitment: 0,
  discount: 0,
  usageChange: 0,
  lostCustomers: 0,
};

const FIVE_TIERS = [100, 400, 900, 2500, null].map((upTo, i) => ({
  upTo,
  unitPrice: 0.3 - i * 0.05,
  flatFee: i,
}));

const ofType = (type: TariffInput["type"]): TariffInput => ({
  ...PLAIN,
  name: type,
  type,
  unitsPerTask: type === "Credits" ? 3 : type === "Outcome" ? 0.7 : 1,
  tiers: type === "Graduated" || type === "Volume" ? FIVE_TIERS : PLAIN.tiers,
});

const legs =
  (change: Partial<Scenario["task"]["legs"][number]>): Change =>
  (scenario) =>
    task({ legs: scenario.task.legs.map((leg) => ({ ...leg, ...change })) })(scenario);

/** What lies at the edge of what a scenario may be, each as a change to any other. */
export const EXTREMES: Readonly<Record<string, Change>> = {
  "one call in each leg": legs({ calls: 1 }),
  "prompts of nothing": legs({ basePrompt: 0, addedPerCall: 0 }),
  "four legs": (scenario) => {
    const [leg] = scenario.task.legs;
    return leg ? task({ legs: [leg, leg, leg, leg] })(scenario) : scenario;
  },
  "hit rate 0": levers({ responseHitRate: 0, routedShare: 0 }),
  "hit rate 1": levers({ responseHitRate: 1, routedShare: 1, escalationRate: 1 }),
  "no spread of usage": (scenario) => usage({ p99: scenario.usage.p50 })(scenario),
  "no spread in many seats": (scenario) =>
    product({ seats: 40, usagePer: "seat", seatCorrelation: 0 })(
      usage({ p99: scenario.usage.p50 })(scenario),
    ),
  "seats that use as one": product({ seats: 10, usagePer: "seat", seatCorrelation: 1 }),
  "wide spread of usage": (scenario) => usage({ p99: scenario.usage.p50 * 200 })(scenario),
  "half of the customers inactive": usage({ inactiveShare: 0.5 }),
  "price 0": tariffs([{ ...PLAIN, baseFee: 0, tiers: [{ upTo: null, unitPrice: 0, flatFee: 0 }] }]),
  "one tariff": tariffs([PLAIN]),
  "the first six types": tariffs(TARIFF_TYPES.slice(0, 6).map(ofType)),
  "the last six types": tariffs(TARIFF_TYPES.slice(2).map(ofType)),
  "minimum and discount": tariffs(
    TARIFF_TYPES.slice(2).map((type) => ({ ...ofType(type), commitment: 150, discount: 0.25 })),
  ),
  "60 months": growth({ months: 60 }),
  "everybody leaves": growth({ churn: 1, newCustomers: 0 }),
  "no cost at all": (scenario) =>
    product({ fixedCost: 0, platformCost: 0, freeUsers: 0, paymentRate: 0, paymentFee: 0 })({
      ...scenario,
      policy: { ...SAMPLE.policy, ...Object.fromEntries(opexLines()) },
    }),
  "free users and payment fees": product({
    freeUsers: 30,
    freeUsage: 40,
    paymentRate: 0.029,
    paymentFee: 0.3,
  }),
  "costs that rise with usage": task({ costSpread: 8, costCorrelation: 0.8 }),
  "one customer": product({ customers: 1 }),
};

function opexLines(): [string, Policy][] {
  return Object.keys(SAMPLE.policy).map((line) => [line, "Opex"]);
}
