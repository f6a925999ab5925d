import fc from "fast-check";

/** Tiers as lists: inclusive upper bounds, a price and a flat fee each. */
export interface Tiers {
  readonly upTo: readonly number[];
  readonly prices: readonly number[];
  readonly fees: readonly number[];
}

/** Stripe's documentation of tiered pricing: 7 up to 5 units, 6.50 up to 10, then 6. */
export const STRIPE: Tiers = { upTo: [5, 10, Infinity], prices: [7, 6.5, 6], fees: [] };

/** OpenMeter's tests of tiered prices: flat 100 up to 5, flat 50 up to 10, 10 a unit up to 15, then 5 a unit. */
export const OPENMETER_GRADUATED: Tiers = {
  upTo: [5, 10, 15, Infinity],
  prices: [0, 0, 10, 5],
  fees: [100, 50, 0, 0],
};

/** The volume case of the same tests: flat 100 up to 5, then 10 a unit up to 15, then 5 a unit. */
export const OPENMETER_VOLUME: Tiers = {
  upTo: [5, 15, Infinity],
  prices: [0, 10, 5],
  fees: [100, 0, 0],
};

const price = fc.double({ min: 0, max: 100, noNaN: true });

/** Any table of up to six tiers whose last stands open. */
export const anyTiers: fc.Arbitrary<Tiers> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 1000 }), price, price), { minLength: 1, maxLength: 6 })
  .map((rows) => {
    let bound = 0;
    return {
      upTo: rows.map(([width], i) => (i === rows.length - 1 ? Infinity : (bound += width))),
      prices: rows.map(([, perUnit]) => perUnit),
      fees: rows.map(([, , fee]) => fee),
    };
  });

export const anyUnits = fc.double({ min: 0, max: 10_000, noNaN: true });

/** Every property is tried on the same cases each time. */
export const SEEDED = { seed: 20_260_301, numRuns: 300 } as const;
