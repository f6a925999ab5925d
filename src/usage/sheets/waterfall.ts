import type { ChartSpec, Item } from "../../workbook/sheet-blocks";
import type { NumberFormat } from "../../workbook/plan";

/** What is drawn of a step on one side of 0, from where it starts to where it ends. */
function drawn(prefix: string, direction: "up" | "down", side: "above" | "below"): string {
  const [from, to] = [`${prefix}.from`, `${prefix}.to`];
  const part = (end: string) => (side === "above" ? `MAX(0,${end})` : `MIN(0,${end})`);
  // Columns stack away from 0: upwards above it, downwards below.
  const outer = (direction === "up") === (side === "above") ? to : from;
  const inner = outer === to ? from : to;
  const moves = direction === "up" ? `${to}>=${from}` : `${to}<${from}`;
  return `IF(AND(${prefix}.isTotal=0,${moves}),${part(outer)}-${part(inner)},0)`;
}

/**
 * Items that draw a waterfall: columns stacked on a base that is not drawn. They need, along the
 * same axis, `PREFIX.isTotal` (1 or 0), `PREFIX.total` and `PREFIX.change`.
 */
export function waterfallItems(prefix: string, format: NumberFormat): Item[] {
  const item = (name: string, label: string, formula: string): Item => ({
    name: `${prefix}.${name}`,
    label,
    format,
    formula,
  });
  return [
    item("from", "From", `IF(${prefix}.isTotal=1,0,PREV(${prefix}.to))`),
    item("to", "To", `IF(${prefix}.isTotal=1,${prefix}.total,${prefix}.from+${prefix}.change)`),
    item(
      "base",
      "Base, not drawn",
      `IF(${prefix}.isTotal=1,0,MAX(0,MIN(${prefix}.from,${prefix}.to))+MIN(0,MAX(${prefix}.from,${prefix}.to)))`,
    ),
    item("whole", "Totals", `IF(${prefix}.isTotal=1,${prefix}.total,0)`),
    item("upAbove", "Adds", drawn(prefix, "up", "above")),
    item("upBelow", "Adds, below 0", drawn(prefix, "up", "below")),
    item("downAbove", "Takes", drawn(prefix, "down", "above")),
    item("downBelow", "Takes, below 0", drawn(prefix, "down", "below")),
  ];
}

/** The chart of these items. */
export function waterfallChart(
  prefix: string,
  title: string,
  valueFormat: NumberFormat,
  totals: string,
): ChartSpec {
  return {
    id: `${prefix}Waterfall`,
    title,
    kind: "stackedColumn",
    along: `${prefix}.to`,
    series: [
      { label: "Base", values: `${prefix}.base`, color: "invisible" },
      { label: totals, values: `${prefix}.whole`, color: "first" },
      { label: "Adds", values: `${prefix}.upAbove`, color: "good" },
      { label: "Adds, below 0", values: `${prefix}.upBelow`, color: "good" },
      { label: "Takes", values: `${prefix}.downAbove`, color: "bad" },
      { label: "Takes, below 0", values: `${prefix}.downBelow`, color: "bad" },
    ],
    valueFormat,
    valueTitle: totals,
  };
}
