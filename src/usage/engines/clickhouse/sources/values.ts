import { plainType } from "../cells";

function asText(expression: string, type: string): string {
  const plain = plainType(type);
  if (plain === "String") return expression;
  // A shorter text is filled up with zeros.
  return plain.startsWith("FixedString")
    ? `toStringCutToZero(${expression})`
    : `toString(${expression})`;
}

/** A text that is blank where there is none. */
export function textValue(expression: string, type: string): string {
  return `trim(BOTH ' ' FROM ifNull(${asText(expression, type)}, ''))`;
}

/** The first of texts that is not blank. */
export function firstText(...texts: readonly string[]): string {
  const [first = "''", ...others] = texts;
  if (others.length === 0) return first;
  return `multiIf(${texts
    .slice(0, -1)
    .map((text) => `${text} != '', ${text}`)
    .join(", ")}, ${texts.at(-1)})`;
}

/** How a text begins that says in which order year, month and day stand, or is a Unix time. */
const CLEAR_TIME = "^ *([0-9]{4}-[0-9]{2}|[0-9]{9})";

/** Milliseconds since 1970 in UTC of a column that holds times; null where it holds none. */
export function timeValue(expression: string, type: string): string | null {
  const plain = plainType(type);
  if (/^DateTime64/.test(plain)) return `toUnixTimestamp64Milli(toDateTime64(${expression}, 3))`;
  if (/^DateTime/.test(plain)) return `toInt64(toUnixTimestamp(${expression})) * 1000`;
  if (/^Date/.test(plain)) return `toUnixTimestamp64Milli(toDateTime64(${expression}, 3, 'UTC'))`;
  if (/^U?Int(?:32|64)$/.test(plain)) return unixTime(expression);
  if (plain === "String") {
    const time = `toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(${expression}, 3, 'UTC'))`;
    return `if(match(${expression}, '${CLEAR_TIME}'), ${time}, NULL)`;
  }
  return null;
}

/** A Unix time in seconds down to billionths, told by its size; see values/time.ts. */
function unixTime(expression: string): string {
  const at = `toInt64(${expression})`;
  return `multiIf(${at} < 100000000, NULL, ${at} < 100000000000, ${at} * 1000, ${at} < 100000000000000, ${at}, ${at} < 100000000000000000, intDiv(${at}, 1000), intDiv(${at}, 1000000))`;
}

/** A whole number; null where there is none, or another text. */
export function countValue(expression: string, type: string): string {
  const plain = plainType(type);
  if (/^U?Int(?:8|16|32|64)$/.test(plain)) return `toInt64(${expression})`;
  if (/^U?Int/.test(plain)) return `accurateCastOrNull(${expression}, 'Int64')`;
  if (/^(?:Decimal|B?Float)/.test(plain)) return wholeOf(`toFloat64(${expression})`);
  return textCount(textValue(expression, type));
}

const wholeOf = (number: string) => `accurateCastOrNull(${number}, 'Int64')`;

/** The whole number in a text: "31422", "31422.0"; null for anything else. */
export function textCount(text: string): string {
  return `coalesce(toInt64OrNull(${text}), ${wholeOf(`toFloat64OrNull(${text})`)})`;
}

/** Digits behind the mark that no source exceeds. */
const SCALE = 20;

/** More than anything costs, and far less than billionths of it in 128 bits. */
const MOST = "1e18";

/** The most digits that 128 bits hold, whatever they are. */
const DIGITS = 38;

/**
 * An amount in billionths, halves rounded away from zero, as parseMoney has it; null where there
 * is none. Amounts go through their text and not through doubles: 0.1 is a tenth.
 *
 * @param places decimal places of the unit: 0 for dollars, 2 for cents, 9 for billionths
 */
export function moneyValue(expression: string, type: string, places: 0 | 2 | 9): string {
  const plain = plainType(type);
  if (/^U?Int(?:8|16|32|64)$/.test(plain)) {
    return `toInt128(${expression}) * ${10 ** (9 - places)}`;
  }
  const [, precision = NaN, scale = NaN] =
    /^Decimal\((\d+), (\d+)\)$/.exec(plain)?.map(Number) ?? [];
  // In the column's own digits, which takes half as long as the way through 256 bits. Nothing
  // complains where they are too few.
  if (precision + Math.max(scale, 9) <= DIGITS) {
    const digits = `toInt128(toDecimal128(${expression}, ${scale}) * toInt128(${10n ** BigInt(scale)}))`;
    return scaledTo(digits, scale, 9 - places, "toInt128");
  }
  const text = textValue(expression, type);
  const digits = `toInt256(toDecimal256OrNull(${text}, ${SCALE}) * toInt256('1${"0".repeat(SCALE)}'))`;
  // A dash is 0 as a decimal, and no number as a double.
  return `if(abs(toFloat64OrNull(${text})) < ${MOST}, toInt128(${scaledTo(digits, SCALE, 9 - places, "toInt256")}), NULL)`;
}

/** Digits of a scale as those of another. */
function scaledTo(digits: string, from: number, to: number, wide: string): string {
  const power = (exponent: number) => `${wide}('1${"0".repeat(exponent)}')`;
  if (from <= to) return `${digits} * ${power(to - from)}`;
  const half = `intDiv(${power(from - to)}, 2)`;
  return `intDiv(${digits} + if(${digits} < 0, -${half}, ${half}), ${power(from - to)})`;
}
