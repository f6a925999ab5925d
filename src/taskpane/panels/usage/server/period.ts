import type { WarehouseSelection } from "../../../../usage/engines/clickhouse/warehouse";

export type Bounds = Pick<WarehouseSelection, "from" | "until">;

/** The months that are summed up; those of one's own choice as "2026-09", both of them in it. */
export interface Period {
  readonly kind: "all" | "last" | "own";
  readonly first: string;
  readonly last: string;
}

export const START_PERIOD: Period = { kind: "last", first: "", last: "" };

/** How many whole months "last" is. */
export const LAST_MONTHS = 3;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The first instant of a month that is so many after another. */
function monthStart(month: string, after: number): number | undefined {
  const [, year, number] = MONTH.exec(month) ?? [];
  return year === undefined ? undefined : Date.UTC(Number(year), Number(number) - 1 + after, 1);
}

/** When a period begins and ends, in UTC; or what is wrong with it. */
export function boundsOf({ kind, first, last }: Period, now: Date): Bounds | { problem: string } {
  if (kind === "all") return { from: null, until: null };
  if (kind === "last") {
    const start = (before: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - before, 1);
    return { from: start(LAST_MONTHS), until: start(0) };
  }
  const from = first === "" ? null : monthStart(first, 0);
  const until = last === "" ? null : monthStart(last, 1);
  if (from === undefined || until === undefined) {
    return { problem: "A month must be written such as 2026-09" };
  }
  if (from !== null && until !== null && from >= until) {
    return { problem: "The first month must not be after the last" };
  }
  return { from, until };
}

/** A period in words, such as "2026-08 to 2026-10". */
export function periodInWords({ from, until }: Bounds): string {
  const month = (instant: number) => new Date(instant).toISOString().slice(0, 7);
  const [first, last] = [from, until === null ? null : until - 1].map((instant) =>
    instant === null ? null : month(instant),
  );
  if (first && last) return first === last ? first : `${first} to ${last}`;
  if (first) return `from ${first}`;
  return last ? `until ${last}` : "all time";
}
