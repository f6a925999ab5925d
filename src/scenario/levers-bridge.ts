import type { Axis, ChartSpec, GridBlock, Item } from "../workbook/sheet-blocks";
import { itemMaker } from "./item-maker";
import { LEVERS } from "./levers-cases";

const BRIDGE_AXIS: Axis = {
  id: "bridge",
  heading: "From today to all levers",
  keys: [
    { key: "today", label: "Today" },
    ...LEVERS.map(({ key, label }) => ({ key, label })),
    { key: "all", label: "All levers" },
  ],
};

/** The lever of each column, counted from 1; 0 where the column is a total. */
const LEVER_OF_COLUMN = [0, ...LEVERS.map((_, i) => i + 1), 0];

const make = itemMaker("bridge");

/** What is drawn of a step on one side of 0: from where it starts to where it ends. */
function drawn(direction: "up" | "down", side: "above" | "below"): string {
  const moves = direction === "up" ? "bridge.to>=bridge.from" : "bridge.to<bridge.from";
  const part = (end: string) => (side === "above" ? `MAX(0,${end})` : `MIN(0,${end})`);
  // Columns stack away from 0: upwards above it, downwards below.
  const outer = (direction === "up") === (side === "above") ? "bridge.to" : "bridge.from";
  const inner = outer === "bridge.to" ? "bridge.from" : "bridge.to";
  return `IF(AND(bridge.lever>0,${moves}),${part(outer)}-${part(inner)},0)`;
}

/**
 * From today's blended margin to that with all levers, lever by lever (Shapley's parts). A
 * waterfall is columns stacked on a base that is not drawn; a step that crosses 0 has a part on
 * each side of it.
 */
export function bridgeGrid(): GridBlock {
  const percent = (name: string, label: string, formula: string): Item =>
    make(name, label, "of revenue", "percent", formula);
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: from today's margin to that with all levers",
    axis: BRIDGE_AXIS,
    direction: "across",
    items: [
      {
        name: "bridge.lever",
        label: "Lever, 0: a total",
        format: "general",
        fixed: LEVER_OF_COLUMN,
      },
      {
        name: "bridge.isFirst",
        label: "Where it starts",
        unit: "0 or 1",
        format: "general",
        fixed: LEVER_OF_COLUMN.map((_, i) => Number(i === 0)),
      },
      percent(
        "total",
        "Margin at the ends",
        "IF(AND(bridge.lever=0,lever.known=1),IF(bridge.isFirst=1,before.margin,after.margin),0)",
      ),
      percent(
        "change",
        "Change by the lever",
        "IF(AND(bridge.lever>0,lever.known=1),INDEX(ALL(lever.points),MAX(1,bridge.lever)),0)",
      ),
      percent("from", "From", "IF(bridge.lever=0,0,PREV(bridge.to))"),
      percent("to", "To", "IF(bridge.lever=0,bridge.total,bridge.from+bridge.change)"),
      percent(
        "base",
        "Base, not drawn",
        "MAX(0,MIN(bridge.from,bridge.to))+MIN(0,MAX(bridge.from,bridge.to))",
      ),
      percent("upAbove", "Adds", drawn("up", "above")),
      percent("upBelow", "Adds, below 0", drawn("up", "below")),
      percent("downAbove", "Takes", drawn("down", "above")),
      percent("downBelow", "Takes, below 0", drawn("down", "below")),
    ],
  };
}

/** The bridge as a chart. */
export function bridgeChart(id: string): ChartSpec {
  return {
    id,
    title: "From today's margin to the margin with all levers",
    kind: "stackedColumn",
    along: "bridge.to",
    series: [
      { label: "Base", values: "bridge.base", color: "invisible" },
      { label: "Blended margin", values: "bridge.total", color: "first" },
      { label: "Adds", values: "bridge.upAbove", color: "good" },
      { label: "Adds, below 0", values: "bridge.upBelow", color: "good" },
      { label: "Takes", values: "bridge.downAbove", color: "bad" },
      { label: "Takes, below 0", values: "bridge.downBelow", color: "bad" },
    ],
    valueFormat: "percent",
    valueTitle: "Blended margin",
  };
}
