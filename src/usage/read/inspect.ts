import type { Answers, Question } from "../answers";
import type { Format } from "../format";
import { encodingNote } from "./encoding-note";
import type { Sample } from "./sample";
import { settleCached } from "./settle-cached";
import { settleCustomer } from "./settle-customer";
import { settleMark } from "./settle-mark";
import { settleSlashes, settleZone } from "./settle-times";
import { settleSkips } from "./settle-skips";
import type { Settings } from "./settings";

/** What is said of an export without a record. */
export const NO_RECORDS = "It has a header and no records.";

export interface Inspection {
  readonly settings: Settings;
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

/**
 * Settles how an export is read, by what its format states, what its records prove and what the
 * user answers. What none of them settles is a question; nothing is guessed.
 */
export function inspect<R>(sample: Sample<R>, format: Format, answers: Answers): Inspection {
  const encoding = encodingNote(sample);
  const mark = settleMark(sample, format, answers.decimalMark);
  const slashes = settleSlashes(sample, format, answers.slashOrder);
  const zone = settleZone(sample, format, answers.zone);
  const cached = settleCached(sample, format, mark.value, answers.cached);
  const customer = settleCustomer(sample, format, answers.customer);
  const skips = settleSkips(sample, format, answers.services);
  const settled = [mark, slashes, zone, cached, customer, skips];
  return {
    settings: {
      mark: mark.value,
      clock: { toUtc: zone.value, slashOrder: slashes.value },
      cached: cached.value,
      customer: customer.value,
      skips: skips.value,
    },
    questions: settled.flatMap(({ question }) => question ?? []),
    notes: [
      ...(sample.records.length + (sample.broken ?? 0) === 0 ? [NO_RECORDS] : []),
      ...(encoding === undefined ? [] : [encoding]),
      ...(format.notes ?? []),
      ...settled.flatMap(({ note }) => note ?? []),
    ],
  };
}
