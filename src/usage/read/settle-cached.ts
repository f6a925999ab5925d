import type { Answers, Question } from "../answers";
import type { CachedConvention, Format } from "../format";
import type { Fault } from "../problem";
import type { DecimalMark } from "../values/decimal";
import { rawTokenReader } from "./raw-tokens";
import type { Sample, Settled } from "./sample";
import { type CachedEvidence, cachedConvention, cachedEvidence } from "./token-classes";

/** Settles whether input includes cached tokens. */
export function settleCached<R>(
  sample: Sample<R>,
  format: Format,
  mark: DecimalMark,
  answer: Answers["cached"],
): Settled<CachedConvention> {
  const tokens = format.holds === "usage" ? format.tokens : undefined;
  const read = rawTokenReader(sample.columns, tokens, mark);
  const raws = sample.records.flatMap((record) => {
    const faults: Fault[] = [];
    const raw = read(record, faults);
    // What cannot be read proves nothing.
    return raw === null || faults.length > 0 ? [] : [raw];
  });
  if (tokens === undefined || !("input" in tokens)) {
    const kinds = [...new Set(raws.flatMap(({ uncounted }) => uncounted ?? []))].join(", ");
    const note = `Kinds of usage that are no tokens are not counted: ${kinds}.`;
    return kinds === "" ? { value: "apart" } : { value: "apart", note };
  }
  const evidence = cachedEvidence(raws);
  const value = cachedConvention(tokens.cached, evidence);
  if (value !== "ask") {
    const isProven = tokens.cached === "ask" && evidence.open > 0;
    const note = `${evidence.above} rows have more cached tokens than input, so cached tokens stand beside the input.`;
    return isProven ? { value, note } : { value };
  }
  if (answer) return { value: answer };
  return { value: "included", question: questionAbout(format, tokens.cached, evidence) };
}

function questionAbout(
  { name }: Format,
  stated: CachedConvention | "ask",
  { open, above, contradictory }: CachedEvidence,
): Question {
  const shared = { about: "cached", isOpen: false, isNeeded: true } as const;
  if (contradictory > 0) {
    return {
      ...shared,
      text: "Which is right, the input or its parts?",
      why: `In ${contradictory} rows the input is not the sum of its uncached, cached and written tokens.`,
      options: [
        { value: "included", label: "The input: what is not cached is the rest of it" },
        { value: "apart", label: "The parts: the input is their sum" },
      ],
    };
  }
  return {
    ...shared,
    text: "Does the input include cached tokens?",
    why:
      stated === "ask"
        ? `${open} rows have cached tokens, and neither the export nor its numbers say whether the input includes them. It can double the cost.`
        : `${name} states the input with cached tokens, but ${above} of ${open} rows have more cached tokens than input.`,
    options: [
      { value: "included", label: "Yes: cached tokens are part of the input" },
      { value: "apart", label: "No: cached tokens are counted beside the input" },
    ],
  };
}
