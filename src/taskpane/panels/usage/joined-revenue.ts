import type { RevenueRow } from "../../../usage";
import { countsOf, type ImportRecord } from "../../../usage/sheets/import-record";
import type { ImportFile, ReadRevenue } from "./import-file";

/** The revenue of all files together. */
export interface JoinedRevenue {
  readonly rows: readonly RevenueRow[];
  readonly records: readonly ImportRecord[];
  /** Names of files with the same bytes as one before: they do not count. */
  readonly same: readonly string[];
}

interface Named {
  readonly name: string;
  readonly zone: string;
  readonly revenue: ReadRevenue;
}

/** A file without the lines that files before it hold, too, by their ids. */
function withoutKnown({ revenue }: Named, known: ReadonlySet<string>): ReadRevenue {
  const isKnown = ({ source, rowId }: RevenueRow) =>
    rowId !== null && known.has(`${source}\n${rowId}`);
  const repeated = revenue.rows.filter(isKnown);
  if (repeated.length === 0) return revenue;
  const amounts: Record<string, bigint> = { ...revenue.duplicates.amounts };
  for (const { currency, amountNano } of repeated) {
    amounts[currency] = (amounts[currency] ?? 0n) + amountNano;
  }
  const rows = revenue.duplicates.rows + repeated.length;
  return {
    ...revenue,
    rows: revenue.rows.filter((row) => !isKnown(row)),
    duplicates: { ...revenue.duplicates, rows, amounts },
  };
}

function recordOf({ name, zone }: Named, revenue: ReadRevenue): ImportRecord {
  const { rows } = revenue;
  const bounds = rows.reduce<readonly [number, number] | null>(
    (span, { start, end }) =>
      span === null ? [start, end] : [Math.min(span[0], start), Math.max(span[1], end)],
    null,
  );
  return {
    fileName: name,
    sha256: revenue.sha256,
    holds: "revenue",
    format: revenue.format.name,
    ...countsOf(revenue, ({ amountNano, currency }) => ({ nano: amountNano, currency })),
    first: bounds && bounds[0],
    last: bounds && bounds[1],
    zone,
    importedAt: revenue.readAt,
    catalogDate: null,
  };
}

/** Joins files of revenue: no file and no line counts twice. */
export function joinedRevenue(files: readonly ImportFile[]): JoinedRevenue {
  const named = files.flatMap(({ file, choice }): Named[] =>
    choice?.reading.kind === "revenue"
      ? [
          {
            name: file.name,
            zone: choice.answers.zone ?? "UTC",
            revenue: choice.reading.revenue,
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
    if (hashes.has(each.revenue.sha256)) {
      same.push(each.name);
      continue;
    }
    hashes.add(each.revenue.sha256);
    const own = withoutKnown(each, known);
    for (const row of own.rows) {
      rows.push(row);
      if (row.rowId !== null) known.add(`${row.source}\n${row.rowId}`);
    }
    records.push(recordOf(each, own));
  }
  return { rows, records, same };
}
