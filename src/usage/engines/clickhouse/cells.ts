import type { SqlValue } from "../sql-database";

/** Up to so many characters a number in decimals survives its way through a double. */
const SAFE_LENGTH = 15;

/** Behind the quote that ends the text of a JSON string. */
function endOfText(line: string, start: number): number {
  for (let from = start + 1; ;) {
    const quote = line.indexOf('"', from);
    if (quote < 0) return line.length;
    let slashes = 0;
    while (line[quote - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

function quoteLong(json: string): string {
  return json.replace(/-?\d[\d.eE+-]*/g, (number) =>
    number.length > SAFE_LENGTH ? `"${number}"` : number,
  );
}

/**
 * A line of JSON whose numbers of more characters are text, so that no digit is lost; `JSON.parse`
 * alone would round them.
 */
export function keepDigits(line: string): string {
  if (!/\d{8}/.test(line)) return line;
  const parts: string[] = [];
  for (let at = 0; at < line.length;) {
    const quote = line.indexOf('"', at);
    const start = quote < 0 ? line.length : quote;
    const end = quote < 0 ? line.length : endOfText(line, quote);
    parts.push(quoteLong(line.slice(at, start)), line.slice(start, end));
    at = end;
  }
  return parts.join("");
}

/** The type without what says how it is kept. */
export function plainType(type: string): string {
  const inner = /^(?:Nullable\(|LowCardinality\(|SimpleAggregateFunction\(\w+, )(.*)\)$/.exec(type);
  return inner ? plainType(inner[1] ?? "") : type;
}

function whole(text: string): SqlValue {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

function decimal(text: string): SqlValue {
  return text.length <= SAFE_LENGTH ? Number(text) : text;
}

/** Numbers come as text where they are long or the server is set so: the type tells them from text. */
function reader(type: string): (text: string) => SqlValue {
  const plain = plainType(type);
  if (/^U?Int\d+$/.test(plain)) return whole;
  if (plain.startsWith("Decimal")) return decimal;
  // "nan" and "inf", which JSON has no numbers for, are no value either way.
  if (/^B?Float\d+$/.test(plain)) {
    return (text) => (Number.isFinite(Number(text)) ? Number(text) : null);
  }
  return (text) => text;
}

/**
 * What makes the values of a row out of its JSON, by the types of its columns: whole numbers beyond
 * a double's and long decimals are text, and so are lists and maps, as JSON.
 */
export function rowReader(types: readonly string[]): (cells: readonly unknown[]) => SqlValue[] {
  const readers = types.map(reader);
  return (cells) =>
    readers.map((read, column) => {
      const cell = cells[column];
      if (cell === null || typeof cell === "number" || typeof cell === "boolean") return cell;
      return typeof cell === "string" ? read(cell) : JSON.stringify(cell);
    });
}
