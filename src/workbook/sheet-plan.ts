import { CalcError, domainInWords } from "../calc";
import { markedAreas, type Marked } from "./areas";
import { columnWidth, headingLines, isTextColumn } from "./columns";
import type { FormulaStyle } from "./formula-style";
import type { Entry, Model } from "./model";
import {
  areaOf,
  cellAt,
  FIRST_VALUE_COLUMN,
  type Place,
  placeBlocks,
  ROWS_ABOVE,
} from "./placement";
import type { Area, CellContent, NumberFormat, SheetPlan, Step, StyleName } from "./plan";
import { printFormula } from "./print-formula";
import { printPages } from "./print-pages";
import type { SheetDescription } from "./sheet-blocks";
import { chartSteps } from "./sheet-charts";
import { frameCells, type Text } from "./sheet-frame";
import type { Value } from "./spreadsheet-functions";
import { columnsCovered, textWidth } from "./text-width";

/** A model with everything that turns its sheets into plans. */
export interface Blueprint {
  readonly model: Model;
  readonly places: ReadonlyMap<string, Place>;
  readonly style: FormulaStyle;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style: StyleName;
  readonly format?: NumberFormat;
}

function cached(value: Value): number | string | boolean | { readonly error: CalcError["code"] } {
  if (value instanceof CalcError) return { error: value.code };
  return value ?? 0;
}

function styleOf({ definition, formula, given }: Entry, place: Place, blueprint: Blueprint) {
  if ("input" in definition || "inputs" in definition) return "input";
  if (isTextColumn(place.direction, definition)) return "textColumn";
  if (given) return "fixed";
  if (definition.isResult) return "result";
  const source = formula?.is === "cell" ? blueprint.places.get(formula.name) : undefined;
  return source && source.sheet !== place.sheet ? "link" : "calculation";
}

/** The cells of one entry: its value or formula at each key of its axis. */
function entryCells(name: string, entry: Entry, own: Place, blueprint: Blueprint): Cell[] {
  const { model, places, style } = blueprint;
  const look = styleOf(entry, own, blueprint);
  const { formula, definition } = entry;
  return model.values(name).map((value, place): Cell => {
    const [row, column] = cellAt(own, place);
    const content = formula
      ? {
          formula: `=${printFormula(formula, { own, place, places, style })}`,
          value: cached(value),
        }
      : value instanceof CalcError
        ? null
        : value;
    // A formula in a cell of text format would be shown instead of worked out.
    const isText = formula && definition.format === "text";
    return { row, column, content, style: look, ...(!isText && { format: definition.format }) };
  });
}

function textCell({ row, column, text, style }: Text): Cell {
  return { row, column, content: text, style };
}

/** What is allowed in the cells of an entry, and how it looks beyond style and format. */
function entrySteps(name: string, { definition }: Entry, own: Place, blueprint: Blueprint): Step[] {
  const area = areaOf(own);
  const steps: Step[] = [{ do: "name", name, area }];
  if (definition.isVerdict) steps.push({ do: "verdicts", area });
  const allowed = "allowed" in definition ? definition.allowed : undefined;
  if (!allowed) return steps;
  if ("numbers" in allowed) {
    const message = `${definition.label} must be ${domainInWords(allowed.numbers)}.`;
    steps.push({ do: "validate", area, allowed, message });
    return steps;
  }
  const source = blueprint.places.get(allowed.oneOf);
  if (!source) throw new RangeError(`${name}: there is no cell named ${allowed.oneOf}`);
  steps.push({
    do: "validate",
    area,
    allowed: { oneOf: { sheet: source.sheet, area: areaOf(source) } },
    message: `${definition.label} must be one of the values in the list.`,
  });
  return steps;
}

/** All cells of a sheet: written as one block, shown by as few areas as their looks allow. */
function cellSteps(cells: readonly Cell[], rows: number, columns: number): Step[] {
  const grid = Array.from({ length: rows }, () => new Array<CellContent>(columns).fill(null));
  for (const { row, column, content } of cells) {
    const line = grid[row];
    if (line) line[column] = content;
  }
  const formats = cells.flatMap(({ row, column, format }): Marked<NumberFormat>[] =>
    format ? [{ row, column, mark: format }] : [],
  );
  const styles = cells.map(({ row, column, style }): Marked<StyleName> => ({
    row,
    column,
    mark: style,
  }));
  return [
    ...markedAreas(formats).map(({ area, mark }): Step => ({
      do: "numberFormat",
      area,
      format: mark,
    })),
    { do: "write", row: 0, column: 0, cells: grid },
    ...markedAreas(styles).map(({ area, mark }): Step => ({ do: "style", area, style: mark })),
  ];
}

