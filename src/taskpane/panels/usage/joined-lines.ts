import type { RevenueFormat, RevenueRow } from "../../../usage";
import { countsOf, type ImportRecord } from "../../../usage/sheets/import-record";
import type { ImportFile, ReadLines } from "./import-file";

/** The lines of all files that hold the same, together. */
export interface JoinedLines {
  readonly rows: readonly RevenueRow[];
  readonly records: readonly ImportRecord[];
  /** Names of files with the same bytes as one before: they do not count. */
  readonly same: readonly string[];
}

interface Named {
  readonly name: string;
  readonly zone: string;
  readonly lines: ReadLines;
}

/** A file without the lines that files before it hold, too, by their ids. */
function withoutKnown({ lines }: Named, known: ReadonlySet<string>): ReadLines {
  const isKnown = ({ source, rowId }: RevenueRow) =>
    rowId !== null && known.has(`${source}\n${rowId}`);
  const repeated = lines.rows.filter(isKnown);
  if (repeated.length === 0) return lines;
  const amounts: Record<string, bigint> = { ...lines.duplicates.amounts };
  for (const { currency, amountNano } of repeated) {
    amounts[currency] = (amounts[currency] ?? 0n) + amountNano;
  }
  const rows = lines.duplicates.rows + repeated.length;
  return {
    ...lines,
    rows: lines.rows.filter((row) => !isKnown(row)),
    duplicates: { ...lines.duplicates, rows, amounts },
  };
}

function recordOf({ name, zone }: Named, lines: ReadLines): ImportRecord {
  const { rows, format } = lines;
  const bounds = rows.reduce<readonly [number, number] | null>(
    (span, { start, end }) =>
      span === null ? [start, end] : [Math.min(span[0], start), Math.max(span[1], end)],
    null,
  );
  return {
    fileName: name,
    sha256: lines.sha256,
    holds: format.holds,
    format: format.name,
    ...countsOf(lines, ({ amountNano, currency }) => ({ nano: amountNano, currency })),
    first: bounds && bounds[0],
    last: bounds && bounds[1],
    zone,
    importedAt: lines.readAt,
    catalogDate: null,
  };
}

/** Joins files of revenue, or of other costs: no file and no line counts twice. */
export function joinedLines(
  files: readonly ImportFile[],
  holds: RevenueFormat["holds"],
): JoinedLines {
  const named = files.flatMap(({ file, choice }): Named[] =>
    choice?.reading.kind === "lines" && choice.format.holds === holds
      ? [
          {
            name: file.name,
            zone: choice.answers.zone ?? "UTC",
            lines: choice.reading.lines,
          },
        ]
      : [],
  );
  const hashes = new Set<string>();
  const known = new Set<string>();
  const rows: RevenueRow[] = [];
  const records: ImportRecord[] = [];
  const same: string[] = [];
  for (const each of named) {
    if (hashes.has(each.lines.sha256)) {
      same.push(each.name);
      continue;
    }
    hashes.add(each.lines.sha256);
    const own = withoutKnown(each, known);
    for (const row of own.rows) {
      rows.push(row);
      if (row.rowId !== null) known.add(`${row.source}\n${row.rowId}`);
    }
    records.push(recordOf(each, own));
  }
  return { rows, records, same };
}
