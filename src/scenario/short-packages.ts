import { COUNTED_PACKAGES } from "../calc";
import type { Item } from "../workbook/sheet-blocks";
import type { ChargeTerms } from "./charge-terms";
import { itemMaker } from "./item-maker";
import type { ShortTerms } from "./short-terms";

/** Steps of the charge: before the first package, and up to the last that is counted. */
const STEPS = Array.from({ length: COUNTED_PACKAGES + 1 }, (_, i) => i);

function countAt(step: number): string {
  return step === COUNTED_PACKAGES ? "packageCount.all" : `packageCount.${step}`;
}

/** Share of active customers above a level of usage, or of their usage. */
function beyond(charge: ChargeTerms, level: string, of: "customers" | "usage"): string {
  const { median, mu, sigma } = charge;
  const shift = of === "usage" ? `+${sigma}` : "";
  return `IF(${level}<=0,1,IF(${sigma}=0,IF(${median}>${level},1,0),NORM.S.DIST((${mu}-LN(${level}))/${sigma}${shift})))`;
}

/** Where the steps end, and who and what lies beyond: the same whatever is asked for. */
export function stepItems(charge: ChargeTerms): Item[] {
  const { prefix: p } = charge;
  const make = itemMaker(p);
  return [
    ...STEPS.map((n) =>
      make(
        `stepEnd.${n}`,
        `${n} packages: up to`,
        "tasks",
        "count",
        `${p}.freeTasks+${p}.packageTasks*${countAt(n)}`,
      ),
    ),
    ...STEPS.map((n) =>
      make(
        `stepOver.${n}`,
        `${n} packages: customers beyond`,
        "of active",
        "percent",
        beyond(charge, `${p}.stepEnd.${n}`, "customers"),
      ),
    ),
    ...STEPS.map((n) =>
      make(
        `stepUsed.${n}`,
        `${n} packages: usage of those beyond`,
        "of usage",
        "percent",
        beyond(charge, `${p}.stepEnd.${n}`, "usage"),
      ),
    ),
  ];
}

/** After the counted packages: the charge as a straight line, half a package above its steps' start. */
function tailItems(charge: ChargeTerms, short: ShortTerms): Item[] {
  const { prefix: p, commitment, activeMean } = charge;
  const { key, label, unitCost, fixedCost, paymentFee, asksLack } = short;
  const make = itemMaker(p);
  const at = (name: string) => `${p}.${key}.tail${name}`;
  const slope = `${p}.packagePrice/${p}.packageTasks`;
  const last = (item: string) => `${p}.${item}.${COUNTED_PACKAGES}`;
  const [end, over, used] = [last("stepEnd"), last("stepOver"), last("stepUsed")];
  /** Beyond the turn if what is left falls, before it if it rises. */
  const side = (over: string, turned: string) => {
    return `IF(${at("PerTask")}<0,${turned},IF(${at("PerTask")}>0,${over}-${turned},IF(${at("Left")}<0,${over},0)))`;
  };
  return [
    make(
      `${key}.tailLine`,
      `${label}: charge at 0 tasks of the line after the counted packages`,
      "per month",
      "money",
      `MAX(${commitment},${p}.packageBase+${p}.packagePrice*packageCount.all)+${p}.packagePrice/2-${slope}*${end}`,
    ),
    make(
      `${key}.tailLeft`,
      `${label}: left of it`,
      "per month",
      "money",
      `${at("Line")}*${p}.${key}.kept-IF(${at("Line")}+${slope}>0,${paymentFee},0)-${fixedCost}`,
    ),
    make(
      `${key}.tailPerTask`,
      `${label}: left per task there`,
      "per task",
      "moneyFine",
      `IF(ABS(${slope}*${p}.${key}.kept-${unitCost})<=epsilon*${unitCost},0,${slope}*${p}.${key}.kept-${unitCost})`,
    ),
    make(
      `${key}.tailTurn`,
      `${label}: tasks at which it turns`,
      "tasks",
      "count",
      `IF(${at("PerTask")}=0,0,-${at("Left")}/${at("PerTask")})`,
    ),
    make(
      `${key}.tailOver`,
      `${label}: customers beyond it`,
      "of active",
      "percent",
      `MIN(${over},${beyond(charge, at("Turn"), "customers")})`,
    ),
    make(
      `${key}.tailShort`,
      `${label}: short there`,
      "of active",
      "percent",
      side(over, at("Over")),
    ),
    ...(asksLack
      ? [
          make(
            `${key}.tailBeyond`,
            `${label}: usage of customers beyond it`,
            "of usage",
            "percent",
            `MIN(${used},${beyond(charge, at("Turn"), "usage")})`,
          ),
          make(
            `${key}.tailUsed`,
            `${label}: usage of those who are short`,
            "of usage",
            "percent",
            side(used, at("Beyond")),
          ),
          make(
            `${key}.tailLack`,
            `${label}: what they lack`,
            "per month",
            "money",
            `-${at("Left")}*${at("Short")}-${at("PerTask")}*${activeMean}*${at("Used")}`,
          ),
        ]
      : []),
  ];
}

