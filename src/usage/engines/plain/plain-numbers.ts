import { parseCount } from "../../read/numbers";
import type { DecimalMark } from "../../values/decimal";
import { parseMoney } from "../../values/money";
import { parseTime, type ReadTime, type SlashOrder } from "../../values/time";
import type { PlainMoney, Places } from "./plain-layout";
import { isZoned, plainAmount, plainCount, plainTime } from "./plain-values";
import { BLANK, BYTES, type Found, NUMBER, type RecordCells } from "./record-cells";

/** What stands in a record is no number or time, or none that can be told quickly. */
export const UNCLEAR = -1;

/**
 * Reads numbers and times of a record: those that are written plainly from its bytes, and others
 * from their texts as the readers of formats read them.
 */
export interface PlainNumbers {
  /** A sum of counts: null where all are blank, UNCLEAR where one is no count. */
  readonly sum: (terms: readonly Places[]) => number | null;
  /** An amount in billionths: null where its first term is blank; NaN where it is unclear. */
  readonly money: (field: PlainMoney | undefined) => number | null;
  /** Null where it is blank, undefined where it is no time. */
  readonly time: (places: Places) => ReadTime | null | undefined;
}

export function plainNumbers(
  cells: RecordCells,
  mark: DecimalMark,
  slashOrder: SlashOrder,
): PlainNumbers {
  const { start, end, text } = cells;
  const count = (found: Found): number => {
    if (found === NUMBER) return cells.number();
    const plain = found === BYTES ? plainCount(cells.bytes(), start(), end()) : NaN;
    return Number.isNaN(plain) ? (parseCount(text(), mark) ?? UNCLEAR) : plain;
  };
  const amount = (found: Found, { field, power }: PlainMoney): number => {
    const plain = found === BYTES ? plainAmount(cells.bytes(), start(), end(), mark, power) : NaN;
    if (!Number.isNaN(plain)) return plain;
    const parsed = parseMoney(text(), field.unit, "", mark);
    const double = parsed === null ? NaN : Number(parsed);
    return Number.isSafeInteger(double) ? double : NaN;
  };
  return {
    sum(terms) {
      let sum: number | null = null;
      for (const places of terms) {
        const found = cells.find(places);
        if (found === BLANK) continue;
        const number = count(found);
        if (number === UNCLEAR) return UNCLEAR;
        sum = (sum ?? 0) + number;
      }
      return sum;
    },
    money(field) {
      if (field === undefined) return null;
      let sum: number | null = null;
      for (const places of field.add) {
        const found = cells.find(places);
        if (found !== BLANK) sum = (sum ?? 0) + amount(found, field);
        else if (sum === null) return null;
      }
      for (const places of field.subtract) {
        const found = cells.find(places);
        if (found !== BLANK) sum = (sum ?? 0) - amount(found, field);
      }
      return sum === null || Number.isSafeInteger(sum) ? sum : NaN;
    },
    time(places) {
      const found = cells.find(places);
      if (found === BLANK) return null;
      if (found === BYTES) {
        const at = plainTime(cells.bytes(), start(), end());
        if (!Number.isNaN(at)) {
          return { at, zoned: isZoned(cells.bytes(), end()), isDay: false };
        }
      }
      return parseTime(text(), slashOrder) ?? undefined;
    },
  };
}
