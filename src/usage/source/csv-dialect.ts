import { parseCsv } from "./csv-records";

/** How a CSV text is written, and its header. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Where the records begin: the offset in the text and the number of the line. */
  readonly offset: number;
  readonly line: number;
}

/** What may stand between columns. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
const BOM = "\uFEFF";

function quoteless(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, "");
}

/**
 * The dialect of a CSV text, from its beginning: a byte-order mark and Excel's "sep=;" line are
 * passed over, the delimiter is the one that it declares, if the header has it, or else the one
 * that stands most often in the header, and names in the header are trimmed. Undefined where there is no header.
 *
 * @param head the text, or as much of it as holds the header and one record
 */
export function csvDialect(head: string): CsvDialect | undefined {
  let offset = head.startsWith(BOM) ? BOM.length : 0;
  let line = 1;
  const declared = /^sep=(.)\r?\n/i.exec(head.slice(offset, offset + 16));
  if (declared) {
    offset += declared[0].length;
    line++;
  }
  const firstLine = quoteless(head.slice(offset).split("\n", 1)[0] ?? "");
  const counted = DELIMITERS.map((sign) => ({ sign, count: firstLine.split(sign).length }));
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best));
  const sign = declared?.[1];
  const delimiter = sign !== undefined && firstLine.includes(sign) ? sign : most.sign;
  for (const record of parseCsv(head, { delimiter, offset, line })) {
    return {
      delimiter,
      header: record.cells.map((name) => name.trim()),
      offset: record.end,
      line: record.nextLine,
    };
  }
  return undefined;
}
