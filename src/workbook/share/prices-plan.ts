import { asOf as dateOfList, PRICE_KINDS, type PriceKind, type PriceRecord } from "../../catalog";
import type { CellContent, SheetPlan, Step } from "../plan";
import { NotNative } from "./not-native";
import { SHARE_SHEET } from "./share-sheets";

/** A model's pinned prices, and the row in which they stand. */
export interface PinnedRow {
  readonly key: string;
  readonly model: string;
  readonly asOf: number;
  readonly records: readonly PriceRecord[];
  readonly row: number;
}

const HEADINGS: readonly string[] = [
  "Key",
  "Model",
  "Input",
  "Output",
  "Cache read",
  "Cache write",
  "Long context above",
  "Input, long",
  "Output, long",
  "Cache read, long",
  "Cache write, long",
  "Price of",
  "Valid from",
  "Source",
];
const HEADING_ROW = 3;
/** The row of the first model. */
export const FIRST_ROW = HEADING_ROW + 1;
/** Columns, counted from 0. */
export const KEY = 0;
export const SHORT = 2;
export const ABOVE = 6;
export const LONG = 7;

/** What stands where a model has no long-context prices: no number is above a text. */
const NO_LIMIT = "none";

/** The price of a kind for short prompts, or for those above the threshold. */
export function priceOf(
  { records }: PinnedRow,
  kind: PriceKind,
  isLong: boolean,
): number | undefined {
  const ofKind = records.filter((record) => record.kind === kind);
  const long = isLong ? ofKind.find(({ aboveTokens }) => aboveTokens > 0) : undefined;
  return (long ?? ofKind.find(({ aboveTokens }) => aboveTokens === 0))?.price;
}

/**
 * Tokens of a prompt above which the model has long-context prices; undefined where it has none.
 *
 * @throws NotNative where it has several
 */
export function threshold({ records }: PinnedRow): number | undefined {
  const above = new Set(
    records.flatMap(({ aboveTokens }) => (aboveTokens > 0 ? [aboveTokens] : [])),
  );
  if (above.size > 1) throw new NotNative("the model has more than one long-context price");
  return [...above][0];
}

/** An error where the list has no such price. */
const NOT_LISTED: CellContent = { formula: "=NA()", value: { error: "#N/A" } };

function rowCells(pinned: PinnedRow): readonly CellContent[] {
  const prices = (isLong: boolean) =>
    PRICE_KINDS.map((kind) => priceOf(pinned, kind, isLong) ?? NOT_LISTED);
  const above = threshold(pinned);
  const [first] = pinned.records;
  return [
    pinned.key,
    pinned.model,
    ...prices(false),
    above ?? NO_LIMIT,
    ...(above === undefined ? PRICE_KINDS.map(() => null) : prices(true)),
    pinned.asOf,
    first?.validFrom ?? null,
    first?.source ?? "",
  ];
}

/** The sheet itself: a row for each model and date, from `FIRST_ROW` on. */
export function pricesPlan(name: string, rows: readonly PinnedRow[]): SheetPlan {
  const block = (column: number, columns: number) => ({
    row: FIRST_ROW,
    column,
    rows: rows.length,
    columns,
  });
  const steps: readonly Step[] = [
    {
      do: "write",
      row: 0,
      column: 0,
      cells: [
        ["Prices"],
        [
          `Model prices in $ per million tokens, pinned from the list of ${dateOfList}: they do not change by themselves. #N/A: not listed.`,
        ],
      ],
    },
    { do: "style", area: { row: 0, column: 0, rows: 1, columns: 1 }, style: "title" },
    { do: "style", area: { row: 1, column: 0, rows: 1, columns: 1 }, style: "caption" },
    { do: "write", row: HEADING_ROW, column: 0, cells: [HEADINGS, ...rows.map(rowCells)] },
    {
      do: "style",
      area: { row: HEADING_ROW, column: 0, rows: 1, columns: HEADINGS.length },
      style: "columnHeading",
    },
    ...[block(KEY, 2), block(HEADINGS.length - 1, 1)].flatMap((texts): Step[] => [
      { do: "style", area: { ...texts, row: HEADING_ROW, rows: 1 }, style: "textHeading" },
      { do: "style", area: texts, style: "textColumn" },
    ]),
    { do: "rowHeight", row: HEADING_ROW, lines: 2 },
    { do: "style", area: block(SHORT, LONG + 4 - SHORT), style: "input" },
    { do: "numberFormat", area: block(SHORT, 4), format: "moneyFine" },
    { do: "numberFormat", area: block(ABOVE, 1), format: "count" },
    { do: "numberFormat", area: block(LONG, 4), format: "moneyFine" },
    { do: "numberFormat", area: block(LONG + 4, 2), format: "date" },
    { do: "columnWidths", widths: [26, 22, ...HEADINGS.slice(2, -1).map(() => 13), 74] },
    { do: "freeze", rows: FIRST_ROW, columns: 1 },
    {
      do: "print",
      area: { row: 0, column: 0, rows: FIRST_ROW + rows.length, columns: HEADINGS.length },
      landscape: true,
      onePage: false,
      repeatedRows: FIRST_ROW,
    },
  ];
  return { name, steps, properties: { [SHARE_SHEET]: "prices" } };
}
