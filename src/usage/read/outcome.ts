import type { Fault, Place, Problem } from "../problem";

/** A record that is not counted, and why. */
export interface LeftOut {
  readonly because: string;
  readonly rowId: string | null;
  readonly rowVersion: number | null;
  /** What it would have counted for, so that totals still tie; null where it states nothing. */
  readonly nano: bigint | null;
  readonly currency: string | null;
}

/** A record that cannot be read, and every reason. */
export interface Rejected {
  readonly problems: readonly Problem[];
  /** What it would have counted for, as far as that could be read. */
  readonly nano?: bigint | null;
  readonly currency?: string | null;
}

/** What became of a record: a row, left out for a reason, or rejected with its problems. */
export type Outcome<T> = { readonly row: T } | LeftOut | Rejected;

export function rejected(place: Place, faults: readonly Fault[]): Rejected {
  return { problems: faults.map((fault) => ({ ...place, ...fault })) };
}
