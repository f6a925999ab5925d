/** A time as a text states it. */
export interface ReadTime {
  /** Milliseconds since 1970; of the clock on the wall where no zone is stated. */
  readonly at: number;
  /** Whether the text states its zone. */
  readonly zoned: boolean;
  /** Whether the text states a day alone, or a month, which starts with one. */
  readonly isDay: boolean;
  readonly isMonth?: true;
}

/** In which order a date with slashes is written. */
export type SlashOrder = "month first" | "day first";

const DAY = 86_400_000;
const CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s*([AP]M))?";
const ISO = new RegExp(
  `^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]+${CLOCK})?\\s*(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?$`,
  "i",
);
const MONTH = /^(\d{4})-(\d{2})$/;
const SLASHED = new RegExp(
  `^(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:,?[T ]+${CLOCK})?$`,
  "i",
);

/** Milliseconds since 1970 of the beginning of a day; null where there is no such day. */
export function dayAt(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}

/** Milliseconds since midnight; null where no clock shows that. */
function clockAt(parts: readonly (string | undefined)[]): number | null {
  const [hours, minutes = "0", seconds = "0", fraction = "", half] = parts;
  if (hours === undefined) return 0;
  const afternoon = half === undefined ? 0 : (/p/i.test(half) ? 12 : 0) - (hours === "12" ? 12 : 0);
  const hour = Number(hours) + afternoon;
  if (hour < 0 || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return (
    hour * 3_600_000 +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000 +
    Number(`${fraction}000`.slice(0, 3))
  );
}

function offsetOf(zone: string): number {
  const [, sign = "+", hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
}

/** A Unix time; its unit is told by its size, which differs for every date from 1973 to 5138. */
function unixTime(text: string): ReadTime | null {
  const value = Number(text);
  const unit = [1000, 1, 1e-3, 1e-6].find((factor) => {
    const at = value * factor;
    return at >= 1e11 && at < 1e14;
  });
  return unit === undefined ? null : { at: Math.round(value * unit), zoned: true, isDay: false };
}

const ZERO = 0x30;

/** The number that digits in a text write; NaN where one of them is none. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

/** The last day that was read: exports go through time, so most records are of the same one. */
let lastDay = { text: "1970-01-01", at: 0 };

function dayIn(text: string): number | null {
  if (text.startsWith(lastDay.text)) return lastDay.at;
  if (text[4] !== "-" || text[7] !== "-") return null;
  const at = dayAt(digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10));
  if (at !== null) lastDay = { text: text.slice(0, 10), at };
  return at;
}

/**
 * The time that a text states, where it is written as most exports write it: "2026-01-31
 * 12:30:45.123", with a T or a Z too; undefined where it is not. The patterns below take five
 * times as long.
 */
function plainTime(text: string): ReadTime | undefined {
  const zoned = text.endsWith("Z");
  const end = zoned ? text.length - 1 : text.length;
  const separator = text[10];
  const isPlain =
    (separator === "T" || separator === " ") &&
    text[13] === ":" &&
    text[16] === ":" &&
    (end === 19 || (text[19] === "." && end > 20 && end <= 29));
  if (!isPlain) return undefined;
  const day = dayIn(text);
  const hours = digitsAt(text, 11, 13);
  const minutes = digitsAt(text, 14, 16);
  const seconds = digitsAt(text, 17, 19);
  // Places beyond the third are cut off.
  const fraction = digitsAt(text, 20, end);
  const places = end - 20;
  const ms =
    end === 19
      ? 0
      : Math.floor(places > 3 ? fraction / 10 ** (places - 3) : fraction * 10 ** (3 - places));
  if (day === null || !(hours < 24 && minutes < 60 && seconds < 60 && ms >= 0)) return undefined;
  return {
    at: day + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + ms,
    zoned,
    isDay: false,
  };
}

/**
 * The order that a date with slashes proves; undefined for one that proves nothing (4/5/25) or
 * has no slashes.
 */
export function slashOrderOf(text: string): SlashOrder | "either" | undefined {
  const [, first, mark, second] = SLASHED.exec(text.trim()) ?? [];
  if (mark !== "/") return undefined;
  if (Number(first) > 12) return "day first";
  return Number(second) > 12 ? "month first" : "either";
}

/**
 * The time that a text states, or null. Read are ISO 8601 and its SQL form with a space, with or
 * without zone; months such as 2026-09; Unix times; dates with slashes in the given order; dates
 * with points, day first.
 */
export function parseTime(text: string, slashOrder: SlashOrder = "month first"): ReadTime | null {
  const plain = plainTime(text);
  if (plain) return plain;
  const trimmed = text.trim();
  if (/^\d{9,19}(?:\.\d+)?$/.test(trimmed)) return unixTime(trimmed);
  const iso = ISO.exec(trimmed);
  if (iso) {
    const day = dayAt(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const clock = clockAt(iso.slice(4, 9));
    if (day === null || clock === null) return null;
    const zone = iso[9];
    return {
      at: day + clock - (zone ? offsetOf(zone) : 0),
      zoned: zone !== undefined,
      isDay: iso[4] === undefined,
    };
  }
  const [, monthYear, monthNumber] = MONTH.exec(trimmed) ?? [];
  if (monthYear !== undefined) {
    const at = dayAt(Number(monthYear), Number(monthNumber), 1);
    return at === null ? null : { at, zoned: false, isDay: true, isMonth: true };
  }
  const slashed = SLASHED.exec(trimmed);
  if (!slashed) return null;
  const dayFirst = slashed[2] === "." || slashOrder === "day first";
  const [month, date] = dayFirst ? [slashed[3], slashed[1]] : [slashed[1], slashed[3]];
  const year = Number(slashed[4]) + (slashed[4]?.length === 2 ? 2000 : 0);
  const day = dayAt(year, Number(month), Number(date));
  const clock = clockAt(slashed.slice(5, 10));
  if (day === null || clock === null) return null;
  return { at: day + clock, zoned: false, isDay: slashed[5] === undefined };
}

/** The first instant after a day or a month, by the clock on the wall. */
export function instantAfter({ at, isMonth }: ReadTime): number {
  if (!isMonth) return at + DAY;
  const month = new Date(at);
  return Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1);
}
