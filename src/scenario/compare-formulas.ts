import type { ErrorCode } from "../calc";
import type { CellValue } from "../workbook/host";
import { reference, sheetPrefix } from "../workbook/placement";
import type { CellContent, CellError, NumberFormat, StyleName } from "../workbook/plan";
import { isSame } from "../workbook/spreadsheet-functions";
import type { CompareRow } from "./compare-rows";
import type { ShownFigure } from "./saved-scenario-cells";

/** A saved scenario with its figures as the sheets have them now. */
export interface ComparedScenario {
  readonly id: string;
  readonly name: string;
  readonly figures: ReadonlyMap<string, ShownFigure>;
}

/** The rows of the sheet by the figures that they show: amounts look up their currency there. */
export type CurrencyRows = Map<string, number>;

/** Where a row stands. */
export interface RowPosition {
  readonly row: number;
  /** The column of a scenario's figures. */
  readonly columnOf: (place: number) => number;
  readonly currencies: ReadonlyMap<string, number>;
}

type Shown = number | string | boolean | CellError;
type Formula = Extract<CellContent, { readonly formula: string }>;

/** A row with its cells. */
export interface ComparedRow {
  readonly unit: string;
  readonly format: NumberFormat | undefined;
  readonly contents: readonly {
    readonly column: number;
    readonly content: CellContent;
    readonly style: StyleName;
  }[];
}

const ERRORS: readonly string[] = ["#DIV/0!", "#NUM!", "#VALUE!", "#N/A"] satisfies ErrorCode[];

/** A formula that refers to a blank cell gives 0; an error is its text. */
function shown(value: CellValue | undefined): Shown {
  if (typeof value !== "string") return value ?? 0;
  // The text is one of the codes.
  return ERRORS.includes(value) ? { error: value as ErrorCode } : value;
}

/** The formula that fetches a figure, and its value. */
function fetched(
  { isOfFocus }: CompareRow,
  figure: ShownFigure,
  focus: ShownFigure | undefined,
): Formula {
  const at = ({ sheet, at: cells }: ShownFigure) =>
    `${sheetPrefix(sheet)}${cells.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  if (!isOfFocus || !focus) return { formula: `=${at(figure)}`, value: shown(figure.values[0]) };
  const place = Number(focus.values[0]);
  return {
    formula: `=INDEX(${at(figure)},${at(focus)})`,
    value: shown(figure.values[place - 1]),
  };
}

/** What the formula of a difference gives. */
function difference(first: Shown, other: Shown, isAmountOfOther: boolean): Shown {
  if (isAmountOfOther) return OTHER_CURRENCY;
  if (typeof first === "number" && typeof other === "number") return other - first;
  const error = [first, other].find((value) => typeof value === "object");
  if (error !== undefined) return error;
  return typeof first !== "object" && typeof other !== "object" && isSame(first, other)
    ? "same"
    : "differs";
}

const OTHER_CURRENCY = "other currency";

/** Formats of amounts, and what stands for them where not all amounts are dollars. */
const WITHOUT_SIGN: Readonly<Partial<Record<NumberFormat, NumberFormat>>> = {
  money: "decimal",
  moneyWhole: "count",
  moneyFine: "general",
};

function currencyOf({ currency }: CompareRow, { figures }: ComparedScenario): string | undefined {
  return currency && String(figures.get(currency)?.values[0] ?? "?");
}

/** The cells of one figure: a column for each scenario, and after each but the first the difference. */
export function comparedRow(
  line: CompareRow,
  scenarios: readonly ComparedScenario[],
  { row, columnOf, currencies }: RowPosition,
): ComparedRow {
  const figures = scenarios.map(({ figures: own }): Formula | undefined => {
    const figure = own.get(line.figure);
    return figure && fetched(line, figure, own.get("focus"));
  });
  const units = scenarios.map((scenario) => currencyOf(line, scenario));
  const isOneCurrency = new Set(units).size < 2;
  const currency = line.currency ? `${isOneCurrency ? (units[0] ?? "") : "own currency"} ` : "";
  const isDollars = isOneCurrency && (units[0] ?? "USD") === "USD";
  const format = isDollars ? line.format : (WITHOUT_SIGN[line.format] ?? line.format);
  const cell = (place: number, onRow = row) =>
    reference(onRow, columnOf(place), place === 0 ? "column" : "none");
  const contents = figures.flatMap((figure, place): ComparedRow["contents"][number][] => {
    const column = columnOf(place);
    if (!figure) return [{ column, content: "not found", style: "fixed" }];
    const isLink = !line.isOfFocus;
    const own = { column, content: figure, style: isLink ? "link" : "calculation" } as const;
    const [first] = figures;
    if (place === 0 || !first) return [own];
    const [a, b] = [cell(0), cell(place)];
    const words = `IF(${a}=${b},"same","differs")`;
    const plain =
      line.format === "text" ? words : `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${b}-${a},${words})`;
    const at = line.currency && currencies.get(line.currency);
    const text =
      at === undefined
        ? plain
        : `IF(${cell(0, at)}=${cell(place, at)},${plain},"${OTHER_CURRENCY}")`;
    const isOther = at !== undefined && !isSame(units[0] ?? null, units[place] ?? null);
    const value = difference(first.value, figure.value, isOther);
    return [
      own,
      { column: column + 1, content: { formula: `=${text}`, value }, style: "calculation" },
    ];
  });
  return {
    unit: `${currency}${line.unit ?? ""}`.trim(),
    format: line.format === "text" ? undefined : format,
    contents,
  };
}
