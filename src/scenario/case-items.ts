import type { Item } from "../workbook/sheet-blocks";
import { expectedItems, lineItems } from "./charge-items";
import { type MakeItem, itemMaker } from "./item-maker";
import { chargeShape, type ChargeTerms } from "./charge-terms";
import type { Scenario } from "./scenario";

/** One way the world could be: a month, a case of the tornado, a set of levers; all are expressions. */
export interface Case {
  /** Begins the names of the items, such as "forecast". */
  readonly prefix: string;
  /** Number of the tariff that is billed. */
  readonly tariff: string;
  /** Factor on all its prices. */
  readonly priceFactor: string;
  /** Before the change of usage that the tariff brings. */
  readonly median: string;
  readonly sigma: string;
}

/** The terms of a case's charge; they refer to the items of `caseItems`. */
export function caseTerms(scenario: Scenario, { prefix: p }: Pick<Case, "prefix">): ChargeTerms {
  return {
    prefix: p,
    shape: chargeShape(scenario),
    baseFee: `${p}.baseFee`,
    volume: `${p}.volume`,
    isPackage: `${p}.isPackage`,
    upTo: (tier) => `${p}.upTo.${tier}`,
    unitPrice: (tier) => `${p}.unitPrice.${tier}`,
    flatFee: (tier) => `${p}.flatFee.${tier}`,
    packageSize: `${p}.packageSize`,
    freeUnits: `${p}.freeUnits`,
    unitsPerTask: `${p}.unitsPerTask`,
    discount: `${p}.discount`,
    commitment: `${p}.commitment`,
    median: `${p}.median`,
    mu: `${p}.mu`,
    sigma: `${p}.sigma`,
    activeMean: `${p}.activeMean`,
    inactiveShare: "inactiveShare",
  };
}

function tariffItems(
  make: MakeItem,
  tariff: string,
  priceFactor: string,
  terms: ChargeTerms,
): Item[] {
  const fetched = (item: string) => `INDEX(ALL(tariff.${item}),${tariff})`;
  const priced = (item: string) => `${fetched(item)}*${priceFactor}`;
  return [
    make("baseFee", "Base fee", "per month", "money", priced("seatFees")),
    ...terms.shape.tiers.map((k) =>
      make(`upTo.${k}`, `Tier ${k}: up to`, "billed units", "count", fetched(`upTo.${k}`)),
    ),
    ...terms.shape.tiers.map((k) =>
      make(
        `unitPrice.${k}`,
        `Tier ${k}: unit price`,
        "per unit",
        "moneyFine",
        priced(`unitPrice.${k}`),
      ),
    ),
    ...terms.shape.tiers.map((k) =>
      make(`flatFee.${k}`, `Tier ${k}: flat fee`, "per month", "money", priced(`flatFee.${k}`)),
    ),
    make("commitment", "Minimum charge", "per month", "money", priced("commitment")),
    make("discount", "Discount", "fraction", "percent", fetched("discount")),
    make("unitsPerTask", "Billed units per task", "units", "general", fetched("unitsPerTask")),
    make("volume", "Volume rule", "0 or 1", "general", fetched("volume")),
    ...(terms.shape.hasPackages
      ? [
          make("isPackage", "Package rule", "0 or 1", "general", fetched("package")),
          make("packageSize", "Package size", "billed units", "count", fetched("packageSize")),
          make("freeUnits", "Free units", "billed units", "count", fetched("freeUnits")),
        ]
      : []),
  ];
}

/**
 * What a case bills per customer and month: `expected` and `paying`, with every step towards them,
 * and its usage `mu`, `activeMean` and `meanUsage`.
 */
export function caseItems(scenario: Scenario, one: Case): Item[] {
  const terms = caseTerms(scenario, one);
  const make = itemMaker(one.prefix);
  const p = one.prefix;
  return [
    make(
      "median",
      "Median usage",
      "tasks",
      "count",
      `${one.median}*(1+INDEX(ALL(tariff.usageChange),${one.tariff}))`,
    ),
    make("sigma", "Sigma", "of LN(usage)", "decimal", one.sigma),
    make("mu", "Mu", "LN(tasks)", "decimal", `LN(${p}.median)`),
    make(
      "activeMean",
      "Mean of active customers",
      "tasks",
      "count",
      `${p}.median*EXP(${p}.sigma^2/2)`,
    ),
    make(
      "meanUsage",
      "Mean of all customers",
      "tasks",
      "count",
      `(1-inactiveShare)*${p}.activeMean`,
    ),
    ...tariffItems(make, one.tariff, one.priceFactor, terms),
    ...lineItems(terms),
    ...expectedItems(terms),
  ];
}
