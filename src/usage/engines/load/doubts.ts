import type { Answers, Question } from "../../answers";
import type { UsageFormat } from "../../format";
import { settleCached } from "../../read/settle-cached";
import type { Settings } from "../../read/settings";
import { settleZone } from "../../read/settle-times";
import type { Table } from "../../source/table";
import type { Entry } from "../file/csv-slices";

/** Questions that later records may raise. */
export interface Doubts<R> {
  /** Whether cached tokens would raise one. */
  readonly cached: boolean;
  /** Whether a time without a zone would raise one. */
  readonly zone: boolean;
  /** The questions that records raise. */
  readonly questions: (records: readonly Entry<R>[]) => readonly Question[];
}

/**
 * Finds questions that the first records of a file did not raise and later ones do: input with
 * cached tokens where none were seen, times without a zone where all had one. What contradicts
 * the first records in other ways is rejected, record by record.
 *
 * @returns undefined where no question can come up
 */
export function doubts<R>(
  { columns, delimiter }: Table<R>,
  format: UsageFormat,
  { mark, cached }: Settings,
  answers: Answers,
): Doubts<R> | undefined {
  const { tokens } = format;
  // Without an answer it is "included" only where no record had cached tokens.
  const asksCached =
    tokens !== undefined &&
    "input" in tokens &&
    tokens.cached === "ask" &&
    answers.cached === undefined &&
    cached === "included";
  const asksZone = format.zone === "ask" && answers.zone === undefined;
  if (!asksCached && !asksZone) return undefined;
  return {
    cached: asksCached,
    zone: asksZone,
    questions(entries) {
      const records = entries.flatMap((each) => ("record" in each ? [each.record] : []));
      const sample = { columns, delimiter, records };
      return [
        ...(asksCached ? [settleCached(sample, format, mark, undefined).question] : []),
        ...(asksZone ? [settleZone(sample, format).question] : []),
      ].flatMap((question) => question ?? []);
    },
  };
}
