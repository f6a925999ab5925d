import {
  asOf as dateOfList,
  EXCEL_DATES,
  PRICE_KINDS,
  type PriceKind,
  type PriceRecord,
  priceRecords,
} from "../../catalog";
import { CalcError, isWithin } from "../../calc";
import { areaAddress, cellAddress } from "../address";
import { sheetPrefix } from "../placement";
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
const FIRST_ROW = HEADING_ROW + 1;
/** Rows that formulas look in; those of models that are not needed stay empty. */
const MOST_MODELS = 500;

const KEY = 0;
const SHORT = 2;
const ABOVE = 6;
const LONG = 7;

/** What stands where a model has no long-context prices: no number is above a text. */
const NO_LIMIT = "none";

function keyOf(model: string, asOf: number | undefined): string {
  const name = model.trim().toLowerCase();
  return asOf === undefined ? name : `${name}|${Number(asOf.toPrecision(15))}`;
}

/** The price of a kind for short prompts, or for those above the threshold. */
function priceOf({ records }: PinnedRow, kind: PriceKind, isLong: boolean): number | undefined {
  const ofKind = records.filter((record) => record.kind === kind);
  const long = isLong ? ofKind.find(({ aboveTokens }) => aboveTokens > 0) : undefined;
  return (long ?? ofKind.find(({ aboveTokens }) => aboveTokens === 0))?.price;
}

function threshold({ records }: PinnedRow): number | undefined {
  const above = new Set(
    records.flatMap(({ aboveTokens }) => (aboveTokens > 0 ? [aboveTokens] : [])),
  );
  if (above.size > 1) throw new NotNative("the model has more than one long-context price");
  return [...above][0];
}

/** How formulas reach the prices of one model. */
export interface PinnedPrices {
  /** Native text for a price; undefined where the model has none of this kind. */
  readonly price: (kind: PriceKind, promptTokens: string | undefined) => string | undefined;
  /** A condition that is TRUE where the model is not pinned; undefined where it is for sure. */
  readonly isMissing?: string;
  /** Which of the kinds in a cell is meant. */
  readonly priceOfKind: (kind: string) => string;
}

/**
 * The sheet of pinned prices that formulas look in instead of the add-in's list: a row for each
 * model that is used, and each date at which its price is asked for.
 */
export class PricesSheet {
  readonly #rows = new Map<string, PinnedRow>();

  /**
   * @param name of the sheet, free in the workbook
   * @param today Excel date whose prices stand for a price of today
   */
  constructor(
    readonly name: string,
    readonly today: number,
  ) {}

  get rows(): readonly PinnedRow[] {
    return [...this.#rows.values()];
  }

  /**
   * Pins a model's prices at a date, today where none is given.
   *
   * @returns the row; undefined where the list has no such model
   * @throws NotNative where asOf is no date or the sheet is full
   */
  pin(model: string, asOf: number | undefined): PinnedRow | undefined {
    const key = keyOf(model, asOf);
    const known = this.#rows.get(key);
    if (known) return known;
    const day = asOf ?? this.today;
    if (!isWithin(day, EXCEL_DATES)) throw new NotNative("asOf is no date");
    if (this.#rows.size === MOST_MODELS) throw new NotNative("the sheet of prices is full");
    try {
      const records = priceRecords(model, day);
      const row = {
        key,
        model: model.trim(),
        asOf: day,
        records,
        row: FIRST_ROW + this.#rows.size,
      };
      threshold(row);
      this.#rows.set(key, row);
      return row;
    } catch (error) {
      if (error instanceof CalcError) return undefined;
      throw error;
    }
  }

  #cell(row: number, column: number): string {
    return sheetPrefix(this.name) + cellAddress(row, column).replace(/([A-Z]+)(\d+)/, "$$$1$$$2");
  }

  #block(column: number, columns: number): string {
    const area = { row: FIRST_ROW, column, rows: MOST_MODELS, columns };
    return sheetPrefix(this.name) + areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  }

  /** The prices of a model that the formula itself names. */
  ofRow(pinned: PinnedRow): PinnedPrices {
    const cell = (column: number) => this.#cell(pinned.row, column);
    return {
      price: (kind, promptTokens) => {
        if (priceOf(pinned, kind, false) === undefined) return undefined;
        const i = PRICE_KINDS.indexOf(kind);
        return promptTokens === undefined || threshold(pinned) === undefined
          ? cell(SHORT + i)
          : `IF(${promptTokens}>${cell(ABOVE)},${cell(LONG + i)},${cell(SHORT + i)})`;
      },
      priceOfKind: (kind) => `INDEX(${this.#rowBlock(pinned)},1,${kind})`,
    };
  }

  #rowBlock(pinned: PinnedRow): string {
    const from = this.#cell(pinned.row, SHORT);
    const to = this.#cell(pinned.row, SHORT + PRICE_KINDS.length - 1);
    return `${from}:${to.slice(to.lastIndexOf("!") + 1)}`;
  }

  /** The prices of whichever pinned model an expression names, so that the formula stays live. */
  ofKey(key: string): PinnedPrices {
    const match = `MATCH(${key},${this.#block(KEY, 1)},0)`;
    const look = (column: string) =>
      `INDEX(${this.#block(KEY, LONG + PRICE_KINDS.length)},${match},${column})`;
    return {
      isMissing: `ISNA(${match})`,
      price: (kind, promptTokens) => {
        const i = PRICE_KINDS.indexOf(kind) + 1;
        return promptTokens === undefined
          ? look(String(SHORT + i))
          : look(`IF(${promptTokens}>${look(String(ABOVE + 1))},${LONG + i},${SHORT + i})`);
      },
      priceOfKind: (kind) => look(`${SHORT}+${kind}`),
    };
  }

  /** The sheet itself; undefined where no formula needs it. */
  plan(): SheetPlan | undefined {
    const { rows } = this;
    return rows.length === 0 ? undefined : pricesPlan(this.name, rows);
  }
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

function pricesPlan(name: string, rows: readonly PinnedRow[]): SheetPlan {
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
    { do: "style", area: { row: 1, column: 0, rows: 1, columns: 1 }, style: "subtitle" },
    { do: "write", row: HEADING_ROW, column: 0, cells: [HEADINGS, ...rows.map(rowCells)] },
    {
      do: "style",
      area: { row: HEADING_ROW, column: 0, rows: 1, columns: HEADINGS.length },
      style: "columnHeading",
    },
    { do: "style", area: block(SHORT, LONG + 4 - SHORT), style: "input" },
    { do: "numberFormat", area: block(SHORT, 4), format: "moneyFine" },
    { do: "numberFormat", area: block(ABOVE, 1), format: "count" },
    { do: "numberFormat", area: block(LONG, 4), format: "moneyFine" },
    { do: "numberFormat", area: block(LONG + 4, 2), format: "date" },
    { do: "columnWidths", widths: [26, 22, ...HEADINGS.slice(2, -1).map(() => 13), 60] },
    { do: "freeze", rows: FIRST_ROW, columns: 1 },
  ];
  return { name, steps, properties: { [SHARE_SHEET]: "prices" } };
}
