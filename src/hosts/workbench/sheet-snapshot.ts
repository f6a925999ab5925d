import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { Area, SheetPlan } from "../../workbook/plan";
import {
  type CellStyle,
  columnPixels,
  FONT,
  LINE_HEIGHT,
  NUMBER_FORMATS,
  SERIES_COLORS,
  STYLES,
} from "../../workbook/theme";
import { univerCell } from "./univer-cell";

/** Formulas that refer beyond the sheet's last row or column are errors, so sheets are made roomy. */
const LEAST_ROWS = 1000;
const LEAST_COLUMNS = 52;

/** The theme's font; a canvas without it would fall back on one with serifs. */
const FONTS = `${FONT}, sans-serif`;

/** In the dark Univer turns colours about, and pure blue becomes too dark to read; this one does not. */
const BLUE = { pure: "#0000ff", readable: "#0033cc" } as const;

/** A step of an indent. */
const INDENT_PIXELS = 9;

const ALIGNMENTS = { left: HorizontalAlign.LEFT, right: HorizontalAlign.RIGHT } as const;

function univerStyle({
  bold,
  italic,
  size,
  color,
  fill,
  border,
  align,
  indent,
  wrap,
  isAtTop,
}: CellStyle): IStyleData {
  const line = border ? { s: BorderStyleTypes.THIN, cl: { rgb: border } } : undefined;
  return {
    ff: FONTS,
    fs: size,
    bl: bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    cl: { rgb: color === BLUE.pure ? BLUE.readable : color },
    vt: isAtTop ? VerticalAlign.TOP : VerticalAlign.MIDDLE,
    tb: wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(fill && { bg: { rgb: fill } }),
    ...(line && { bd: { t: line, r: line, b: line, l: line } }),
    ...(align && { ht: ALIGNMENTS[align] }),
    ...(indent && { pd: { l: indent * INDENT_PIXELS } }),
  };
}

/** The height of so many lines, in pixels: 96 of them are 72 points. */
function linePixels(lines: number): number {
  return Math.round((lines * LINE_HEIGHT * 96) / 72);
}

/** The cells of a sheet while its steps are carried out. */
class Grid {
  readonly #rows: Record<number, Record<number, ICellData>> = {};
  rows = 0;
  columns = 0;

  /** Adds to what a cell holds. */
  merge(row: number, column: number, data: ICellData): void {
    const cells = (this.#rows[row] ??= {});
    cells[column] = { ...cells[column], ...data };
    this.rows = Math.max(this.rows, row + 1);
    this.columns = Math.max(this.columns, column + 1);
  }

  /** Adds to how the cells of an area look. */
  style(area: Area, style: IStyleData): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const before = this.#rows[row]?.[column]?.s;
        this.merge(row, column, {
          s: { ...(typeof before === "object" ? before : undefined), ...style },
        });
      }
    }
  }

  get cellData() {
    return this.#rows;
  }
}

/** A sheet of a plan without its rules, as Univer keeps it. Formulas have no value yet. */
export function sheetSnapshot(id: string, sheet: SheetPlan): Partial<IWorksheetData> {
  const { name, steps, properties } = sheet;
  const grid = new Grid();
  const snapshot: Partial<IWorksheetData> = { id, name, columnData: {} };
  for (const step of steps) {
    switch (step.do) {
      case "write":
        for (const [i, line] of step.cells.entries()) {
          for (const [j, content] of line.entries()) {
            if (content !== null) grid.merge(step.row + i, step.column + j, univerCell(content));
          }
        }
        break;
      case "style":
        grid.style(step.area, univerStyle(STYLES[step.style]));
        break;
      case "numberFormat":
        grid.style(step.area, { n: { pattern: NUMBER_FORMATS[step.format] } });
        break;
      case "columnWidths":
        snapshot.columnData = Object.fromEntries(
          step.widths.map((width, column) => [column, { w: columnPixels(width) }]),
        );
        break;
      case "rowHeight":
        snapshot.rowData = { ...snapshot.rowData, [step.row]: { h: linePixels(step.lines) } };
        break;
      case "freeze":
        snapshot.freeze = {
          xSplit: step.columns,
          ySplit: step.rows,
          startColumn: step.columns > 0 ? step.columns : -1,
          startRow: step.rows > 0 ? step.rows : -1,
        };
        break;
      case "tabColor":
        if (step.color !== "invisible") snapshot.tabColor = SERIES_COLORS[step.color];
        break;
    }
  }
  return {
    ...snapshot,
    ...(properties && { custom: { ...properties } }),
    cellData: grid.cellData,
    rowCount: Math.max(LEAST_ROWS, grid.rows + 100),
    columnCount: Math.max(LEAST_COLUMNS, grid.columns + 10),
  };
}

/** A workbook of sheets, of which the first is shown. */
export function workbookSnapshot(sheets: readonly SheetPlan[]): Partial<IWorkbookData> {
  const snapshots = sheets.map((sheet, i) => {
    const id = `sheet-${i + 1}`;
    return [id, sheetSnapshot(id, sheet)] as const;
  });
  return {
    id: "workbook",
    sheetOrder: snapshots.map(([id]) => id),
    sheets: Object.fromEntries(snapshots),
  };
}
