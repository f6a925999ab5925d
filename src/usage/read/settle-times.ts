import type { Question } from "../answers";
import type { Format } from "../format";
import { parseTime, slashOrderOf, type SlashOrder } from "../values/time";
import { zoneToUtc } from "../values/time-zone";
import type { Sample, Settled } from "./sample";
import type { Clock } from "./times";
import { textReader } from "./texts";

/** The times in the records, as they are written. */
function* timesOf<R>({ columns, records }: Sample<R>, format: Format): Generator<string> {
  const fields = [
    format.start,
    ...(format.end === undefined || format.end === "next day" ? [] : [format.end]),
    ...(format.holds !== "usage" && format.invoicedOn ? [format.invoicedOn] : []),
  ].map((text) => textReader(columns, text));
  for (const record of records) {
    for (const read of fields) {
      const time = read(record);
      if (time !== null) yield time;
    }
  }
}

/** Settles the order of dates with slashes. */
export function settleSlashes<R>(
  sample: Sample<R>,
  format: Format,
  answer?: SlashOrder,
): Settled<SlashOrder> {
  if (format.slashOrder !== undefined) return { value: format.slashOrder };
  const proofs = new Set<SlashOrder | "either" | undefined>();
  for (const time of timesOf(sample, format)) proofs.add(slashOrderOf(time));
  const proven = (["day first", "month first"] as const).filter((order) => proofs.has(order));
  if (proven.length === 1 && proven[0]) return { value: proven[0] };
  if (answer) return { value: answer };
  if (!proofs.has("either") && proven.length === 0) return { value: "month first" };
  const question: Question = {
    about: "slashOrder",
    text: "How are the dates written?",
    why: "Dates such as 4/5/2026 could be meant either way.",
    options: [
      { value: "month first", label: "Month first: 4/5/2026 is the fifth of April" },
      { value: "day first", label: "Day first: 4/5/2026 is the fourth of May" },
    ],
    isOpen: false,
    isNeeded: true,
  };
  return { value: "month first", question };
}

function statesZones<R>(sample: Sample<R>, format: Format): boolean {
  for (const time of timesOf(sample, format)) if (parseTime(time)?.zoned === false) return false;
  return true;
}

/** Settles the zone of times that state none. */
export function settleZone<R>(
  sample: Sample<R>,
  format: Format,
  answer?: string,
): Settled<Clock["toUtc"]> {
  const utc = (local: number) => local;
  if (format.zone === "UTC" || statesZones(sample, format)) return { value: utc };
  const chosen = answer === undefined ? undefined : zoneToUtc(answer);
  if (chosen) return { value: chosen };
  if (format.zone === "assumed UTC" && answer === undefined) {
    return { value: utc, note: `${format.name} states no time zone; UTC is assumed.` };
  }
  const question: Question = {
    about: "zone",
    text: "In which time zone are the times?",
    why:
      answer === undefined
        ? "The times in this file name no zone, and the zone decides to which day and month they belong."
        : `"${answer}" is not the name of a time zone.`,
    options: [{ value: "UTC", label: "UTC" }],
    isOpen: true,
    isNeeded: true,
  };
  return { value: utc, question };
}
