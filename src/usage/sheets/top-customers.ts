import type { Axis, GridBlock, Item } from "../../workbook/sheet-blocks";
import { type SplitGrid, splitGrid } from "./split-grid";
import type { TableSource } from "./table-source";

const RANKS: Axis = {
  id: "ranks",
  heading: "Rank",
  keys: ["1st", "2nd", "3rd", "4th", "5th"].map((label, i) => ({ key: `${i + 1}`, label })),
};

/** Five customers by a key of the table; where there are fewer, a dash. */
function top(prefix: string, key: string, figures: readonly Omit<Item, "formula">[]): Item[] {
  const at = (item: string) => `IF(${prefix}.place=0,"-",INDEX(ALL(${item}),${prefix}.place))`;
  return [
    {
      name: `${prefix}.rank`,
      label: "No.",
      format: "count",
      fixed: RANKS.keys.map((_, i) => i + 1),
    },
    {
      name: `${prefix}.place`,
      label: "Row of the table",
      format: "count",
      formula: `IFERROR(MATCH(LARGE(ALL(${key}),${prefix}.rank),ALL(${key}),0),0)`,
    },
    ...figures.map(({ name, label, format }): Item => ({
      name: `${prefix}.${name.replace("customer.", "")}`,
      label,
      format,
      formula: at(name),
    })),
  ];
}

function grid(title: string, axis: Axis, items: readonly Item[]): SplitGrid {
  const whole: GridBlock = { kind: "grid", title, axis, direction: "down", items };
  const [, , ...figures] = items.map(({ name }) => name);
  return splitGrid(whole, figures);
}

/** The dearest customers and those at a loss, by name, and where in the table they stand. */
export function topCustomers({ formats, cost, knowsOtherCogs }: TableSource): SplitGrid[] {
  const { money } = formats;
  const name = { name: "customer.name", label: "Customer", format: "text" } as const;
  const margin = {
    name: "customer.margin",
    label: knowsOtherCogs ? "Margin" : "Margin after inference",
    format: "percent",
  } as const;
  const revenue = { name: "customer.revenue", label: "Revenue", format: money };
  return [
    grid(
      "Dearest to serve",
      RANKS,
      top("dearest", "customer.costKey", [
        { name: cost, label: "Cost", format: money },
        { name: "customer.share", label: "Share of all cost", format: "percent" },
        revenue,
        margin,
        name,
      ]),
    ),
    grid(
      "Largest losses",
      { ...RANKS, id: "lossRanks" },
      top("loss", "customer.lossKey", [
        { name: cost, label: "Cost", format: money },
        { name: "customer.profit", label: "Profit", format: money },
        revenue,
        margin,
        name,
      ]),
    ),
  ];
}
