/** The sign between whole and fraction; the other of the two groups thousands. */
export type DecimalMark = "." | ",";

/** A decimal number, exactly: digits / 10^scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** As Decimal, its digits within what a double holds exactly. */
export interface PlainDecimal {
  readonly digits: number;
  readonly scale: number;
}

const CURRENCY_BEFORE = /^(?:[$€£¥₹]|[A-Z]{3}(?=[\s\d.,-]))\s*/u;
const CURRENCY_AFTER = /\s*(?:[$€£¥₹]|[A-Z]{3})$/u;
const SPACE_GROUPS = "\\s\\u00a0\\u202f'’";

function pattern(mark: string, group: string): RegExp {
  const groups = `\\d{1,3}(?:[${group}${SPACE_GROUPS}]\\d{2,3})*[${group}${SPACE_GROUPS}]\\d{3}`;
  return new RegExp(`^(${groups}|\\d*)(?:\\${mark}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?$`);
}

const PATTERNS = { ".": pattern(".", ","), ",": pattern(",", ".") } as const;

/** Takes currency, brackets and sign off: "($1,234.50)" is negative "1,234.50". */
export function bareNumber(text: string): { readonly body: string; readonly negative: boolean } {
  let body = text.trim().replace(/−/g, "-");
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(body);
  if (bracketed) [body, negative] = [bracketed[1] ?? "", true];
  const takeSign = () => {
    if (!/^[+-]/.test(body)) return;
    negative = body.startsWith("-") !== negative;
    body = body.slice(1).trim();
  };
  takeSign();
  const bare = body.replace(CURRENCY_BEFORE, "").replace(CURRENCY_AFTER, "").trim();
  if (bare !== body) {
    body = bare;
    takeSign();
  }
  return { body, negative };
}

/**
 * The number that a text states, exactly, or null if it states none. Thousands may be grouped
 * by the other mark, spaces or apostrophes; currency signs, brackets for negative amounts and
 * exponents are read too.
 */
export function parseDecimal(text: string, mark: DecimalMark = "."): Decimal | null {
  const { body, negative } = bareNumber(text);
  const match = PATTERNS[mark].exec(body);
  if (!match) return null;
  const whole = (match[1] ?? "").replace(/\D/g, "");
  const fraction = match[2] ?? "";
  if (whole + fraction === "") return null;
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - Number(match[3] ?? 0);
  return { digits: negative ? -digits : digits, scale };
}

const ZERO = 0x30;
const EXACT_DIGITS = 15;

/**
 * The number that a text states, where it is plain: up to 15 digits, at least one of them before
 * a mark, and nothing else. Most numbers are, and `parseDecimal` takes ten times as long.
 */
export function plainDecimal(text: string, mark: DecimalMark): PlainDecimal | undefined {
  const sign = mark.charCodeAt(0);
  const { length } = text;
  if (length === 0 || length > EXACT_DIGITS + 1) return undefined;
  let digits = 0;
  let point = length;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (code === sign && at > 0 && point === length) point = at;
    else return undefined;
  }
  const scale = point === length ? 0 : length - 1 - point;
  return point === length && length > EXACT_DIGITS ? undefined : { digits, scale };
}

/**
 * The decimal times 10^places as a whole number; a half is rounded away from zero, as SQL's
 * ROUND does.
 */
export function scaled({ digits, scale }: Decimal, places: number): bigint {
  const power = places - scale;
  if (power >= 0) return digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  const half = digits < 0n ? -divisor / 2n : divisor / 2n;
  return (digits + half) / divisor;
}

/** Whether the decimal is a whole number. */
export function isWhole({ digits, scale }: Decimal): boolean {
  return scale <= 0 || digits % 10n ** BigInt(scale) === 0n;
}