/**
 * Who falls short by packages: within a step the charge is level and cost rises, so those beyond
 * where cost uses it up: `KEY.packagesShort` of active customers, who lack `KEY.packagesLack`.
 */
export function shortPackageItems(charge: ChargeTerms, short: ShortTerms): Item[] {
  const { prefix: p, commitment, activeMean } = charge;
  const { key, label, unitCost, fixedCost, paymentFee, asksLack } = short;
  const make = itemMaker(p);
  const each = (
    item: string,
    words: string,
    unit: string,
    format: Item["format"],
    formula: (n: number) => string,
  ): Item[] =>
    STEPS.map((n) =>
      make(`${key}.${item}.${n}`, `${label}, ${n} packages: ${words}`, unit, format, formula(n)),
    );
  /** Of the step those beyond the turn, of customers or of usage. */
  const within = (n: number, over: string, of: "customers" | "usage") => {
    const before = n === 0 ? "1" : `${p}.${over}.${n - 1}`;
    const turned = beyond(charge, `${p}.${key}.stepTurn.${n}`, of);
    return `MAX(0,MIN(${before},${turned})-${p}.${over}.${n})`;
  };
  const all = (item: string) => `${p}.${key}.${item}.0:${p}.${key}.${item}.${COUNTED_PACKAGES}`;
  return [
    ...each("stepLeft", "left of the charge", "per month", "money", (n) => {
      const charged = `MAX(${commitment},${p}.packageBase+${p}.packagePrice*${countAt(n)})`;
      return `${charged}*${p}.${key}.kept-IF(${charged}>0,${paymentFee},0)-${fixedCost}`;
    }),
    // Where a task costs nothing a step falls short from its start or not at all.
    ...each("stepTurn", "tasks that use it up", "tasks", "count", (n) => {
      const left = `${p}.${key}.stepLeft.${n}`;
      return `IF(${unitCost}=0,IF(${left}<0,0,${p}.stepEnd.${n}),${left}/${unitCost})`;
    }),
    ...each("stepShort", "short", "of active", "percent", (n) =>
      within(n, "stepOver", "customers"),
    ),
    ...(asksLack
      ? each("stepUsed", "usage of those", "of usage", "percent", (n) =>
          within(n, "stepUsed", "usage"),
        )
      : []),
    ...tailItems(charge, short),
    make(
      `${key}.packagesShort`,
      `${label}: active customers, by packages`,
      "of active",
      "percent",
      `SUM(${all("stepShort")})+${p}.${key}.tailShort`,
    ),
    ...(asksLack
      ? [
          make(
            `${key}.packagesLack`,
            `${label}: what they lack`,
            "per month",
            "money",
            `${unitCost}*${activeMean}*SUM(${all("stepUsed")})-SUMPRODUCT(${all("stepLeft")},${all("stepShort")})+${p}.${key}.tailLack`,
          ),
        ]
      : []),
  ];
}
