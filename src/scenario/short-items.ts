import type { Item } from "../workbook/sheet-blocks";
import { lower } from "./charge-items";
import { type ChargeTerms, shareUpTo, usageUpTo } from "./charge-terms";
import { itemMaker } from "./item-maker";
import { shortPackageItems } from "./short-packages";
import type { ShortTerms } from "./short-terms";

/** Within each tier, on the minimum charge: who falls short, and how much of all usage is theirs. */
function minimumItems(charge: ChargeTerms, short: ShortTerms): Item[] {
  const { prefix: p, shape, commitment } = charge;
  const { key, label, unitCost, fixedCost, paymentFee, asksLack } = short;
  const make = itemMaker(p);
  const turn = `${p}.${key}.minimumTurn`;
  /** From where usage turns to where the tier passes the minimum, of customers or of usage. */
  const beyond = (k: number, from: string, to: string, share: string) => {
    const [low, high] = [lower(p, from, k), `${p}.${to}.${k}`];
    return `IF(${unitCost}=0,IF(${p}.${key}.atMinimum<0,${high}-${low},0),${high}-MAX(${low},MIN(${high},${share})))`;
  };
  return [
    make(
      `${key}.atMinimum`,
      `${label}: left of the minimum`,
      "per month",
      "money",
      `${commitment}*${p}.${key}.kept-IF(${commitment}>0,${paymentFee},0)-${fixedCost}`,
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
        beyond(k, "below", "levelBelow", shareUpTo(charge, turn)),
      ),
    ),
    ...(asksLack
      ? shape.tiers.map((k) =>
          make(
            `${key}.minimumUsed.${k}`,
            `${label}, tier ${k}: usage of those at the minimum`,
            "of usage",
            "percent",
            beyond(k, "usedBelow", "levelUsed", usageUpTo(charge, turn)),
          ),
        )
      : []),
  ];
}

/** Within each tier, on its line: who falls short, and how much of all usage is theirs. */
function lineShortItems(charge: ChargeTerms, short: ShortTerms): Item[] {
  const { prefix: p, shape } = charge;
  const { key, label, unitCost, fixedCost, paymentFee, asksLack } = short;
  const make = itemMaker(p);
  const kept = `${p}.${key}.kept`;
  const perTask = (k: number) => `${p}.${key}.perTask.${k}`;
  const each = (
    item: string,
    words: string,
    unit: string,
    format: Item["format"],
    formula: (k: number) => string,
  ): Item[] =>
    shape.tiers.map((k) =>
      make(`${key}.${item}.${k}`, `${label}, tier ${k}: ${words}`, unit, format, formula(k)),
    );
  const clamped = (k: number, from: string, to: string, share: string) =>
    `MAX(${p}.${from}.${k},MIN(${p}.${to}.${k},${share}))`;
  /** On the side of the turn where customers fall short, of customers or of usage. */
  const side = (k: number, from: string, to: string, turn: string) => {
    const [low, high, at] = [from, to, `${key}.${turn}`].map((name) => `${p}.${name}.${k}`);
    return `IF(${perTask(k)}<0,${high}-${at},IF(${perTask(k)}>0,${at}-${low},IF(${p}.${key}.left.${k}<0,${high}-${low},0)))`;
  };
  const turn = (k: number) => `${p}.${key}.turn.${k}`;
  return [
    ...each(
      "left",
      "left at 0 tasks",
      "per month",
      "money",
      (k) =>
        `${p}.intercept.${k}*${kept}-IF(${p}.intercept.${k}+${p}.slope.${k}>0,${paymentFee},0)-${fixedCost}`,
    ),
    // What rounding leaves of nothing must not turn somewhere far away.
    ...each(
      "perTask",
      "left per task",
      "per task",
      "moneyFine",
      (k) =>
        `IF(ABS(${p}.slope.${k}*${kept}-${unitCost})<=epsilon*${unitCost},0,${p}.slope.${k}*${kept}-${unitCost})`,
    ),
    ...each(
      "turn",
      "tasks at which it turns",
      "tasks",
      "count",
      (k) => `IF(${perTask(k)}=0,0,-${p}.${key}.left.${k}/${perTask(k)})`,
    ),
    ...each("turnShare", "customers up to there", "of active", "percent", (k) =>
      clamped(k, "levelBelow", "below", shareUpTo(charge, turn(k))),
    ),
    ...each("line", "short on its line", "of active", "percent", (k) =>
      side(k, "levelBelow", "below", "turnShare"),
    ),
    ...(asksLack
      ? [
          ...each("turnUsed", "usage up to there", "of usage", "percent", (k) =>
            clamped(k, "levelUsed", "usedBelow", usageUpTo(charge, turn(k))),
          ),
          ...each("lineUsed", "usage of those on its line", "of usage", "percent", (k) =>
            side(k, "levelUsed", "usedBelow", "turnUsed"),
          ),
          ...each(
            "lack",
            "what it lacks",
            "per month",
            "money",
            (k) =>
              `-${p}.${key}.atMinimum*${p}.${key}.minimum.${k}+${unitCost}*${charge.activeMean}*${p}.${key}.minimumUsed.${k}-${p}.${key}.left.${k}*${p}.${key}.line.${k}-${perTask(k)}*${charge.activeMean}*${p}.${key}.lineUsed.${k}`,
          ),
        ]
      : []),
  ];
}

