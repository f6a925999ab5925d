import { CalcError } from "./calc-error";

/** An interval of numbers, as data, so that code, formulas and help pages say the same. */
export interface Domain {
  /** Least number allowed. */
  readonly from?: number;
  /** Every number allowed is greater. */
  readonly above?: number;
  /** Greatest number allowed. */
  readonly to?: number;
  /** Every number allowed is less. */
  readonly below?: number;
  /** Whole numbers alone. */
  readonly whole?: true;
}

export const ANY: Domain = {};
export const FROM_ZERO: Domain = { from: 0 };
export const ABOVE_ZERO: Domain = { above: 0 };
export const FROM_MINUS_ONE_TO_ONE: Domain = { from: -1, to: 1 };
export const SHARE: Domain = { from: 0, to: 1 };
/** A percentile: strictly between 0 and 1. */
export const PERCENTILE: Domain = { above: 0, below: 1 };
/** The percentile of an upper tail: strictly between 0.5 and 1. */
export const TAIL: Domain = { above: 0.5, below: 1 };
export const BELOW_ONE: Domain = { below: 1 };
export const ABOVE_MINUS_ONE: Domain = { above: -1 };
export const WHOLE_FROM_ZERO: Domain = { from: 0, whole: true };
export const WHOLE_FROM_ONE: Domain = { from: 1, whole: true };
export const MONTHS: Domain = { from: 1, to: 600, whole: true };

/** Whether a number lies in the domain. NaN and the infinities never do. */
export function isWithin(value: number, domain: Domain): boolean {
  return (
    Number.isFinite(value) &&
    !(domain.from !== undefined && value < domain.from) &&
    !(domain.above !== undefined && value <= domain.above) &&
    !(domain.to !== undefined && value > domain.to) &&
    !(domain.below !== undefined && value >= domain.below) &&
    !(domain.whole && !Number.isInteger(value))
  );
}

/** The domain in words, such as "from 0 to 1" or "a whole number, 1 or more". */
export function domainInWords(domain: Domain): string {
  const { from, above, to, below } = domain;
  const bounds =
    from !== undefined && to !== undefined
      ? `from ${from} to ${to}`
      : above !== undefined && below !== undefined
        ? `strictly between ${above} and ${below}`
        : [
            from !== undefined ? `${from} or more` : "",
            above !== undefined ? `above ${above}` : "",
            to !== undefined ? `${to} or less` : "",
            below !== undefined ? `below ${below}` : "",
          ]
            .filter(Boolean)
            .join(" and ");
  return domain.whole ? `a whole number${bounds && `, ${bounds}`}` : bounds || "a finite number";
}

/**
 * Throws `#NUM!` where a number lies outside its domain.
 *
 * @param name the argument, as its reader knows it
 */
export function check(name: string, value: number, domain: Domain): void {
  // Most arguments are amounts and counts, of which a range may have 100,000.
  if (domain === FROM_ZERO && value >= 0 && value < Infinity) return;
  if (!isWithin(value, domain)) {
    throw new CalcError("#NUM!", `${name} must be ${domainInWords(domain)}, got ${value}`);
  }
}

/** `check` for each entry of a list; entries are counted from 1. */
export function checkEach(name: string, values: readonly number[], domain: Domain): void {
  for (const [i, value] of values.entries()) check(`${name}, entry ${i + 1},`, value, domain);
}

/** The number itself; `#NUM!` where the arithmetic has left the range of numbers. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) {
    throw new CalcError("#NUM!", "the result is too large for a number");
  }
  return value;
}

/** a / b; `#DIV/0!` with the reason where b is 0. */
export function ratio(a: number, b: number, undefinedBecause: string): number {
  if (b === 0) throw new CalcError("#DIV/0!", undefinedBecause);
  return finite(a / b);
}
