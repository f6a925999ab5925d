import type { Item } from "../workbook/sheet-blocks";
import { type ChargeTerms, shareUpTo, usageUpTo } from "./charge-terms";
import { itemMaker } from "./item-maker";
import { packageItems } from "./package-items";

/**
 * The charge as a straight line within each tier, intercept + slope x tasks, before the minimum:
 * the items `high.K` (tasks up to which tier K goes, 0: open), `slope.K`, `usageFee.K` and
 * `intercept.K`.
 */
export function lineItems(terms: ChargeTerms): Item[] {
  const { prefix: p, shape, volume, baseFee, discount, unitsPerTask } = terms;
  const make = itemMaker(p);
  const { upTo, unitPrice, flatFee } = terms;
  return [
    ...shape.tiers.map((k) =>
      make(
        `high.${k}`,
        `Tier ${k}: up to`,
        "tasks",
        "count",
        `IF(${upTo(k)}=0,0,${upTo(k)}/${unitsPerTask})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `slope.${k}`,
        `Tier ${k}: charge per task`,
        "per task",
        "moneyFine",
        `(1-${discount})*${unitPrice(k)}*${unitsPerTask}`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `usageFee.${k}`,
        `Tier ${k}: its line at 0 tasks`,
        "per month",
        "money",
        k === 1
          ? flatFee(1)
          : `IF(${volume}=1,${flatFee(k)},${p}.usageFee.${k - 1}+(${unitPrice(k - 1)}-${unitPrice(k)})*${upTo(k - 1)}+${flatFee(k)})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `intercept.${k}`,
        `Tier ${k}: with base fee, discounted`,
        "per month",
        "money",
        `(1-${discount})*(${baseFee}+${p}.usageFee.${k})`,
      ),
    ),
  ];
}

/** Where each tier's bound lies in the distribution: `z.K`, `below.K`, `usedBelow.K`. */
function boundItems(terms: ChargeTerms): Item[] {
  const { prefix: p, shape, median, mu, sigma } = terms;
  const make = itemMaker(p);
  const share = (high: string, normal: string) =>
    `IF(${high}=0,1,IF(${sigma}=0,IF(${median}<=${high},1,0),${normal}))`;
  return [
    ...shape.tiers.map((k) =>
      make(
        `z.${k}`,
        `Tier ${k}: z of its bound`,
        "deviations",
        "decimal",
        `IF(OR(${p}.high.${k}=0,${sigma}=0),0,(LN(${p}.high.${k})-${mu})/${sigma})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `below.${k}`,
        `Tier ${k}: customers up to its bound`,
        "of active",
        "percent",
        share(`${p}.high.${k}`, `NORM.S.DIST(${p}.z.${k})`),
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `usedBelow.${k}`,
        `Tier ${k}: usage of those customers`,
        "of usage",
        "percent",
        share(`${p}.high.${k}`, `NORM.S.DIST(${p}.z.${k}-${sigma})`),
      ),
    ),
  ];
}

/** The share below a tier: that of the tier before it, 0 for the first. */
export function lower(p: string, item: string, k: number): string {
  return k === 1 ? "0" : `${p}.${item}.${k - 1}`;
}

/** Where within each tier the charge reaches the minimum: `reach.K`, `levelBelow.K`, `levelUsed.K`. */
function minimumItems(terms: ChargeTerms): Item[] {
  const { prefix: p, shape, commitment } = terms;
  const make = itemMaker(p);
  const within = (k: number, item: string, at: string) =>
    `IF(${p}.slope.${k}=0,IF(${p}.intercept.${k}<${commitment},${p}.${item}.${k},${lower(p, item, k)}),MAX(${lower(p, item, k)},MIN(${p}.${item}.${k},${at})))`;
  return [
    ...shape.tiers.map((k) =>
      make(
        `reach.${k}`,
        `Tier ${k}: tasks that reach the minimum`,
        "tasks",
        "count",
        `IF(${p}.slope.${k}=0,0,(${commitment}-${p}.intercept.${k})/${p}.slope.${k})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `levelBelow.${k}`,
        `Tier ${k}: customers up to there`,
        "of active",
        "percent",
        within(k, "below", shareUpTo(terms, `${p}.reach.${k}`)),
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `levelUsed.${k}`,
        `Tier ${k}: usage up to there`,
        "of usage",
        "percent",
        within(k, "usedBelow", usageUpTo(terms, `${p}.reach.${k}`)),
      ),
    ),
  ];
}

