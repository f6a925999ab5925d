import fc from "fast-check";
import {
  expectedTariffCharge,
  priceFloor,
  type Tariff,
  tariffBelowTargetShare,
  tariffCharge,
  tariffShortfall,
  usageFromTail,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

const SEAT: Tariff = {
  rule: "graduated",
  baseFee: 99,
  upTo: [Infinity],
  unitPrices: [0],
  flatFees: [0],
  packageSize: 1,
  freeUnits: 0,
  billedUnitsPerTask: 1,
  discount: 0,
  commitment: 0,
};
const HYBRID: Tariff = { ...SEAT, upTo: [1000, Infinity], unitPrices: [0, 0.08], flatFees: [0, 0] };
const GRADUATED: Tariff = {
  ...SEAT,
  baseFee: 0,
  upTo: [500, 2000, Infinity],
  unitPrices: [0.1, 0.08, 0.05],
  flatFees: [0, 0, 0],
};
const VOLUME: Tariff = { ...GRADUATED, rule: "volume" };
const PACKAGE: Tariff = {
  ...SEAT,
  rule: "package",
  baseFee: 20,
  unitPrices: [10],
  packageSize: 100,
  freeUnits: 50,
};
/** The article's customers: P50 400 tasks a month, P99 6,000. */
const USAGE = usageFromTail(400, 6000);
const COST = { unitCost: 0.06, fixedCost: 9, paymentRate: 0, paymentFee: 0, targetMargin: 0.6 };

describe("tariffCharge", () => {
  it("bills the base fee and what lies beyond the included tier", () => {
    // 99 + 0.08 x (1,500 - 1,000)
    expect(tariffCharge(HYBRID, 1500)).toBeCloseTo(139, 12);
    expect(tariffCharge(HYBRID, 1000)).toBe(99);
  });

  it("takes the discount off before the commitment", () => {
    // 0.9 x 99 = 89.10, below and above the commitment
    expect(tariffCharge({ ...SEAT, discount: 0.1, commitment: 80 }, 5)).toBeCloseTo(89.1, 12);
    expect(tariffCharge({ ...SEAT, discount: 0.1, commitment: 90 }, 5)).toBe(90);
  });

  it("bills only the tasks that succeed where a price is per outcome", () => {
    const outcome = {
      ...GRADUATED,
      upTo: [Infinity],
      unitPrices: [2],
      flatFees: [0],
      billedUnitsPerTask: 0.8,
    };
    // 100 x 0.8 x 2
    expect(tariffCharge(outcome, 100)).toBeCloseTo(160, 12);
  });

  it("bills started packages", () => {
    // 20 + 10 x ceil((251 - 50) / 100) = 20 + 30
    expect(tariffCharge(PACKAGE, 250)).toBe(40);
    expect(tariffCharge(PACKAGE, 251)).toBe(50);
  });

  it("refuses a discount of everything", () => {
    expect(failure(() => tariffCharge({ ...SEAT, discount: 1 }, 5))).toBe(
      "#NUM! discount must be below 1, got 1",
    );
  });
});

describe("expectedTariffCharge", () => {
  it("gives the published closed forms for hybrid, graduated and volume tariffs", () => {
    // maths: 99 + 0.08 x SL(1,000) with SL 293.89728; 65.0877; 55.8440
    expect(expectedTariffCharge(HYBRID, USAGE)).toBeCloseTo(122.5118, 4);
    expect(expectedTariffCharge(GRADUATED, USAGE)).toBeCloseTo(65.0877, 4);
    expect(expectedTariffCharge(VOLUME, USAGE)).toBeCloseTo(55.844, 4);
  });

  it("charges inactive customers base fee and commitment alone", () => {
    const usage = usageFromTail(400, 6000, 0.99, 0.25);
    expect(expectedTariffCharge(SEAT, usage)).toBeCloseTo(99, 12);
    // A quarter at 99, three quarters at 122.5118
    expect(expectedTariffCharge(HYBRID, usage)).toBeCloseTo(0.25 * 99 + 0.75 * 122.5118, 4);
  });

  const anyTariff: fc.Arbitrary<Tariff> = fc
    .record({
      rule: fc.constantFrom("graduated" as const, "volume" as const, "package" as const),
      baseFee: fc.double({ min: 0, max: 100, noNaN: true }),
      prices: fc.array(
        fc.integer({ min: 0, max: 100 }).map((cents) => cents / 100),
        { minLength: 3, maxLength: 3 },
      ),
      fee: fc.double({ min: 0, max: 20, noNaN: true }),
      billedUnitsPerTask: fc.double({ min: 0.2, max: 3, noNaN: true }),
      discount: fc.double({ min: 0, max: 0.5, noNaN: true }),
      commitment: fc.double({ min: 0, max: 300, noNaN: true }),
    })
    .map(({ prices, fee, ...rest }) => ({
      ...rest,
      upTo: [300, 1500, Infinity],
      unitPrices: prices,
      flatFees: [fee, 0, fee],
      packageSize: 150,
      freeUnits: 60,
    }));

  // Usage P50 100 and P95 900: sigma is LN(9) / 1.6448536269514722.
  const SIGMA = Math.log(9) / 1.6448536269514722;
  const STEP = 0.004;
  /** Levels of usage with the weight that the normal density gives to each. */
  const LEVELS = Array.from({ length: 4501 }, (_, i) => {
    const z = -8 + i * STEP;
    const weight = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * STEP;
    return { tasks: 100 * Math.exp(SIGMA * z), weight };
  });

  /** Mean of a function of usage by plain numerical integration, which knows nothing of tiers. */
  function integrated(of: (tasks: number) => number): number {
    return LEVELS.reduce((sum, { tasks, weight }) => sum + weight * of(tasks), 0);
  }

  it("agrees with single charges integrated over usage", () => {
    const usage = usageFromTail(100, 900, 0.95);
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const expected = expectedTariffCharge(tariff, usage);
        const grid = integrated((tasks) => tariffCharge(tariff, tasks));
        // A volume tariff jumps by up to 1,500 x $1 where the density is 0.08; each jump is placed
        // to within half a step: 1,500 x 0.08 x 0.002.
        expect(Math.abs(expected - grid)).toBeLessThanOrEqual(0.25 + 1e-4 * expected);
      }),
      { ...SEEDED, numRuns: 60 },
    );
  });

  it("scales with all prices together", () => {
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const dearer: Tariff = {
          ...tariff,
          baseFee: tariff.baseFee * 1.5,
          unitPrices: tariff.unitPrices.map((price) => price * 1.5),
          flatFees: tariff.flatFees.map((fee) => fee * 1.5),
          commitment: tariff.commitment * 1.5,
        };
        const once = expectedTariffCharge(tariff, USAGE);
        expect(expectedTariffCharge(dearer, USAGE)).toBeCloseTo(1.5 * once, 7);
      }),
      { ...SEEDED, numRuns: 60 },
    );
  });

  it("is the single charge where all customers use the same", () => {
    expect(expectedTariffCharge(HYBRID, usageFromTail(1500, 1500))).toBeCloseTo(139, 12);
  });

  it("agrees with integration about who is below target", () => {
    const usage = usageFromTail(100, 900, 0.95);
    const cost = { ...COST, paymentRate: 0.03, paymentFee: 0.3, unitCost: 0.2 };
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const share = tariffBelowTargetShare(tariff, usage, cost);
        const grid = integrated((tasks) => {
          const charge = tariffCharge(tariff, tasks);
          const spent =
            cost.unitCost * tasks + cost.fixedCost + 0.03 * charge + (charge > 0 ? 0.3 : 0);
          return charge * 0.4 < spent ? 1 : 0;
        });
        expect(Math.abs(share - grid)).toBeLessThanOrEqual(0.002);
      }),
      { ...SEEDED, numRuns: 60 },
    );
  });

  it("agrees with integration about what they lack", () => {
    const usage = usageFromTail(100, 900, 0.95);
    const cost = { ...COST, paymentRate: 0.03, paymentFee: 0.3, unitCost: 0.2 };
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const lack = tariffShortfall(tariff, usage, cost);
        const grid = integrated((tasks) => {
          const charge = tariffCharge(tariff, tasks);
          const fee = charge > 0 ? 0.3 : 0;
          return Math.max(0, cost.unitCost * tasks + cost.fixedCost + fee - charge * (0.4 - 0.03));
        });
        expect(Math.abs(lack - grid)).toBeLessThanOrEqual(0.1 + 1e-4 * lack);
      }),
      { ...SEEDED, numRuns: 60 },
    );
  });
});

