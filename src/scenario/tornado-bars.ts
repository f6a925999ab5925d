import type { Axis, ChartSpec, GridBlock, Item } from "../workbook/sheet-blocks";
import { itemMaker } from "./item-maker";
import { SENSITIVITY_DRIVERS } from "./scenario";

/** Bar charts begin at the bottom: the largest swing is the last. */
const RANKS = SENSITIVITY_DRIVERS.map((_, i) => SENSITIVITY_DRIVERS.length - i);

const BAR_AXIS: Axis = {
  id: "bar",
  heading: "Rank",
  keys: RANKS.map((rank) => ({ key: `bar${rank}`, label: String(rank) })),
};

const make = itemMaker("bar");

function change(item: "low" | "high"): string {
  return `IF(ISNUMBER(INDEX(ALL(rank.${item}),bar.rank)),INDEX(ALL(rank.${item}),bar.rank)-AT(case.margin,"case0"),0)`;
}

/** Of two bars on the same side of the base the longer is drawn from the end of the shorter. */
function stacked(own: string, other: string, isLonger: string): string {
  return `IF(AND(${own}*${other}>0,ABS(${own})${isLonger}ABS(${other})),${own}-${other},${own})`;
}

/** What the tornado draws: changes of the margin against the base, smallest swing first. */
export function barGrid(): GridBlock {
  const points = (name: string, label: string, formula: string): Item =>
    make(name, label, "points", "percent", formula);
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: bars of the tornado",
    note: "Changes against today's margin; bars begin at the bottom",
    axis: BAR_AXIS,
    direction: "down",
    items: [
      make("label", "Input", "", "text", "INDEX(ALL(rank.label),bar.rank)"),
      { name: "bar.rank", label: "Rank", format: "general", fixed: RANKS },
      points("lowChange", "Change at low", change("low")),
      points("highChange", "Change at high", change("high")),
      points("low", "Bar at low", stacked("bar.lowChange", "bar.highChange", ">")),
      points("high", "Bar at high", stacked("bar.highChange", "bar.lowChange", ">=")),
    ],
  };
}

export function tornadoChart(): ChartSpec {
  return {
    id: "tornado",
    title: "What moves the blended margin most",
    kind: "stackedBar",
    along: "bar.rank",
    labels: "bar.label",
    series: [
      { label: "Input at low", values: "bar.low", color: "second" },
      { label: "Input at high", values: "bar.high", color: "first" },
    ],
    valueFormat: "percent",
    valueTitle: "Points of margin against today",
  };
}
