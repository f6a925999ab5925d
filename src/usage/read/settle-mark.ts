import type { Question } from "../answers";
import type { Term } from "../column";
import type { Format } from "../format";
import type { DecimalMark } from "../values/decimal";
import { decimalMarkOf } from "../values/decimal-mark";
import type { Sample, Settled } from "./sample";
import { termReader } from "./texts";

interface NumberTerms {
  readonly counts: readonly Term[];
  readonly amounts: readonly Term[];
}

function numberTerms(format: Format): NumberTerms {
  if (format.holds !== "usage") {
    return { counts: [], amounts: [...format.amount.add, ...(format.amount.subtract ?? [])] };
  }
  const { tokens } = format;
  const counts =
    tokens && "input" in tokens
      ? [
          tokens.input,
          tokens.uncached,
          tokens.cacheRead,
          tokens.cacheWrite5m,
          tokens.cacheWrite1h,
          tokens.output,
          tokens.reasoning,
        ]
      : [];
  const amounts = [format.cost, format.listCost, format.invoiced];
  return {
    counts: [...counts, format.requests, format.toolCalls].flatMap((terms) => terms ?? []),
    amounts: [
      ...amounts.flatMap((money) => money?.add ?? []),
      ...(tokens && "quantity" in tokens ? [tokens.quantity] : []),
    ],
  };
}

/** Settles the decimal mark, by the numbers of the export. */
export function settleMark<R>(
  sample: Sample<R>,
  format: Format,
  answer?: DecimalMark,
): Settled<DecimalMark> {
  if (sample.delimiter === undefined) return { value: "." };
  const textsOf = function* (terms: readonly Term[]): Generator<string> {
    const readers = terms.map((term) => termReader(sample.columns, term));
    for (const record of sample.records) {
      for (const read of readers) {
        const found = read(record);
        if (typeof found === "string") yield found;
        else if (found) yield* found;
      }
    }
  };
  const { counts, amounts } = numberTerms(format);
  const evidence = decimalMarkOf(
    { counts: textsOf(counts), amounts: textsOf(amounts) },
    sample.delimiter,
  );
  // What the numbers prove holds whatever was said, perhaps of another file with these columns.
  if (evidence === "." || evidence === ",") return { value: evidence };
  if (answer) return { value: answer };
  const question: Question = {
    about: "decimalMark",
    text: "Which sign stands between whole and fraction in the numbers?",
    why:
      evidence === "mixed"
        ? "Some numbers in this file have a decimal point, others a decimal comma."
        : "The numbers in this file, such as 1,234, could be meant either way.",
    options: [
      { value: ".", label: "A point: 1,234.56" },
      { value: ",", label: "A comma: 1.234,56" },
    ],
    isOpen: false,
    isNeeded: true,
  };
  return { value: ".", question };
}
