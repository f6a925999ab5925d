import { findModel } from "./find-model";
import { noPrice } from "./no-price";
import { PRICE_KINDS, priceKind } from "./price-kind";
import { priceFor, pricesAt } from "./prices-at";

/**
 * List price of a model's tokens, for prompts below any long-context threshold.
 *
 * @param model id or alias of a model, or provider:model
 * @param kind "input", "output", "cacheRead" or "cacheWrite", whatever its case
 * @param asOf Excel serial number (UTC) at which the price is valid
 * @returns $ per million tokens
 * @throws CalcError `#N/A` for an unknown model or one without this price, `#VALUE!` for an
 *   unknown kind, `#NUM!` where asOf is no date
 * Source: the price data of Pydantic's genai-prices.
 * @example modelPrice("claude-sonnet-4-5", "output", 46000) // => 15
 */
export function modelPrice(model: string, kind: string, asOf: number): number {
  const known = priceKind(kind);
  const offer = findModel(model);
  const row = pricesAt(offer.model, asOf);
  const price = priceFor(row[PRICE_KINDS.indexOf(known)], 0);
  if (price === undefined) throw noPrice(offer, known);
  return price;
}
