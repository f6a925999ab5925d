import type { DecimalMark } from "../../values/decimal";
import { dayAt } from "../../values/time";

const ZERO = 0x30;
/** So many digits are within what a double holds exactly. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: 10 }, (_, power) => 10 ** power);

/** The whole number that up to 15 digits write; NaN where there is anything else. */
export function plainCount(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > EXACT_DIGITS || end === start) return NaN;
  let count = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    count = count * 10 + digit;
  }
  return count;
}

/**
 * A plain decimal times a power of ten, as `parseMoney` reads it in its quick way; NaN where it
 * is not plain, or has more places than the power.
 */
export function plainAmount(
  bytes: Uint8Array,
  start: number,
  end: number,
  mark: DecimalMark,
  power: number,
): number {
  if (end - start > EXACT_DIGITS || end === start) return NaN;
  const sign = mark.charCodeAt(0);
  let digits = 0;
  let point = end;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (byte === sign && at > start && point === end) point = at;
    else return NaN;
  }
  const scale = point === end ? 0 : end - 1 - point;
  const amount = digits * (POWERS[power - scale] ?? NaN);
  return Number.isSafeInteger(amount) ? amount : NaN;
}

/** The number that digits write; NaN where one of them is none. */
function digitsAt(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

const HYPHEN = 0x2d;
const COLON = 0x3a;
const POINT = 0x2e;
const T = 0x54;
const Z = 0x5a;
const SPACE = 0x20;

/** Exports go through time, so most records are of the day of the record before. */
let lastDay = { year: 1970, month: 1, day: 1, at: 0 };

function dayOf(bytes: Uint8Array, start: number): number | null {
  if (bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return null;
  const year = digitsAt(bytes, start, start + 4);
  const month = digitsAt(bytes, start + 5, start + 7);
  const day = digitsAt(bytes, start + 8, start + 10);
  if (day === lastDay.day && month === lastDay.month && year === lastDay.year) return lastDay.at;
  const at = dayAt(year, month, day);
  if (at !== null) lastDay = { year, month, day, at };
  return at;
}

/** Whether the time ends with a Z. */
export function isZoned(bytes: Uint8Array, end: number): boolean {
  return bytes[end - 1] === Z;
}

/**
 * Milliseconds since 1970 of a time of day as most exports write it, "2026-01-31
 * 12:30:45.123", with a T or a Z too, by its own clock; NaN where it is written otherwise.
 */
export function plainTime(bytes: Uint8Array, start: number, stop: number): number {
  const end = isZoned(bytes, stop) ? stop - 1 : stop;
  const length = end - start;
  const isPlain =
    (length === 19 || (length > 20 && length <= 29 && bytes[start + 19] === POINT)) &&
    (bytes[start + 10] === T || bytes[start + 10] === SPACE) &&
    bytes[start + 13] === COLON &&
    bytes[start + 16] === COLON;
  if (!isPlain) return NaN;
  const day = dayOf(bytes, start);
  const hours = digitsAt(bytes, start + 11, start + 13);
  const minutes = digitsAt(bytes, start + 14, start + 16);
  const seconds = digitsAt(bytes, start + 17, start + 19);
  let ms = 0;
  if (length > 19) {
    const fraction = digitsAt(bytes, start + 20, end);
    const places = length - 20;
    // Places beyond the third are cut off.
    ms = Math.floor(places > 3 ? fraction / 10 ** (places - 3) : fraction * 10 ** (3 - places));
  }
  if (day === null || !(hours < 24 && minutes < 60 && seconds < 60)) return NaN;
  return day + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + ms;
}
