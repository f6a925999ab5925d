import type { Item } from "../workbook/sheet-blocks";
import { type ChargeTerms, shareUpTo } from "./charge-terms";
import { lower } from "./charge-items";
import { itemMaker } from "./item-maker";

/** What customers cost and what margin is asked for, as expressions. */
export interface ShortTerms {
  /** Begins the names of the items, below the prefix of the charge, such as "target". */
  readonly key: string;
  readonly label: string;
  readonly target: string;
  readonly unitCost: string;
  readonly fixedCost: string;
  readonly paymentRate: string;
  readonly paymentFee: string;
}

/**
 * The share of customer-months whose margin is below a target: `KEY.share`. Within a tier what is
 * left over is a straight line of usage, so customers fall short on one side of where it turns. It needs
 * the items of `lineItems` and `expectedItems`.
 */
export function shortItems(charge: ChargeTerms, short: ShortTerms): Item[] {
  const { prefix: p, shape, commitment, inactiveShare, baseFee, discount } = charge;
  const { key, label, target, unitCost, fixedCost, paymentRate, paymentFee } = short;
  const make = itemMaker(p);
  const kept = `${p}.${key}.kept`;
  const within = (low: string, high: string, turn: string) =>
    `MAX(${low},MIN(${high},${shareUpTo(charge, turn)}))`;
  const left = (billed: string) => `${billed}*${kept}-IF(${billed}>0,${paymentFee},0)-${fixedCost}`;
  const sum = (item: string) =>
    `SUM(${p}.${key}.${item}.1:${p}.${key}.${item}.${shape.tiers.length})`;
  const idle = `MAX(${commitment},(1-${discount})*${baseFee})`;
  // Packages rise in steps, and each step may fall short and recover: no straight line says where.
  const share = `IF(${left(idle)}<0,${inactiveShare},0)+(1-${inactiveShare})*(${sum("minimum")}+${sum("line")})`;
  return [
    make(
      `${key}.kept`,
      `${label}: kept of each charge`,
      "fraction",
      "percent",
      `1-${target}-${paymentRate}`,
    ),
    make(
      `${key}.atMinimum`,
      `${label}: left of the minimum`,
      "per month",
      "money",
      left(commitment),
    ),
    make(
      `${key}.minimumTurn`,
      `${label}: tasks that use up the minimum`,
      "tasks",
      "count",
      `IF(${unitCost}=0,0,${p}.${key}.atMinimum/${unitCost})`,
    ),
    ...shape.tiers.map((k) =>
      make(
        `${key}.minimum.${k}`,
        `${label}, tier ${k}: short at the minimum`,
        "of active",
        "percent",
        `IF(${unitCost}=0,IF(${p}.${key}.atMinimum<0,${p}.levelBelow.${k}-${lower(p, "below", k)},0),${p}.levelBelow.${k}-${within(lower(p, "below", k), `${p}.levelBelow.${k}`, `${p}.${key}.minimumTurn`)})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `${key}.left.${k}`,
        `${label}, tier ${k}: left at 0 tasks`,
        "per month",
        "money",
        `${p}.intercept.${k}*${kept}-IF(${p}.intercept.${k}+${p}.slope.${k}>0,${paymentFee},0)-${fixedCost}`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `${key}.perTask.${k}`,
        `${label}, tier ${k}: left per task`,
        "per task",
        "moneyFine",
        // What rounding leaves of nothing must not turn somewhere far away.
        `IF(ABS(${p}.slope.${k}*${kept}-${unitCost})<=epsilon*${unitCost},0,${p}.slope.${k}*${kept}-${unitCost})`,
      ),
    ),
    ...shape.tiers.map((k) =>
      make(
        `${key}.turn.${k}`,
        `${label}, tier ${k}: tasks at which it turns`,
        "tasks",
        "count",
        `IF(${p}.${key}.perTask.${k}=0,0,-${p}.${key}.left.${k}/${p}.${key}.perTask.${k})`,
      ),
    ),
    ...shape.tiers.map((k) => {
      const turn = within(`${p}.levelBelow.${k}`, `${p}.below.${k}`, `${p}.${key}.turn.${k}`);
      const all = `${p}.below.${k}-${p}.levelBelow.${k}`;
      return make(
        `${key}.line.${k}`,
        `${label}, tier ${k}: short on its line`,
        "of active",
        "percent",
        `IF(${p}.${key}.perTask.${k}<0,${p}.below.${k}-${turn},IF(${p}.${key}.perTask.${k}>0,${turn}-${p}.levelBelow.${k},IF(${p}.${key}.left.${k}<0,${all},0)))`,
      );
    }),
    make(
      `${key}.share`,
      `${label}`,
      "of customer-months",
      "percent",
      shape.hasPackages ? `IF(${charge.isPackage}=1,"not for packages",${share})` : share,
    ),
  ];
}
