import type { TableBlock } from "../workbook/sheet-spec";
import { calculated, result } from "./cells";
import type { PercentileFigures, ScenarioFigures } from "./scenario-figures";

const CUSTOMERS = [
  { name: "p50", label: "Typical customer (P50)" },
  { name: "p90", label: "Heavy customer (P90)" },
  { name: "p99", label: "Heaviest one in a hundred (P99)" },
] as const;

function customerRow(
  { name, label }: (typeof CUSTOMERS)[number],
  figures: PercentileFigures,
): TableBlock["rows"][number] {
  const own = (column: string) => `${name}.${column}`;
  return {
    name,
    label,
    cells: [
      { kind: "fixed", value: figures.percentile, format: "percent" },
      calculated(figures.usage, "count", ({ at, call }) =>
        call("USAGEAT", at("usageP50"), at("usageTail"), at(own("percentile")), at("tail")),
      ),
      calculated(figures.revenue, "money", ({ at }) => at("price")),
      calculated(
        figures.cogs,
        "money",
        ({ at }) => `${at(own("usage"))}*${at("costPerTask")}+${at("fixedCost")}`,
      ),
      result(figures.margin, "percent", ({ at, call }) =>
        call("GROSSMARGIN", at(own("revenue")), at(own("cogs"))),
      ),
      result(
        figures.status,
        "text",
        ({ at }) =>
          `IF(${at(own("margin"))}<0,"Loss",IF(${at(own("margin"))}<${at("target")},"Below target","At target"))`,
      ),
      result(figures.floor, "money", ({ at, call }) =>
        call("PRICEFLOOR", at(own("cogs")), at("target")),
      ),
    ],
  };
}

/** One customer at each percentile of usage: margin, status and single-customer floor. */
export function customerTable(figures: ScenarioFigures): TableBlock {
  return {
    kind: "table",
    title:
      "One customer by usage: status and single-customer floor (for bespoke quotes and fair-use caps, not a list price)",
    corner: "Customer",
    columns: [
      { name: "percentile", heading: "Percentile" },
      { name: "usage", heading: "Usage" },
      { name: "revenue", heading: "Revenue" },
      { name: "cogs", heading: "Cost to serve" },
      { name: "margin", heading: "Margin" },
      { name: "status", heading: "Status" },
      { name: "floor", heading: "Price floor" },
    ],
    rows: CUSTOMERS.flatMap((customer, i) => {
      const own = figures.atPercentiles[i];
      return own ? [customerRow(customer, own)] : [];
    }),
  };
}
