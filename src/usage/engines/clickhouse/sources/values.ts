/** The type without what says how it is kept. */
function bareType(type: string): string {
  return type
    .replace(/^(?:LowCardinality|Nullable)\((.*)\)$/, "$1")
    .replace(/^Nullable\((.*)\)$/, "$1");
}

/** A text that is blank where there is none. */
export function textValue(expression: string, type: string): string {
  const text = /^(?:Fixed)?String/.test(bareType(type)) ? expression : `toString(${expression})`;
  return `trim(BOTH ' ' FROM ifNull(${text}, ''))`;
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

/** Milliseconds since 1970 in UTC of a column that holds times; null where it holds none. */
export function timeValue(expression: string, type: string): string | null {
  const bare = bareType(type);
  if (/^DateTime64/.test(bare)) return `toUnixTimestamp64Milli(toDateTime64(${expression}, 3))`;
  if (/^DateTime/.test(bare)) return `toInt64(toUnixTimestamp(${expression})) * 1000`;
  if (/^Date/.test(bare))
    return `toInt64(toUnixTimestamp(toDateTime(${expression}, 'UTC'))) * 1000`;
  if (/^U?Int(?:32|64)$/.test(bare)) return unixTime(expression);
  if (/^String/.test(bare)) {
    return `toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(${expression}, 3, 'UTC'))`;
  }
  return null;
}

/** A Unix time in seconds down to billionths, told by its size; see values/time.ts. */
function unixTime(expression: string): string {
  const at = `toInt64(${expression})`;
  return `multiIf(${at} < 100000000000, ${at} * 1000, ${at} < 100000000000000, ${at}, ${at} < 100000000000000000, intDiv(${at}, 1000), intDiv(${at}, 1000000))`;
}

/** A whole number; null where there is none, or another text. */
export function countValue(expression: string, type: string): string {
  const bare = bareType(type);
  if (/^U?Int/.test(bare)) return `toInt64(${expression})`;
  if (/^(?:Decimal|Float)/.test(bare)) return wholeOf(`toFloat64(${expression})`);
  return textCount(`ifNull(${expression}, '')`);
}

const wholeOf = (number: string) => `if(${number} = floor(${number}), toInt64(${number}), NULL)`;

/** The whole number in a text: "31422", "31422.0"; null for anything else. */
export function textCount(text: string): string {
  return `coalesce(toInt64OrNull(${text}), ${wholeOf(`toFloat64OrNull(${text})`)})`;
}

/** Digits behind the mark that no source exceeds. */
const SCALE = 20;

/**
 * An amount in billionths, halves rounded away from zero, as parseMoney has it; null where there
 * is none. Amounts go through their text and not through doubles: 0.1 is a tenth.
 *
 * @param places decimal places of the unit: 0 for dollars, 2 for cents, 9 for billionths
 */
export function moneyValue(expression: string, type: string, places: 0 | 2 | 9): string {
  const bare = bareType(type);
  if (/^U?Int/.test(bare)) return `toInt128(${expression}) * ${10 ** (9 - places)}`;
  const scale = Number(/^Decimal(?:32|64|128|256)?\((?:\d+, ?)?(\d+)\)$/.exec(bare)?.[1] ?? NaN);
  // In the column's own digits, which takes half as long as the way through 256 bits.
  if (scale <= 18) {
    const digits = `toInt128(toDecimal128(${expression}, ${scale}) * toInt128(${10n ** BigInt(scale)}))`;
    return scaledTo(digits, scale, 9 - places, "toInt128");
  }
  const text = /^(?:Fixed)?String/.test(bare)
    ? `ifNull(${expression}, '')`
    : `toString(${expression})`;
  const digits = `toInt256(toDecimal256OrNull(trim(BOTH ' ' FROM ${text}), ${SCALE}) * toInt256('1${"0".repeat(SCALE)}'))`;
  return `toInt128(${scaledTo(digits, SCALE, 9 - places, "toInt256")})`;
}

/** Digits of a scale as those of another. */
function scaledTo(digits: string, from: number, to: number, wide: string): string {
  const power = (exponent: number) => `${wide}('1${"0".repeat(exponent)}')`;
  if (from <= to) return `${digits} * ${power(to - from)}`;
  const half = `intDiv(${power(from - to)}, 2)`;
  return `intDiv(${digits} + if(${digits} < 0, -${half}, ${half}), ${power(from - to)})`;
}
