import type { LoadedFile } from "../engines/usage-engine";
import type { Collected } from "../read/collect";

/** Amounts of a file in one of its currencies, billionths. */
export interface ImportedAmounts {
  readonly currency: string;
  /** Null where it is not known, as rows were rejected whose amounts cannot be read. */
  readonly readNano: bigint | null;
  readonly loadedNano: bigint;
  readonly rejectedNano: bigint | null;
  readonly duplicatesNano: bigint;
  readonly excludedNano: bigint;
}

/** How a server summed usage up; its user and password are in no log. */
export interface ServerRun {
  /** What names the customer, as the user reads it; null where nothing does. */
  readonly customer: string | null;
  /** The period that was asked for, in words. */
  readonly period: string;
  readonly rowsRead: number;
  readonly bytesReceived: number;
  readonly isApproximate: boolean;
}

/** What was imported from a file, or summed up by a server, for the log. */
export interface ImportRecord {
  /** Of a server, its address and the table. */
  readonly fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal; null where there is no file. */
  readonly sha256: string | null;
  readonly server?: ServerRun;
  readonly holds: "usage" | "revenue" | "costs";
  /** As people call the format. */
  readonly format: string;
  readonly rows: {
    readonly read: number;
    readonly loaded: number;
    readonly rejected: number;
    readonly duplicates: number;
    /** Left out for a reason, such as totals of other rows. */
    readonly excluded: number;
  };
  readonly amounts: readonly ImportedAmounts[];
  /** First and last instant of what was loaded, milliseconds since 1970; null where nothing was. */
  readonly first: number | null;
  readonly last: number | null;
  /** Time zone in which the export was cut off, such as "UTC". */
  readonly zone: string;
  /** When it was imported, milliseconds since 1970. */
  readonly importedAt: number;
  /** Date of the catalog from which costs were derived, such as "2026-11-23"; null where none was. */
  readonly catalogDate: string | null;
}

interface Amount {
  readonly nano: bigint | null;
  readonly currency: string | null;
}

/**
 * Amounts of a file in an engine, by currency. What was read was summed up while it was read, and
 * not from what became of it, so that a row that is lost on the way shows; amounts that cannot be
 * read are in none of the sums.
 */
export function amountsOfFile(
  file: Pick<LoadedFile, "amountsRead" | "rows" | "rejected" | "duplicates" | "leftOut">,
): ImportedAmounts[] {
  const { amountsRead, rows, rejected, duplicates, leftOut } = file;
  const parts = [rows, rejected, duplicates, ...leftOut];
  const currencies = new Set(
    [amountsRead, ...parts.map(({ amounts }) => amounts)].flatMap((amounts) =>
      Object.keys(amounts),
    ),
  );
  return [...currencies].map((currency) => ({
    currency,
    readNano: amountsRead[currency] ?? 0n,
    loadedNano: rows.amounts[currency] ?? 0n,
    rejectedNano: rejected.amounts[currency] ?? 0n,
    duplicatesNano: duplicates.amounts[currency] ?? 0n,
    excludedNano: leftOut.reduce((sum, { amounts }) => sum + (amounts[currency] ?? 0n), 0n),
  }));
}

/** Counts and amounts of an export that was read in memory. */
export function countsOf<T>(
  { recordsRead, rows, rejected, leftOut, duplicates }: Collected<T>,
  amountOf: (row: T) => Amount,
): Pick<ImportRecord, "rows" | "amounts"> {
  const loaded = new Map<string, bigint>();
  for (const row of rows) {
    const { nano, currency } = amountOf(row);
    if (nano !== null && currency !== null) {
      loaded.set(currency, (loaded.get(currency) ?? 0n) + nano);
    }
  }
  const currencies = new Set([
    ...loaded.keys(),
    ...[duplicates, ...leftOut].flatMap(({ amounts }) => Object.keys(amounts)),
  ]);
  return {
    rows: {
      read: recordsRead,
      loaded: rows.length,
      rejected,
      duplicates: duplicates.rows,
      excluded: leftOut.reduce((sum, tally) => sum + tally.rows, 0),
    },
    amounts: [...currencies].map((currency): ImportedAmounts => {
      const loadedNano = loaded.get(currency) ?? 0n;
      const duplicatesNano = duplicates.amounts[currency] ?? 0n;
      const excludedNano = leftOut.reduce(
        (sum, tally) => sum + (tally.amounts[currency] ?? 0n),
        0n,
      );
      return {
        currency,
        readNano: rejected > 0 ? null : loadedNano + duplicatesNano + excludedNano,
        loadedNano,
        rejectedNano: rejected > 0 ? null : 0n,
        duplicatesNano,
        excludedNano,
      };
    }),
  };
}
