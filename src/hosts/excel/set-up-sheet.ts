import type { SheetPlan } from "../../workbook/plan";
import { SERIES_COLORS } from "../../workbook/theme";
import { bytesOf, bytesOfCalls, rangeOf, type StepOf, type Task } from "./task";

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

export function setUpPrint({ area, landscape, onePage, repeatedRows }: StepOf<"print">): Task[] {
  return [
    {
      bytes: bytesOfCalls(2, 4),
      enqueue: (sheet) => {
        const layout = sheet.pageLayout;
        layout.orientation = landscape ? "Landscape" : "Portrait";
        layout.zoom = { horizontalFitToPages: 1, ...(onePage && { verticalFitToPages: 1 }) };
        layout.setPrintArea(rangeOf(sheet, area));
        if (repeatedRows > 0) layout.setPrintTitleRows(`$1:$${repeatedRows}`);
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
