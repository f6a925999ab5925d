import type { Axis, GridBlock, LinesBlock } from "../workbook/sheet-blocks";

/** Steps in which the cap that reaches the target is found; each comes closer from below. */
const CAP_STEPS = 16;

const CAP_AXIS: Axis = {
  id: "capStep",
  heading: "Step",
  keys: Array.from({ length: CAP_STEPS }, (_, i) => ({
    key: `step${i + 1}`,
    label: String(i + 1),
  })),
};

/** How far a cap lies from the median, on the scale on which usage is normal. */
function distance(cap: string): string {
  return `IF(${cap}<=0,0,LN(${cap})-cap.mu)`;
}

/** Share of active customers whose usage is above a cap. */
function above(cap: string, distanceOfCap: string): string {
  return `IF(${cap}<=0,1,IF(usage.sigma=0,IF(cap.median>${cap},1,0),NORM.S.DIST(-(${distanceOfCap})/usage.sigma)))`;
}

/** Share of usage that comes from customers whose usage is at most a cap. */
function usedBelow(cap: string, distanceOfCap: string): string {
  return `IF(${cap}<=0,0,IF(usage.sigma=0,IF(cap.median>${cap},0,1),NORM.S.DIST(${distanceOfCap}/usage.sigma-usage.sigma)))`;
}

/** Mean usage of active customers under a cap: what those below it use, and the cap for the others. */
function capped(cap: string, below: string, over: string): string {
  return `cap.activeMean*${below}+${cap}*${over}`;
}

/** A fair-use cap as it is set, and the cap that reaches the target. */
export function capBlocks(money: string): [LinesBlock, GridBlock] {
  const flat = "INDEX(ALL(tariff.revenue),focus)";
  return [
    {
      kind: "lines",
      title: "Fair-use cap",
      note: "On the tariff in focus; its revenue is held",
      lines: [
        {
          name: "cap.median",
          label: "Median usage without a cap",
          unit: "tasks / month",
          format: "count",
          formula: "INDEX(ALL(tariff.median),focus)",
          note: "Of active customers",
        },
        {
          name: "cap.mu",
          label: "Mu",
          unit: "LN(tasks)",
          format: "decimal",
          formula: "INDEX(ALL(tariff.mu),focus)",
        },
        {
          name: "cap.activeMean",
          label: "Mean usage without a cap",
          unit: "tasks / month",
          format: "count",
          formula: "INDEX(ALL(tariff.activeMean),focus)",
          note: "Of active customers",
        },
        {
          name: "cap.distance",
          label: "LN of the cap over the median",
          unit: "LN(usage)",
          format: "decimal",
          formula: distance("fairUseCap"),
        },
        {
          name: "cap.over",
          label: "Active customers above the cap",
          unit: "of active",
          format: "percent",
          formula: above("fairUseCap", "cap.distance"),
        },
        {
          name: "cap.usedBelow",
          label: "Usage of those below the cap",
          unit: "of all usage",
          format: "percent",
          formula: usedBelow("fairUseCap", "cap.distance"),
        },
        {
          name: "cap.usage",
          label: "Mean usage under the cap",
          unit: "tasks / month",
          format: "count",
          formula: `(1-inactiveShare)*(${capped("fairUseCap", "cap.usedBelow", "cap.over")})`,
        },
        {
          name: "cap.excess",
          label: "Usage above the cap",
          unit: "of all usage",
          format: "percent",
          formula:
            "IF(fairUseCap<=0,1,IF(usage.sigma=0,MAX(0,1-fairUseCap/cap.activeMean),NORM.S.DIST(usage.sigma-cap.distance/usage.sigma)-fairUseCap*cap.over/cap.activeMean))",
        },
        {
          name: "cap.touched",
          label: "Customers that it touches",
          unit: "of all",
          format: "percent",
          formula: "(1-inactiveShare)*cap.over",
        },
        {
          name: "cap.cogs",
          label: "COGS under the cap",
          unit: money,
          format: "money",
          formula:
            "cap.usage*unitCost*costFactor+fixedPerCustomer+INDEX(ALL(tariff.payment),focus)",
        },
        {
          name: "cap.margin",
          label: "Blended margin under the cap",
          unit: "of revenue",
          format: "percent",
          formula: `IF(${flat}=0,"no revenue",GROSSMARGIN(${flat},cap.cogs))`,
          isResult: true,
        },
        {
          name: "cap.wanted",
          label: "Mean usage of active customers that meets the target",
          unit: "tasks / month",
          format: "count",
          formula: `IF(unitCost=0,cap.activeMean,(${flat}*(1-targetMargin)-fixedPerCustomer-INDEX(ALL(tariff.payment),focus))/(unitCost*costFactor*(1-inactiveShare)))`,
        },
        {
          name: "cap.aim",
          label: "Of it what a cap can reach",
          unit: "tasks / month",
          format: "count",
          formula: "MAX(0,MIN(cap.wanted,cap.activeMean))",
        },
        {
          name: "cap.atTarget",
          label: "Cap that reaches the target",
          unit: "tasks / month",
          format: "count",
          formula: `IF(cap.wanted>=cap.activeMean,"none needed",IF(cap.wanted<=0,"none exists",AT(capStep.cap,"step${CAP_STEPS}")))`,
          isResult: true,
        },
        {
          name: "cap.residual",
          label: "Residual of the last step",
          unit: "tasks",
          format: "residual",
          formula: `IF(OR(cap.wanted>=cap.activeMean,cap.wanted<=0),0,cap.wanted-AT(capStep.capped,"step${CAP_STEPS}"))`,
          note: "Checked to be 0",
        },
      ],
    },
    {
      kind: "grid",
      isWorking: true,
      title: "Calculation: the cap that reaches the target",
      note: "Newton's steps from below: each adds what is missing over the share of customers above",
      axis: CAP_AXIS,
      direction: "down",
      items: [
        {
          name: "capStep.number",
          label: "Step",
          format: "general",
          fixed: CAP_AXIS.keys.map((_, i) => i + 1),
        },
        {
          name: "capStep.cap",
          label: "Cap",
          unit: "tasks",
          format: "count",
          formula:
            "IF(capStep.number=1,cap.aim,PREV(capStep.cap)+IF(PREV(capStep.over)<=0,0,(cap.aim-PREV(capStep.capped))/PREV(capStep.over)))",
        },
        {
          name: "capStep.distance",
          label: "LN of it over the median",
          unit: "LN(usage)",
          format: "decimal",
          formula: distance("capStep.cap"),
        },
        {
          name: "capStep.over",
          label: "Customers above",
          unit: "of active",
          format: "percent",
          formula: above("capStep.cap", "capStep.distance"),
        },
        {
          name: "capStep.usedBelow",
          label: "Usage of those below",
          unit: "of all usage",
          format: "percent",
          formula: usedBelow("capStep.cap", "capStep.distance"),
        },
        {
          name: "capStep.capped",
          label: "Mean under it",
          unit: "tasks",
          format: "count",
          formula: capped("capStep.cap", "capStep.usedBelow", "capStep.over"),
        },
      ],
    },
  ];
}