/**
 * What the tariff is expected to bill, `expected`, and the share of customers who are billed
 * anything, `paying`: closed forms over the lines of the tiers, or counted packages; inactive
 * customers pay base fee or minimum. It needs the items of `lineItems`.
 */
export function expectedItems(terms: ChargeTerms): Item[] {
  const { prefix: p, shape, activeMean, inactiveShare, commitment, baseFee, discount } = terms;
  const make = itemMaker(p);
  const sum = (item: string) => `SUM(${p}.${item}.1:${p}.${item}.${shape.tiers.length})`;
  const active = shape.hasPackages
    ? `IF(${terms.isPackage}=1,${p}.packages,${sum("expected")})`
    : sum("expected");
  return [
    ...boundItems(terms),
    ...minimumItems(terms),
    ...shape.tiers.map((k) =>
      make(
        `expected.${k}`,
        `Tier ${k}: expected charge`,
        "per month",
        "money",
        `${commitment}*(${p}.levelBelow.${k}-${lower(p, "below", k)})+${p}.intercept.${k}*(${p}.below.${k}-${p}.levelBelow.${k})+${p}.slope.${k}*${activeMean}*(${p}.usedBelow.${k}-${p}.levelUsed.${k})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `paying.${k}`,
        `Tier ${k}: customers billed`,
        "of active",
        "percent",
        `IF(${commitment}+${p}.intercept.${k}+${p}.slope.${k}>0,${p}.below.${k}-${lower(p, "below", k)},0)`,
      ),
    ),
    ...(shape.hasPackages ? packageItems(terms) : []),
    make(
      "idle",
      "Charge of an inactive customer",
      "per month",
      "money",
      `MAX(${commitment},(1-${discount})*${baseFee})`,
    ),
    make(
      "expected",
      "Expected charge",
      "per month",
      "money",
      `${inactiveShare}*${p}.idle+(1-${inactiveShare})*${active}`,
    ),
    make(
      "paying",
      "Customers billed",
      "of all",
      "percent",
      `IF(${p}.idle>0,1,(1-${inactiveShare})*${shape.hasPackages ? `IF(${terms.isPackage}=1,${p}.buying,${sum("paying")})` : sum("paying")})`,
    ),
  ];
}

/**
 * What the tariff bills at a level of usage: the items `tierAt.KEY` and `charge.KEY`. It needs
 * the items of `lineItems`.
 *
 * @param tasks expression of the usage, tasks per month
 */
export function chargeItems(terms: ChargeTerms, key: string, label: string, tasks: string): Item[] {
  const { prefix: p, shape, commitment, baseFee, discount, unitsPerTask } = terms;
  const make = itemMaker(p);
  const last = shape.tiers.length;
  const passed = shape.tiers
    .slice(0, -1)
    .map((k) => `+IF(AND(${p}.high.${k}>0,${tasks}>${p}.high.${k}),1,0)`)
    .join("");
  const line = `INDEX(${p}.intercept.1:${p}.intercept.${last},${p}.tierAt.${key})+INDEX(${p}.slope.1:${p}.slope.${last},${p}.tierAt.${key})*${tasks}`;
  const byTier = `IF(${tasks}=0,(1-${discount})*${baseFee},${line})`;
  const packages = `(1-${discount})*(${baseFee}+${terms.unitPrice(1)}*ROUNDUP(MAX(0,${tasks}*${unitsPerTask}-${terms.freeUnits})/${terms.packageSize},0))`;
  const listed = shape.hasPackages ? `IF(${terms.isPackage}=1,${packages},${byTier})` : byTier;
  return [
    make(`tierAt.${key}`, `Tier reached at ${label}`, "number", "general", `1${passed}`),
    make(
      `charge.${key}`,
      `Charge at ${label}`,
      "per month",
      "money",
      `MAX(${commitment},${listed})`,
    ),
  ];
}
