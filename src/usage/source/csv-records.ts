/** One record of a CSV text. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The line on which it begins; the first of the text is 1. */
  readonly line: number;
  /** Where it ends in the text, and on which line the next one begins. */
  readonly end: number;
  readonly nextLine: number;
  /** Whether it has a quote that is never closed; it is then cut at the end of its line. */
  readonly unclosed?: true;
}

interface Position {
  readonly delimiter: string;
  readonly offset: number;
  readonly line: number;
}

/** Lines in a quoted cell, beyond the one on which it begins. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) {
    count++;
  }
  return count;
}

/** The end of the line, without a carriage return before it. */
function lineEnd(text: string, newline: number, from: number): number {
  return newline > from && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** The offset of the quote that closes the cell opened at `from`, or -1. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** A record cut at the end of its line, because a quote in it is never closed. */
function brokenRecord(text: string, start: number, line: number): CsvRecord {
  const found = text.indexOf("\n", start);
  const newline = found < 0 ? text.length : found;
  const cells = [text.slice(start, lineEnd(text, newline, start))];
  return { cells, line, end: newline + 1, nextLine: line + 1, unclosed: true };
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Codes are compared, not characters: every one of a file of gigabytes passes here. */
function recordAt(text: string, start: number, line: number, delimiter: number): CsvRecord {
  const cells: string[] = [];
  let nextLine = line + 1;
  for (let at = start; ;) {
    let cell = "";
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      if (close < 0) return brokenRecord(text, start, line);
      const inside = text.slice(at + 1, close);
      cell = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
      nextLine += lineBreaks(text, at, close);
      at = close + 1;
    }
    let end = at;
    let code = text.charCodeAt(end);
    // Behind the last character the code is NaN.
    while (code !== delimiter && code !== LINE_FEED && end < text.length) {
      code = text.charCodeAt(++end);
    }
    if (code === delimiter) {
      const rest = text.slice(at, end);
      cells.push(cell === "" ? rest : cell + rest);
      at = end + 1;
      continue;
    }
    cells.push(cell + text.slice(at, lineEnd(text, end, at)));
    return { cells, line, end: end + 1, nextLine };
  }
}

/**
 * The records of a CSV text, by RFC 4180: quotes around cells, doubled inside them, and line
 * breaks within; LF and CRLF. Empty lines are passed over. A quote that is never closed spoils
 * its own line alone.
 */
export function* parseCsv(text: string, position: Position): Generator<CsvRecord> {
  let { offset, line } = position;
  const delimiter = position.delimiter.charCodeAt(0);
  while (offset < text.length) {
    const record = recordAt(text, offset, line, delimiter);
    offset = record.end;
    line = record.nextLine;
    if (record.cells.length > 1 || record.cells[0] !== "") yield record;
  }
}