/** What is printed: everything above the blocks that hold workings. */
function printedArea(sheet: SheetDescription, cells: readonly Cell[], charts: readonly Step[]) {
  const working = placeBlocks(sheet).find(
    ({ block }) => (block.kind === "lines" || block.kind === "grid") && block.isWorking,
  );
  const end = working?.row ?? Infinity;
  const shown = cells.filter(({ row, content }) => row < end && content !== null);
  const isFigure = ({ style }: Cell) => style !== "note" && style !== "textHeading";
  // Pages of so many columns have no room for notes beside the last.
  const wide = sheet.print.columnsPerPage === undefined ? shown : shown.filter(isFigure);
  return {
    row: 0,
    column: 0,
    rows: greatest([...shown.map(({ row }) => row + 1), ...charts.map(bottomOf)]),
    columns: greatest([...wide.map((cell) => rightEnd(sheet, cell)), ...charts.map(rightOf)]),
  };
}

const RUN_ON: ReadonlySet<StyleName> = new Set(["title", "caption", "note", "textColumn"]);

/** The column after the last that a cell covers: texts run on over empty cells beside them. */
function rightEnd(sheet: SheetDescription, { column, content, style }: Cell): number {
  if (!RUN_ON.has(style) || typeof content !== "string") return column + 1;
  const width = textWidth(content, style);
  return column + columnsCovered(width, column, (at) => columnWidth(sheet, at));
}

/** Rows of headings that take more than one line. */
function headingHeights(sheet: SheetDescription): Step[] {
  return placeBlocks(sheet).flatMap(({ block, row }): Step[] => {
    if (block.kind !== "grid") return [];
    const lines = headingLines(sheet, block);
    return lines > 1 ? [{ do: "rowHeight", row: row + 1, lines }] : [];
  });
}

/** Columns, panes, printing and the tab of a sheet. */
function sheetSteps(sheet: SheetDescription, columns: number, printed: Area): Step[] {
  const widths = Array.from({ length: Math.max(columns, printed.columns) }, (_, column) =>
    columnWidth(sheet, column),
  );
  const onePage = sheet.print.onePage ?? false;
  return [
    { do: "columnWidths", widths },
    ...headingHeights(sheet),
    { do: "freeze", rows: 2, columns: sheet.frozenColumns ?? 0 },
    {
      do: "print",
      area: printed,
      landscape: sheet.print.landscape,
      onePage,
      repeatedRows: ROWS_ABOVE,
      ...(!onePage && printPages(sheet, printed, ROWS_ABOVE)),
    },
    { do: "tabColor", color: TAB_COLORS[sheet.role] },
  ];
}

/** One sheet of a model as a plan. */
export function planSheet(
  sheet: SheetDescription,
  sheetName: string,
  blueprint: Blueprint,
): SheetPlan {
  const { model, places } = blueprint;
  const own = [...model.entries].flatMap(([name, entry]) => {
    const place = places.get(name);
    return entry.sheet === sheet.id && place ? [{ name, entry, place }] : [];
  });
  const cells = [
    ...frameCells(sheet).map(textCell),
    ...own.flatMap(({ name, entry, place }) => entryCells(name, entry, place, blueprint)),
  ];
  const charts = chartSteps(sheet, blueprint);
  const rows = greatest([...cells.map(({ row }) => row + 1), ...charts.map(bottomOf)]);
  const columns = greatest([...cells.map(({ column }) => column + 1), ...charts.map(rightOf)]);
  const printed = printedArea(sheet, cells, charts);
  return {
    name: sheetName,
    steps: [
      ...cellSteps(cells, rows, columns),
      ...own.flatMap(({ name, entry, place }) => entrySteps(name, entry, place, blueprint)),
      ...charts,
      ...sheetSteps(sheet, columns, printed),
    ],
  };
}

const TAB_COLORS = {
  output: "first",
  input: "fifth",
  calculation: "neutral",
  check: "good",
} as const;

/** A sheet can have more cells than a call takes arguments. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

function bottomOf(step: Step): number {
  return step.do === "chart" ? step.area.row + step.area.rows : 0;
}

function rightOf(step: Step): number {
  return step.do === "chart" ? step.area.column + step.area.columns : FIRST_VALUE_COLUMN;
}