/**
 * The steps towards `shortShare` and `shortfall`: within a tier what is left over is a straight
 * line of usage, so customers fall short on one side of where it turns; by packages the charge is
 * level within a step. They need the items of `lineItems` and `expectedItems`.
 */
export function shortItems(charge: ChargeTerms, short: ShortTerms): Item[] {
  const { prefix: p, shape, commitment, baseFee, discount } = charge;
  const { key, label, target, fixedCost, paymentRate, paymentFee, asksLack } = short;
  const make = itemMaker(p);
  const sum = (item: string) =>
    `SUM(${p}.${key}.${item}.1:${p}.${key}.${item}.${shape.tiers.length})`;
  const either = (packages: string, tiers: string) =>
    shape.hasPackages ? `IF(${charge.isPackage}=1,${packages},${tiers})` : tiers;
  const idle = `${p}.${key}.idleCharge`;
  return [
    make(
      `${key}.kept`,
      `${label}: kept of each charge`,
      "fraction",
      "percent",
      `1-${target}-${paymentRate}`,
    ),
    make(
      `${key}.idleCharge`,
      `${label}: charge of the inactive`,
      "per month",
      "money",
      `MAX(${commitment},(1-${discount})*${baseFee})`,
    ),
    make(
      `${key}.idleLeft`,
      `${label}: left of it`,
      "per month",
      "money",
      `${idle}*${p}.${key}.kept-IF(${idle}>0,${paymentFee},0)-${fixedCost}`,
    ),
    ...minimumItems(charge, short),
    ...lineShortItems(charge, short),
    ...(shape.hasPackages ? shortPackageItems(charge, short) : []),
    make(
      `${key}.active`,
      `${label}: active customers`,
      "of active",
      "percent",
      either(`${p}.${key}.packagesShort`, `${sum("minimum")}+${sum("line")}`),
    ),
    ...(asksLack
      ? [
          make(
            `${key}.activeLack`,
            `${label}: what active customers lack`,
            "per month",
            "money",
            either(`${p}.${key}.packagesLack`, sum("lack")),
          ),
        ]
      : []),
  ];
}

/** The share of customer-months whose margin is below the target of the items: `KEY.share`. */
export function shortShare(charge: ChargeTerms, key: string, label: string): Item {
  const { prefix: p, inactiveShare } = charge;
  return itemMaker(p)(
    `${key}.share`,
    label,
    "of customer-months",
    "percent",
    `IF(${p}.${key}.idleLeft+epsilon<0,${inactiveShare},0)+(1-${inactiveShare})*${p}.${key}.active`,
  );
}

/** What they lack of it, per customer of all: `KEY.lack`. */
export function shortfall(charge: ChargeTerms, key: string, label: string, unit: string): Item {
  const { prefix: p, inactiveShare } = charge;
  return itemMaker(p)(
    `${key}.lack`,
    label,
    unit,
    "money",
    `${inactiveShare}*MAX(0,-${p}.${key}.idleLeft)+(1-${inactiveShare})*${p}.${key}.activeLack`,
  );
}
