import { CalcError } from "../calc";
import { callName, type Offer } from "./look-up-model";
import { KIND_IN_WORDS, type PriceKind } from "./price-kind";
import { asOf } from "./price-table.generated";

/** That a model is known, but has no price of the kind that is needed. */
export function noPrice(offer: Offer, kind: PriceKind): CalcError {
  const [, , [input]] = offer.model;
  const isCached = kind === "cacheRead" || kind === "cacheWrite";
  const advice =
    isCached && input !== undefined
      ? "they are billed as other input tokens"
      : "TOKENCOSTAT takes a price of your own";
  return new CalcError(
    "#N/A",
    `${callName(offer)} has no price for ${KIND_IN_WORDS[kind]} in the list of ${asOf}; ${advice}`,
  );
}
