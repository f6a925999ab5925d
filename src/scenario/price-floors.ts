import type { Axis, GridBlock, Item } from "../workbook/sheet-blocks";
import { itemMaker } from "./item-maker";

/** The floors of a flat fee: three questions, the last asked of three customers. */
export const FLOOR_AXIS: Axis = {
  id: "floor",
  heading: "Floor",
  keys: [
    { key: "portfolio", label: "Portfolio floor" },
    { key: "stressed", label: "Stressed portfolio floor" },
    { key: "p50", label: "Single-customer floor at P50" },
    { key: "p90", label: "Single-customer floor at P90" },
    { key: "p99", label: "Single-customer floor at P99" },
  ],
};

const make = itemMaker("floors");

/** Share of all customer-months that fall short where so much is left before any usage. */
function shortItems(key: string, label: string, target: string): Item[] {
  const turn = `floors.${key}Turn`;
  const beyond = `IF(usage.sigma=0,IF(usage.median>${turn}*(1+epsilon),1,0),NORM.S.DIST((usage.mu-LN(${turn}))/usage.sigma))`;
  return [
    make(
      `${key}Left`,
      `${label}: left before usage`,
      "per month",
      "money",
      `floors.charge*(1-${target}-pay.rate)-IF(floors.charge>0,pay.fee,0)-fixedPerCustomer`,
    ),
    make(
      `${key}Turn`,
      `${label}: from so many tasks on`,
      "tasks",
      "count",
      // What rounding leaves of nothing is nothing.
      `IF(OR(unitCost=0,ABS(floors.${key}Left)<=epsilon),0,floors.${key}Left/unitCost)`,
    ),
    make(
      key,
      label,
      "of all",
      "percent",
      `IF(floors.${key}Left+epsilon<0,1,IF(unitCost=0,0,(1-inactiveShare)*IF(${turn}<=0,1,${beyond})))`,
    ),
  ];
}

/** What must be charged as a flat fee, and what the charge would bring over all customers. */
export function floorGrid(): GridBlock {
  const discount = "INDEX(ALL(tariff.discount),focus)";
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: floors of a flat fee",
    note: "At the discount of the tariff in focus",
    axis: FLOOR_AXIS,
    direction: "down",
    items: [
      {
        name: "floors.number",
        label: "Number",
        format: "general",
        fixed: FLOOR_AXIS.keys.map((_, i) => i + 1),
      },
      make(
        "usage",
        "Usage that it has to bear",
        "tasks / month",
        "count",
        'CHOOSE(floors.number,usage.mean*costFactor,AT(total.p99,"customers")/customers*costFactor,usageAt.p50,usageAt.p90,usageAt.p99)',
      ),
      make("cogs", "COGS", "per month", "money", "floors.usage*unitCost+fixedPerCustomer"),
      make(
        "price",
        "Floor",
        "per month",
        "money",
        `IF(targetMargin+pay.rate>=1,"none exists",PRICEFLOOR(floors.cogs,targetMargin,pay.rate,pay.fee,${discount}))`,
      ),
      make(
        "charge",
        "Charge at that price",
        "per month",
        "money",
        `IF(ISNUMBER(floors.price),floors.price*(1-${discount}),0)`,
      ),
      make(
        "serving",
        "COGS of the mean customer, payment fees included",
        "per month",
        "money",
        "usage.mean*costFactor*unitCost+fixedPerCustomer+pay.rate*floors.charge+IF(floors.charge>0,pay.fee,0)",
      ),
      make(
        "margin",
        "Blended margin at that price",
        "of revenue",
        "percent",
        'IF(floors.charge=0,"no revenue",GROSSMARGIN(floors.charge,floors.serving))',
      ),
      ...shortItems("below", "Customer-months below target", "targetMargin"),
      ...shortItems("loss", "Customer-months at a loss", "0"),
    ],
  };
}
