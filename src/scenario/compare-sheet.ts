import { markedAreas } from "../workbook/areas";
import type { CellContent, NumberFormat, Plan, Step, StyleName } from "../workbook/plan";
import { freeSheetName } from "../workbook/sheet-name";
import { COMPARE_SECTIONS } from "./compare-rows";
import { comparedRow, type ComparedScenario, type CurrencyRows } from "./compare-formulas";
import { KEYS } from "./saved-scenario-properties";
import { keptJson } from "./saved-scenario-text";

/** Where the figures begin, and columns of a scenario after the first: its figures, the difference. */
const FIRST_COLUMN = 2;
const HEADING_ROW = 3;
const WIDTHS = { label: 36, unit: 20, others: 17 } as const;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style: StyleName;
  readonly format?: NumberFormat;
}

/** The column in which the figures of a scenario stand; the difference to the first is behind it. */
function columnOf(place: number): number {
  return place === 0 ? FIRST_COLUMN : FIRST_COLUMN + 2 * place - 1;
}

function headings(scenarios: readonly ComparedScenario[]): string[] {
  return [
    "Figure",
    "Unit",
    ...scenarios.flatMap(({ name }, i) => (i === 0 ? [name] : [name, "Difference"])),
  ];
}

/** What keeps amounts from being compared, in words; nothing where all have the same currencies. */
function currencyNote(scenarios: readonly ComparedScenario[]): string[] {
  const currencies = scenarios.map(({ figures }) =>
    ["priceCurrency", "costCurrency"].map((name) => figures.get(name)?.values[0] ?? "?").join(", "),
  );
  if (new Set(currencies).size < 2) return [];
  const said = scenarios.map(({ name }, i) => `“${name}”: ${currencies[i] ?? ""}`);
  return [
    `Prices and costs are in different currencies (${said.join("; ")}): their amounts are not subtracted.`,
  ];
}

function missingNote(scenarios: readonly ComparedScenario[]): string[] {
  const wanted = COMPARE_SECTIONS.flatMap(({ rows }) => rows);
  return scenarios.flatMap(({ name, figures }) => {
    const missing = wanted.filter(({ figure }) => !figures.has(figure)).map(({ label }) => label);
    return missing.length === 0
      ? []
      : [
          `Not found in “${name}”, because its rows were moved or another version built it: ${missing.join(", ")}.`,
        ];
  });
}

function sheetCells(scenarios: readonly ComparedScenario[]): { cells: Cell[]; verdicts: Step[] } {
  const cells: Cell[] = [
    { row: 0, column: 0, content: "Compare", style: "title" },
    {
      row: 1,
      column: 0,
      content:
        "Live: the figures follow the sheets of each scenario. Differences are to the first; those of shares are percentage points.",
      style: "caption",
    },
    ...headings(scenarios).map((content, column): Cell => ({
      row: HEADING_ROW,
      column,
      content,
      style: column < FIRST_COLUMN ? "heading" : "columnHeading",
    })),
  ];
  const verdicts: Step[] = [];
  let row = HEADING_ROW + 1;
  const currencies: CurrencyRows = new Map();
  for (const section of COMPARE_SECTIONS) {
    cells.push({ row, column: 0, content: section.title, style: "subtitle" });
    row++;
    for (const line of section.rows) {
      currencies.set(line.figure, row);
      const { unit, format, contents } = comparedRow(line, scenarios, {
        row,
        columnOf,
        currencies,
      });
      cells.push({ row, column: 0, content: line.label, style: "label" });
      if (unit) cells.push({ row, column: 1, content: unit, style: "unit" });
      for (const { column, content, style } of contents) {
        cells.push({ row, column, content, style, ...(format && { format }) });
        if (line.isVerdict && style === "link") {
          verdicts.push({ do: "verdicts", area: { row, column, rows: 1, columns: 1 } });
        }
      }
      row++;
    }
    row++;
  }
  for (const content of [...currencyNote(scenarios), ...missingNote(scenarios)]) {
    cells.push({ row, column: 0, content, style: "caption" });
    row++;
  }
  return { cells, verdicts };
}

/** Lines that the longest heading takes: bold letters are wider than the digits that widths count. */
function headingLines(scenarios: readonly ComparedScenario[]): number {
  return Math.max(...scenarios.map(({ name }) => Math.ceil(name.length / (WIDTHS.others - 4))));
}

/**
 * One new sheet that sets the figures of scenarios side by side, in formulas that refer to their
 * sheets, with differences to the first.
 *
 * @param scenarios two or more, with their figures as the sheets have them now
 * @param taken the names of the sheets that the workbook has already
 */
export function planCompare(
  scenarios: readonly ComparedScenario[],
  taken: readonly string[],
): Plan {
  const name = freeSheetName("Compare", taken);
  const { cells, verdicts } = sheetCells(scenarios);
  const rows = Math.max(...cells.map(({ row }) => row + 1));
  const columns = headings(scenarios).length;
  const grid = Array.from({ length: rows }, () => new Array<CellContent>(columns).fill(null));
  for (const { row, column, content } of cells) {
    const line = grid[row];
    if (line) line[column] = content;
  }
  const formats = cells.flatMap(({ row, column, format }) =>
    format ? [{ row, column, mark: format }] : [],
  );
  const styles = cells.map(({ row, column, style }) => ({ row, column, mark: style }));
  const steps: Step[] = [
    ...markedAreas(formats).map(({ area, mark }): Step => ({
      do: "numberFormat",
      area,
      format: mark,
    })),
    { do: "write", row: 0, column: 0, cells: grid },
    ...markedAreas(styles).map(({ area, mark }): Step => ({ do: "style", area, style: mark })),
    ...verdicts,
    {
      do: "columnWidths",
      widths:
        grid[0]?.map((_, i) => (i === 0 ? WIDTHS.label : i === 1 ? WIDTHS.unit : WIDTHS.others)) ??
        [],
    },
    { do: "rowHeight", row: HEADING_ROW, lines: headingLines(scenarios) },
    { do: "freeze", rows: HEADING_ROW + 1, columns: FIRST_COLUMN },
    {
      do: "print",
      area: { row: 0, column: 0, rows, columns },
      landscape: true,
      onePage: true,
      repeatedRows: HEADING_ROW + 1,
    },
    { do: "tabColor", color: "first" },
  ];
  const properties = keptJson(
    KEYS.compare,
    scenarios.map(({ id }) => id),
  );
  return { sheets: [{ name, steps, properties }], show: name };
}
