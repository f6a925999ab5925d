import type { WriteSheet } from "hucre/xlsx";
import { areaAddress, columnLetters } from "../../workbook/address";
import { sheetPrefix } from "../../workbook/placement";
import { pinnedReference } from "../../workbook/pinned-reference";
import type { PlanChart, SheetPlan, StepOf } from "../../workbook/plan";
import {
  columnPixels,
  LINE_HEIGHT,
  PAGE_FOOT,
  PAGE_MARGINS,
  SERIES_COLORS,
} from "../../workbook/theme";
import { CellGrid } from "./cell-grid";
import { type Coloring, dataBarRules, validation, verdictRules } from "./cell-rules";
import { digits } from "./cell-style";
import { fileChart } from "./file-chart";

/** Files count the width of a column in digits of the default font, seven pixels each. */
const PIXELS_PER_DIGIT = 7;

/** A name of one sheet, or a reserved one that says what of it is printed. */
export interface SheetName {
  readonly name: string;
  readonly range: string;
  readonly scope: string;
}

/** A sheet of a plan as hucre takes it, and what hucre cannot write. */
export interface FileSheet {
  readonly sheet: WriteSheet;
  readonly names: readonly SheetName[];
  readonly charts: readonly PlanChart[];
  /** Addresses of formulas that give an error. */
  readonly errors: ReadonlySet<string>;
  readonly properties: Readonly<Record<string, string>>;
}

// hucre's own names for printing leave out the quotes that most sheets' names need.
function printNames(scope: string, step: StepOf<"print">): SheetName[] {
  const { area, repeatedRows, repeatedColumns = 0 } = step;
  const prefix = sheetPrefix(scope);
  const titles = [
    ...(repeatedColumns > 0 ? [`${prefix}$A:$${columnLetters(repeatedColumns - 1)}`] : []),
    ...(repeatedRows > 0 ? [`${prefix}$1:$${repeatedRows}`] : []),
  ];
  return [
    { name: "_xlnm.Print_Area", range: pinnedReference({ sheet: scope, area }), scope },
    ...(titles.length > 0 ? [{ name: "_xlnm.Print_Titles", range: titles.join(","), scope }] : []),
  ];
}

function printSettings(step: StepOf<"print">): Partial<WriteSheet> {
  const { landscape, onePage, pageRows = [], pageColumns = [] } = step;
  const { sides, ends, foot } = PAGE_MARGINS;
  const margins = {
    left: sides,
    right: sides,
    top: ends,
    bottom: ends,
    header: foot,
    footer: foot,
  };
  return {
    pageSetup: {
      orientation: landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: pageColumns.length + 1,
      fitToHeight: onePage ? 1 : 0,
      margins,
    },
    headerFooter: { oddFooter: `&L${PAGE_FOOT.left}&R${PAGE_FOOT.right}` },
    // hucre counts the row or column before the break.
    ...(pageRows.length > 0 && { rowBreaks: pageRows.map((row) => row - 1) }),
    ...(pageColumns.length > 0 && { colBreaks: pageColumns.map((column) => column - 1) }),
  };
}

/** Carries out the steps of a sheet, in order. */
export function fileSheet({ name, steps, properties = {} }: SheetPlan): FileSheet {
  const grid = new CellGrid();
  const names: SheetName[] = [];
  const charts: PlanChart[] = [];
  const colorings: Coloring[] = [];
  const sheet: WriteSheet = { name, dataValidations: [], tables: [], charts: [] };
  for (const step of steps) {
    switch (step.do) {
      case "write":
        grid.write(step);
        break;
      case "style":
        grid.style(step);
        break;
      case "numberFormat":
        grid.format(step);
        break;
      case "columnWidths":
        sheet.columns = step.widths.map((width) => ({
          width: columnPixels(width) / PIXELS_PER_DIGIT,
        }));
        break;
      case "rowHeight":
        sheet.rowDefs ??= new Map();
        sheet.rowDefs.set(step.row, { height: step.lines * LINE_HEIGHT });
        break;
      case "freeze":
        if (step.rows + step.columns > 0) {
          sheet.freezePane = { rows: step.rows, columns: step.columns };
        }
        break;
      case "name":
        names.push({
          name: step.name,
          range: pinnedReference({ sheet: name, area: step.area }),
          scope: name,
        });
        break;
      case "validate":
        sheet.dataValidations?.push(validation(step));
        break;
      case "verdicts":
        colorings.push(...verdictRules(step));
        break;
      case "dataBars":
        colorings.push(...dataBarRules(step));
        break;
      case "table":
        sheet.tables?.push({
          name: step.name,
          range: areaAddress(step.area),
          columns: grid.headings(step.area).map((heading) => ({ name: heading })),
          style: "TableStyleLight1",
        });
        break;
      case "chart":
        charts.push(step.chart);
        sheet.charts?.push(fileChart(step));
        break;
      case "print":
        Object.assign(sheet, printSettings(step));
        names.push(...printNames(name, step));
        break;
      case "tabColor":
        if (step.color !== "invisible") {
          sheet.view = { tabColor: { rgb: digits(SERIES_COLORS[step.color]) } };
        }
        break;
    }
  }
  sheet.conditionalRules = colorings.map((rule, i) => ({ ...rule, priority: i + 1 }));
  sheet.cells = grid.cells();
  return { sheet, names, charts, errors: grid.errors, properties };
}
