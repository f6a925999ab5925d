import type { FilePackage } from "./file-package";
import { chartPlaces, columnPlaces, type FormulaPlace } from "./formula-places";
import type { SheetPart } from "./workbook-part";
import { descendants, prefixedAttribute, type XmlElement } from "./xml-tree";

/** A part beside the cells of a sheet that holds formulas. */
export interface OtherPart {
  readonly path: string;
  /** The formulas in its tree. */
  readonly places: (root: XmlElement) => FormulaPlace[];
}

const CHARTS = ["chart", "chartEx"];

/** The name of a chart: that of the frame around it. */
function chartName(drawing: XmlElement, id: string): string | undefined {
  const frame = descendants(drawing, "graphicFrame").find((each) =>
    descendants(each, "chart").some((chart) => prefixedAttribute(chart, "id") === id),
  );
  return frame && descendants(frame, "cNvPr")[0]?.attributes.name;
}

/** The tables and charts of a sheet. */
export function otherParts(parts: FilePackage, { path }: SheetPart): OtherPart[] {
  return parts.relationships(path).flatMap(({ type, target }): OtherPart[] => {
    if (target === undefined) return [];
    if (type === "table") return [{ path: target, places: columnPlaces }];
    if (type !== "drawing") return [];
    const charts = parts.relationships(target).filter((each) => CHARTS.includes(each.type));
    if (charts.length === 0) return [];
    const drawing = parts.tree(target);
    return charts.flatMap((chart) => {
      if (chart.target === undefined) return [];
      const name = chartName(drawing, chart.id) ?? chart.target;
      return [{ path: chart.target, places: (root: XmlElement) => chartPlaces(root, name) }];
    });
  });
}
