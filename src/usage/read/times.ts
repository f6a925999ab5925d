import type { Text } from "../column";
import type { Format } from "../format";
import type { Fault } from "../problem";
import type { Columns } from "../source/columns";
import { instantAfter, parseTime, type ReadTime, type SlashOrder } from "../values/time";
import { faultIn, textReader } from "./texts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How times without a zone, and dates with slashes, are read. */
export interface Clock {
  /** From the clock on the wall to UTC. */
  readonly toUtc: (local: number) => number;
  readonly slashOrder: SlashOrder;
}

const SECOND = 1000;

function utc(time: ReadTime, { toUtc }: Clock): number {
  return time.zoned ? time.at : toUtc(time.at);
}

function dayAfter(time: ReadTime, clock: Clock): number {
  const after = instantAfter(time);
  return time.zoned ? after : clock.toUtc(after);
}

/** Reads a time as milliseconds since 1970 in UTC; null where it is blank. */
export function timeReader<R>(columns: Columns<R>, text: Text | undefined, clock: Clock) {
  const read = textReader(columns, text);
  const parsed = (record: R, faults: Fault[]): ReadTime | null => {
    const found = read(record);
    if (found === null || text === undefined) return null;
    const time = parseTime(found, clock.slashOrder);
    if (time === null) {
      faults.push(faultIn(columns, text, record, "a date or time such as 2026-01-31"));
    }
    return time;
  };
  return {
    parsed,
    instant: (record: R, faults: Fault[]): number | null => {
      const time = parsed(record, faults);
      return time && utc(time, clock);
    },
  };
}

/** The time from a start to an end that may be missing; it may end before it starts. */
export function spanOf(
  { end: stated, endIsLast }: Pick<Format, "end" | "endIsLast">,
  clock: Clock,
): (start: ReadTime, end: ReadTime | null) => Span {
  const endOf = (start: ReadTime, end: ReadTime | null): number => {
    if (stated === "next day") return dayAfter(start, clock);
    if (end === null) return start.isDay ? dayAfter(start, clock) : utc(start, clock);
    if (!endIsLast) return utc(end, clock);
    // The last day, or the last second of it: what comes after is the first instant after.
    return end.isDay ? dayAfter(end, clock) : Math.floor(utc(end, clock) / SECOND + 1) * SECOND;
  };
  return (start, end) => ({ start: utc(start, clock), end: endOf(start, end) });
}

/** Reads the time that a record covers; null, with a fault, where it states none. */
export function spanReader<R>(
  columns: Columns<R>,
  format: Pick<Format, "start" | "end" | "endIsLast">,
  clock: Clock,
): (record: R, faults: Fault[]) => Span | null {
  const starts = timeReader(columns, format.start, clock);
  const endText = format.end === "next day" ? undefined : format.end;
  const ends = timeReader(columns, endText, clock);
  const spanFrom = spanOf(format, clock);
  return (record, faults) => {
    const before = faults.length;
    const start = starts.parsed(record, faults);
    const end = ends.parsed(record, faults);
    if (faults.length > before) return null;
    if (start === null) {
      faults.push(faultIn(columns, format.start, record, "a date or time"));
      return null;
    }
    const span = spanFrom(start, end);
    if (span.end >= span.start) return span;
    const expected = "an end that is not before the start";
    faults.push(faultIn(columns, endText ?? format.start, record, expected));
    return null;
  };
}
