import type { Problem } from "../problem";
import type { LeftOut, Outcome } from "./outcome";

/** Records that do not count, by reason: how many, and what they would have counted for. */
export interface Tally {
  readonly because: string;
  readonly rows: number;
  /** Billionths by currency. */
  readonly amounts: Readonly<Record<string, bigint>>;
}

/** What an export held: every record is a row, a problem, left out, or a duplicate. */
export interface Collected<T> {
  readonly recordsRead: number;
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
  /** Records that were rejected; one can have several problems. */
  readonly rejected: number;
  readonly leftOut: readonly Tally[];
  /** Records with the id of another; of two, the later version counts. */
  readonly duplicates: Tally;
}

interface Versioned {
  readonly rowId: string | null;
  readonly rowVersion?: number | null;
}

interface Amount {
  readonly nano: bigint | null;
  readonly currency: string | null;
}

const DUPLICATE = "another record has the same id";

function tallies() {
  const byReason = new Map<string, { rows: number; amounts: Record<string, bigint> }>();
  return {
    add(because: string, { nano, currency }: Amount): void {
      const tally = byReason.get(because) ?? { rows: 0, amounts: {} };
      tally.rows++;
      if (nano !== null && currency !== null) {
        tally.amounts[currency] = (tally.amounts[currency] ?? 0n) + nano;
      }
      byReason.set(because, tally);
    },
    all: (): Tally[] => [...byReason].map(([because, tally]) => ({ because, ...tally })),
  };
}

/**
 * Gathers what became of the records of an export. Of records with the same id the one with the
 * greatest version counts, or else the last, even where it is one that is left out: a record
 * that was deleted later is deleted.
 *
 * @param amountOf what a row counts for, for the tally of duplicates
 */
export function collect<T extends Versioned>(
  outcomes: Iterable<Outcome<T>>,
  amountOf: (row: T) => Amount,
): Collected<T> {
  const kept: ({ readonly row: T } | LeftOut | undefined)[] = [];
  const byId = new Map<string, number>();
  const duplicates = tallies();
  const problems: Problem[] = [];
  let recordsRead = 0;
  let rejected = 0;
  const versioned = (each: { readonly row: T } | LeftOut): Versioned =>
    "row" in each ? each.row : each;
  const amount = (each: { readonly row: T } | LeftOut) =>
    "row" in each ? amountOf(each.row) : each;
  for (const outcome of outcomes) {
    recordsRead++;
    if ("problems" in outcome) {
      rejected++;
      for (const problem of outcome.problems) problems.push(problem);
      continue;
    }
    const { rowId, rowVersion } = versioned(outcome);
    const index = rowId === null ? undefined : byId.get(rowId);
    const earlier = index === undefined ? undefined : kept[index];
    if (index === undefined || earlier === undefined) {
      if (rowId !== null) byId.set(rowId, kept.length);
      kept.push(outcome);
      continue;
    }
    const isLater = (rowVersion ?? -Infinity) >= (versioned(earlier).rowVersion ?? -Infinity);
    duplicates.add(DUPLICATE, amount(isLater ? earlier : outcome));
    if (isLater) kept[index] = outcome;
  }
  const leftOut = tallies();
  const rows: T[] = [];
  for (const each of kept) {
    if (each === undefined) continue;
    if ("row" in each) rows.push(each.row);
    else leftOut.add(each.because, each);
  }
  return {
    recordsRead,
    rows,
    problems,
    rejected,
    leftOut: leftOut.all(),
    duplicates: duplicates.all()[0] ?? { because: DUPLICATE, rows: 0, amounts: {} },
  };
}
