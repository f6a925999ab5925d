import type { Term } from "../column";
import type { MoneyField } from "../format";
import type { Fault } from "../problem";
import type { Columns } from "../source/columns";
import { type DecimalMark, isWhole, parseDecimal, plainDecimal, scaled } from "../values/decimal";
import { parseMoney } from "../values/money";
import { faultIn, termReader } from "./texts";

/** A whole number from 0 on: "31422", "31422.0", "31,422"; null for anything else. */
export function parseCount(text: string, mark: DecimalMark): number | null {
  const plain = plainDecimal(text, mark);
  if (plain?.scale === 0) return plain.digits;
  const decimal = parseDecimal(text, mark);
  if (decimal === null || decimal.digits < 0n || !isWhole(decimal)) return null;
  const count = Number(scaled(decimal, 0));
  return Number.isSafeInteger(count) ? count : null;
}

/** Reads a sum of counts; blank ones are 0, wrong ones are faults. Null where all are blank. */
export function countReader<R>(
  columns: Columns<R>,
  terms: readonly Term[],
  mark: DecimalMark,
): (record: R, faults: Fault[]) => number | null {
  const readers = terms.map((term) => ({ term, read: termReader(columns, term) }));
  const countOf = (text: string, term: Term, record: R, faults: Fault[]): number => {
    const count = parseCount(text, mark);
    if (count !== null) return count;
    faults.push(faultIn(columns, term, record, "a whole number, 0 or more", text));
    return 0;
  };
  return (record, faults) => {
    let sum: number | null = null;
    for (const { term, read } of readers) {
      const found = read(record);
      if (typeof found === "string") sum = (sum ?? 0) + countOf(found, term, record, faults);
      else for (const text of found ?? []) sum = (sum ?? 0) + countOf(text, term, record, faults);
    }
    return sum;
  };
}

/**
 * Reads an amount in billionths of its currency; null where its first term is blank. Without a
 * currency an amount is a fault, except an amount of none.
 */
export function moneyReader<R>(
  columns: Columns<R>,
  field: MoneyField | undefined,
  mark: DecimalMark,
): (record: R, currency: string | null, faults: Fault[]) => bigint | null {
  if (field === undefined) return () => null;
  const term = (sign: bigint) => (each: Term) => ({
    sign,
    each,
    read: termReader(columns, each),
  });
  const terms = [...field.add.map(term(1n)), ...(field.subtract ?? []).map(term(-1n))];
  return (record, currency, faults) => {
    let sum: bigint | null = null;
    for (const [index, { sign, each, read }] of terms.entries()) {
      const found = read(record);
      if (index === 0 && found === null) return null;
      for (const text of typeof found === "string" ? [found] : (found ?? [])) {
        const amount = parseMoney(text, field.unit, currency ?? "", mark);
        if (amount === null) faults.push(faultIn(columns, each, record, expected(mark), text));
        else sum = (sum ?? 0n) + sign * amount;
      }
    }
    return sum;
  };
}

function expected(mark: DecimalMark): string {
  return mark === "." ? "an amount such as 1,234.56" : "an amount such as 1.234,56";
}