describe("tariffShortfall", () => {
  const FREE_OF_TARGET = { ...COST, targetMargin: 0 };

  it("is what usage beyond the break-even costs under a flat fee", () => {
    // 0.06 x E[(X - 1,500)+], X lognormal with P50 400 and P99 6,000:
    // k = LN(1,500 / 400) / 1.164078 = 1.135453; 787.610165 Phi(0.028625) - 1,500 Phi(-1.135453)
    // = 402.798101 - 192.139154 = 210.658947 tasks
    expect(tariffShortfall(SEAT, USAGE, FREE_OF_TARGET)).toBeCloseTo(0.06 * 210.658947, 7);
  });

  it("is 0 where a metered price covers the cost of a task", () => {
    const metered = { ...SEAT, unitPrices: [0.07], baseFee: 9 };
    expect(tariffShortfall(metered, USAGE, FREE_OF_TARGET)).toBe(0);
  });

  it("counts inactive customers who pay less than they cost", () => {
    const usage = usageFromTail(400, 400, 0.99, 0.25);
    // A quarter pays nothing and costs 9; the others pay 40 and cost 9 + 24
    const metered = { ...SEAT, baseFee: 0, unitPrices: [0.1] };
    expect(tariffShortfall(metered, usage, FREE_OF_TARGET)).toBeCloseTo(2.25, 12);
  });

  it("refuses a cost below 0", () => {
    expect(failure(() => tariffShortfall(SEAT, USAGE, { ...COST, unitCost: -1 }))).toBe(
      "#NUM! unitCost must be 0 or more, got -1",
    );
  });
});

describe("tariffBelowTargetShare", () => {
  it("gives the article's shares for its flat seat", () => {
    expect(tariffBelowTargetShare(SEAT, USAGE, COST)).toBeCloseTo(0.4173, 4);
    expect(tariffBelowTargetShare(SEAT, USAGE, { ...COST, targetMargin: 0 })).toBeCloseTo(
      0.1281,
      4,
    );
  });

  it("counts every customer once the price cannot cover the fixed cost", () => {
    expect(tariffBelowTargetShare({ ...SEAT, baseFee: 20 }, USAGE, COST)).toBe(1);
  });

  it("counts nobody where the price is the floor of the heaviest that count", () => {
    // Floor at P99: (0.06 x 6,000 + 9) / 0.4 = 922.50, so 1% remain below.
    const floor = priceFloor(0.06 * 6000 + 9, 0.6);
    expect(tariffBelowTargetShare({ ...SEAT, baseFee: floor }, USAGE, COST)).toBeCloseTo(0.01, 9);
  });
});
