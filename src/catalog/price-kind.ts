import { CalcError } from "../calc";

/** The kinds of price, in the order of the rows of the table. */
export const PRICE_KINDS = ["input", "output", "cacheRead", "cacheWrite"] as const;

export type PriceKind = (typeof PRICE_KINDS)[number];

/** What the tokens of a kind are called in messages. */
export const KIND_IN_WORDS: Readonly<Record<PriceKind, string>> = {
  input: "input tokens",
  output: "output tokens",
  cacheRead: "cached reads",
  cacheWrite: "cached writes",
};

/**
 * The kind of price that a text names, whatever its case.
 *
 * @throws CalcError `#VALUE!` where it names none
 */
export function priceKind(text: string): PriceKind {
  const kind = PRICE_KINDS.find((each) => each.toLowerCase() === text.toLowerCase());
  if (kind) return kind;
  const kinds = PRICE_KINDS.map((each) => `"${each}"`).join(", ");
  throw new CalcError("#VALUE!", `kind must be one of ${kinds}, got "${text}"`);
}
