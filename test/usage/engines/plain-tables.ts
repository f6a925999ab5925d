import fc from "fast-check";
import type { UsageFormat } from "../../../src/usage";

/** What a column holds. */
export type CellKind =
  "count" | "amount" | "time" | "later" | "name" | "model" | "word" | "currency" | "map";

/** A format, and columns of its export with what they hold. */
export interface PlainCase {
  readonly format: UsageFormat;
  readonly columns: Readonly<Record<string, CellKind>>;
  /** The column that names the customer. */
  readonly customer: string;
}

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
/** Mostly what is usual, and now and then what is odd. */
const mostly = (usual: fc.Arbitrary<string>, ...odd: readonly string[]) =>
  fc.oneof({ weight: 60, arbitrary: usual }, { weight: 2, arbitrary: oneOf(...odd) });

const BLANKS = ["", "", "NULL", "null", "\\N", " ", "\u00a0", "nULL", '""'];
const number = fc.nat({ max: 9_999 }).map(String);
const second = fc.nat({ max: 59 }).map((each) => String(each).padStart(2, "0"));

const MAPS = [
  "{}",
  "{",
  "[]",
  '{"user":"x","cost":1}',
  '{"additional_usage_values":{}}',
  '{"additional_usage_values":{"cache_read_input_tokens":null}}',
  '{"additional_usage_values":{"cache_read_input_tokens":"7"}}',
  '{"additional_usage_values":{"cache_read_input_tokens":7.0,"x":"a:5,b"}}',
  '{"additional_usage_values":{"cache_read_input_tokens":07}}',
  '{"additional_usage_values":{"cache_read_input_tokens":-7}}',
  '{"additional_usage_values":{"cache_read_input_tokens":1234567890123456}}',
  '{"additional_usage_values":{"cache_read_input_tokens":"a:5,b"}}',
  '{"additional_usage_values":{"cache_read_input_t\\u006fkens":9}}',
  '{"additional_usage_values":{"cache_read_input_tokens":3,"cache_read_input_tokens":4}}',
  '{"additional_usage_values":{"cache_read_input_tokens": 6 }}',
  '{"additional_usage_values":{"cache_read_input_tokens":{"id":8}}}',
  '{"usage_object":{"cache_read_input_tokens":5,"note":"ü"}}',
  '{"usage_object":[{"key":"cache_read_input_tokens","value":{"intValue":2}}]}',
  "{'usage_object':'x','cache_read_input_tokens':5}",
];

