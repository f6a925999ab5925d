import type { Scenario } from "./scenario";

/**
 * The parameters of one tariff and the usage it meets, as expressions: names that line up with the
 * column at work, single cells, or short formulas.
 */
export interface ChargeTerms {
  /** Begins the names of the items that are made, such as "tariff" in `tariff.high.1`. */
  readonly prefix: string;
  /** What the tariffs of the scenario need: items for what none of them has are left out. */
  readonly shape: ChargeShape;
  /** Base fee of the customer, all seats. */
  readonly baseFee: string;
  readonly volume: string;
  readonly isPackage: string;
  readonly upTo: (tier: number) => string;
  readonly unitPrice: (tier: number) => string;
  readonly flatFee: (tier: number) => string;
  readonly packageSize: string;
  readonly freeUnits: string;
  readonly unitsPerTask: string;
  readonly discount: string;
  readonly commitment: string;
  /** Lognormal usage of active customers, tasks per month. */
  readonly median: string;
  readonly mu: string;
  readonly sigma: string;
  readonly activeMean: string;
  readonly inactiveShare: string;
}

export interface ChargeShape {
  readonly tiers: readonly number[];
  readonly hasPackages: boolean;
}

/** What the tariffs of a scenario have between them. */
export function chargeShape({ tariffs }: Scenario): ChargeShape {
  const count = Math.max(...tariffs.map(({ tiers }) => tiers.length));
  return {
    tiers: Array.from({ length: count }, (_, i) => i + 1),
    hasPackages: tariffs.some(({ type }) => type === "Package"),
  };
}

/** Share of active customers whose usage is at most a level, itself an expression. */
export function shareUpTo({ median, mu, sigma }: ChargeTerms, level: string): string {
  return `IF(${level}<=0,0,IF(${sigma}=0,IF(${median}<=${level},1,0),NORM.S.DIST((LN(${level})-${mu})/${sigma})))`;
}

/** Share of all usage that comes from customers whose usage is at most a level. */
export function usageUpTo({ median, mu, sigma }: ChargeTerms, level: string): string {
  return `IF(${level}<=0,0,IF(${sigma}=0,IF(${median}<=${level},1,0),NORM.S.DIST((LN(${level})-${mu})/${sigma}-${sigma})))`;
}
