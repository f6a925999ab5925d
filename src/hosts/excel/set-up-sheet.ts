import { cellAddress, columnLetters } from "../../workbook/address";
import type { SheetPlan, StepOf } from "../../workbook/plan";
import { PAGE_FOOT, PAGE_MARGINS, SERIES_COLORS } from "../../workbook/theme";
import { bytesOf, bytesOfCalls, rangeOf, type Task } from "./task";

/** Keeps the first rows and columns in sight. */
export function freezePanes({ rows, columns }: StepOf<"freeze">): Task[] {
  return [
    {
      bytes: bytesOfCalls(2, 1),
      enqueue: (sheet) => {
        const panes = sheet.freezePanes;
        if (rows > 0 && columns > 0) {
          panes.freezeAt(rangeOf(sheet, { row: 0, column: 0, rows, columns }));
        } else if (rows > 0) panes.freezeRows(rows);
        else if (columns > 0) panes.freezeColumns(columns);
      },
    },
  ];
}

const POINTS_PER_INCH = 72;

export function setUpPrint(step: StepOf<"print">): Task[] {
  const { area, landscape, onePage, repeatedRows, repeatedColumns = 0 } = step;
  const { pageRows = [], pageColumns = [] } = step;
  const breaks = pageRows.length + pageColumns.length;
  const { sides, ends, foot } = PAGE_MARGINS;
  return [
    {
      bytes: bytesOfCalls(6 + 2 * breaks, 12),
      enqueue: (sheet) => {
        const layout = sheet.pageLayout;
        layout.orientation = landscape ? "Landscape" : "Portrait";
        layout.zoom = {
          horizontalFitToPages: pageColumns.length + 1,
          ...(onePage && { verticalFitToPages: 1 }),
        };
        layout.leftMargin = layout.rightMargin = sides * POINTS_PER_INCH;
        layout.topMargin = layout.bottomMargin = ends * POINTS_PER_INCH;
        layout.footerMargin = foot * POINTS_PER_INCH;
        layout.headersFooters.defaultForAllPages.leftFooter = PAGE_FOOT.left;
        layout.headersFooters.defaultForAllPages.rightFooter = PAGE_FOOT.right;
        layout.setPrintArea(rangeOf(sheet, area));
        if (repeatedRows > 0) layout.setPrintTitleRows(`$1:$${repeatedRows}`);
        if (repeatedColumns > 0) {
          layout.setPrintTitleColumns(`$A:$${columnLetters(repeatedColumns - 1)}`);
        }
        for (const row of pageRows) sheet.horizontalPageBreaks.add(cellAddress(row, 0));
        for (const column of pageColumns) sheet.verticalPageBreaks.add(cellAddress(0, column));
      },
    },
  ];
}

export function colorTab({ color }: StepOf<"tabColor">): Task[] {
  if (color === "invisible") return [];
  return [
    {
      bytes: bytesOfCalls(0, 1),
      enqueue: (sheet) => {
        sheet.tabColor = SERIES_COLORS[color];
      },
    },
  ];
}

/** Keeps texts with a sheet that are not shown in it. */
export function keepProperties({ properties = {} }: SheetPlan): Task[] {
  return Object.entries(properties).map(([key, value]) => ({
    bytes: bytesOfCalls(2, 0) + bytesOf([key, value]),
    enqueue: (sheet) => {
      sheet.customProperties.add(key, value);
    },
  }));
}