const CELLS: Readonly<Record<CellKind, fc.Arbitrary<string>>> = {
  count: mostly(
    fc.oneof(number, fc.nat({ max: 2 ** 31 - 1 }).map(String)),
    ...BLANKS,
    ...["31422.0", "1,234", " 12 ", "-1", "n/a", "1e3", "007", "9007199254740993", "１２", "1.5"],
    ...["123456789012345", "1234567890123456", "+5", "5.", '"12"', "Infinity"],
  ),
  amount: mostly(
    fc
      .tuple(fc.nat({ max: 99_999 }), fc.nat({ max: 999_999 }))
      .map(([whole, part]) => `${whole}.${part}`),
    ...BLANKS,
    ...["0", "0.0", "$1.25", "-0.25", "1e-7", "0.0000000004", "0.0000000005", "12.5 USD?"],
    ...["12345678.123456789", "9007199.254740993", ".5", "5.", "(3.50)", "1,234.5", "−2"],
    ...["123456789012.123", "999999999999999", "-0", "1.2.3"],
  ),
  time: mostly(
    fc.oneof(
      fc
        .tuple(oneOf("2026-06-01", "2026-06-02", "2024-02-29"), second, second)
        .map(([day, minute, seconds]) => `${day} 10:${minute}:${seconds}.123`),
      second.map((seconds) => `2026-06-01T00:00:${seconds}Z`),
      second.map((seconds) => `2026-06-30T23:59:${seconds}.99999Z`),
    ),
    ...BLANKS,
    ...["2026-06-01", "1780272000", "1780272000123", "6/14/2026", "2026-02-30 10:00:00"],
    ...["2026-06-01T25:00:00Z", "2026-06-01 10:00:60", "2026-06-01T10:00:00+02:00", "yesterday"],
    ...["2026-06-01T10:00:00.", "2026-06-01T10:00:00.1234567891", "2026-06-01 10:00", "2026-06"],
    ...["2026-06-01t10:00:00z", "0099-06-01 10:00:00", "2026-06-01 1:00:00 PM", "2026-06-01Z"],
  ),
  later: mostly(
    second.map((seconds) => `2026-07-01 12:00:${seconds}.5Z`),
    ...["", "2026-07-01", "2024-01-01T00:00:00Z", "1782900000", "soon"],
  ),
  name: mostly(
    fc.oneof(
      number.map((each) => `cust-${each}`),
      oneOf("acme", "globex", "b"),
    ),
    ...BLANKS,
    ...["a,b", "a;b", 'say "hi"', "Ünïcode", " padded ", "ada@example.com", "10.1.2.3", "no.de"],
    ...[
      "line\nbreak",
      "line\r\nbreak",
      '"json"',
      "2001:db8::1",
      "\uFEFFmark",
      "=1+1",
      "a\tb",
      "x@",
    ],
    ...["None", "nix", "\\x", "tail ", "a\u0001b", "12:30", "{'a':1}"],
  ),
  model: mostly(
    oneOf("gpt-4.1", "claude-haiku-4-5"),
    ...["", "NULL", "o3", " gpt-4o", "größe", "a,b", 'q"q', "gpt-5, input", "Claude Opus 4.8"],
  ),
  word: mostly(oneOf("openai", "true"), "", "OpenAI", "batch", "TRUE", "€"),
  currency: mostly(oneOf("USD"), "", "EUR", "usd", "?", "€", " USD", "US"),
  map: mostly(
    fc
      .tuple(fc.nat({ max: 500 }), fc.nat({ max: 20 }))
      .map(
        ([cached, reasoning]) =>
          `{"status":"success","additional_usage_values":{"cache_read_input_tokens":${cached},"completion_tokens_details":{"reasoning_tokens":${reasoning}}}}`,
      ),
    ...MAPS,
  ),
};

/** How a table is written. */
interface Style {
  readonly delimiter: string;
  readonly newline: string;
  readonly isMarked: boolean;
  readonly endsWithLine: boolean;
}

const STYLE: fc.Arbitrary<Style> = fc.record({
  delimiter: oneOf(",", ",", ";", "\t"),
  newline: oneOf("\n", "\r\n"),
  isMarked: fc.boolean(),
  endsWithLine: fc.boolean(),
});

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A line of cells; the numbers say what is odd about it. */
function line(
  cells: readonly string[],
  always: readonly boolean[],
  odd: number,
  { delimiter }: Style,
): string {
  const written = cells.map((cell, i) =>
    always[i] || /[",;\t\r\n]/.test(cell) ? quoted(cell) : cell,
  );
  const [first = ""] = written;
  switch (odd) {
    case 0:
      return written.slice(1).join(delimiter);
    case 1:
      return [...written, ""].join(delimiter);
    case 2:
      return [...written, "more"].join(delimiter);
    case 3:
      return [`${quoted("a")}b`, ...written.slice(1)].join(delimiter);
    case 4:
      return [...written.slice(0, -1), `"never closed ${first}`].join(delimiter);
    case 5:
      return "";
    default:
      return written.join(delimiter);
  }
}

/** Exports with good, odd and bad cells and lines, as a text. */
export function tables({ columns }: PlainCase): fc.Arbitrary<string> {
  const names = Object.keys(columns);
  const cells = fc.tuple(...Object.values(columns).map((kind) => CELLS[kind]));
  const always = fc.tuple(...names.map(() => fc.boolean()));
  const record = fc.tuple(cells, always, fc.nat({ max: 60 }));
  return fc
    .tuple(STYLE, fc.array(record, { minLength: 1, maxLength: 25 }))
    .map(([style, records]) => {
      const lines = records.map(([each, quotes, odd]) => line(each, quotes, odd, style));
      const header = names.join(style.delimiter);
      const text = [header, ...lines].join(style.newline);
      return (style.isMarked ? "\uFEFF" : "") + text + (style.endsWithLine ? style.newline : "");
    });
}
