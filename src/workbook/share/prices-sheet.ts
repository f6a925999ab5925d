import { EXCEL_DATES, PRICE_KINDS, type PriceKind, priceRecords } from "../../catalog";
import { CalcError, isWithin } from "../../calc";
import { areaAddress, cellAddress } from "../address";
import { sheetPrefix } from "../placement";
import type { SheetPlan } from "../plan";
import { NotNative } from "./not-native";
import {
  ABOVE,
  FIRST_ROW,
  KEY,
  LONG,
  type PinnedRow,
  priceOf,
  pricesPlan,
  SHORT,
  threshold,
} from "./prices-plan";

/** Rows that formulas look in; those of models that are not needed stay empty. */
const MOST_MODELS = 500;

function keyOf(model: string, asOf: number | undefined): string {
  const name = model.trim().toLowerCase();
  return asOf === undefined ? name : `${name}|${Number(asOf.toPrecision(15))}`;
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
