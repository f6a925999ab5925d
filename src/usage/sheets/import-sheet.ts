import type { Line, LinesBlock, SheetDescription } from "../../workbook/sheet-blocks";
import { units } from "../customers/margin-figures";
import { amountsGrid, filesGrid, NOT_KNOWN, sourcesGrid } from "./import-grids";
import { costLines, countLines, revenueLines } from "./control-lines";
import { controlTies } from "./control-ties";
import type { ImportRecord } from "./import-record";
import { leftOverGrids } from "./left-over-grids";
import type { TableSource } from "./table-source";

function controlLines(source: TableSource, files: readonly ImportRecord[]): LinesBlock {
  const { report, formats } = source;
  const { currency } = formats;
  const hasAmounts = files.some(({ amounts }) => amounts.length > 0);
  const usageNano = [...report.inferenceByMonth.values()]
    .flatMap((models) => [...models.values()])
    .reduce((sum, nano) => sum + nano, 0n);
  const ties = controlTies(source, files);
  const lights = ties.flatMap(([light]) => (light ? [`${light.name}="OK"`] : []));
  const notKnown: Line[] = hasAmounts
    ? [
        {
          name: "control.unknownAmounts",
          label: "Files whose amounts cannot be tied",
          unit: "files",
          format: "count",
          formula: `COUNTIF(ALL(amount.tie),"${NOT_KNOWN}")`,
          note: "Amounts of rejected rows cannot be read",
        },
      ]
    : [];
  return {
    kind: "lines",
    title: "Control totals",
    lines: [
      {
        name: "control.light",
        label: "All of them",
        format: "text",
        formula: `IF(AND(${lights.join(",")}),"OK","Check")`,
        isVerdict: true,
      },
      ...ties.flat(),
      ...notKnown,
      {
        name: "control.usage",
        label: "Inference cost of all usage read",
        unit: currency,
        format: formats.money,
        input: units(usageNano),
      },
      ...countLines(source),
      ...revenueLines(source),
      ...costLines(source),
    ],
  };
}

function signLines(): LinesBlock {
  const line = (name: string, label: string, unit: string, format: Line["format"]): Line => ({
    name: `sign.${name}`,
    label,
    unit,
    format,
    input: null,
  });
  return {
    kind: "lines",
    title: "Prepared and reviewed",
    lines: [
      line("preparer", "Prepared by", "name", "text"),
      line("preparedOn", "on", "date", "date"),
      line("reviewer", "Reviewed by", "name", "text"),
      line("reviewedOn", "on", "date", "date"),
    ],
  };
}

/** The log of the import: files, control totals, and what matched nobody. */
export function importSheet(source: TableSource, files: readonly ImportRecord[]): SheetDescription {
  return {
    id: "import",
    name: "Import",
    title: "Import",
    subtitle: "What was read, what became of it, and whether it adds up",
    blocks: [
      controlLines(source, files),
      signLines(),
      ...(files.length > 0 ? [filesGrid(files), sourcesGrid(files)] : []),
      ...amountsGrid(files),
      ...leftOverGrids(source),
    ],
    widths: { label: 50, unit: 18, others: 18, columns: { 6: 28 } },
    frozenColumns: 1,
    print: { landscape: true },
    role: "check",
  };
}
