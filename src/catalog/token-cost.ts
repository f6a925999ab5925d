import { tokenCostAt } from "../calc";
import { findModel } from "./find-model";
import type { Offer } from "./look-up-model";
import { noPrice } from "./no-price";
import type { PriceKind } from "./price-kind";
import type { Price } from "./price-rows";
import { priceFor, pricesAt } from "./prices-at";

/** A price that so many tokens need; 0 where there are no tokens and no price. */
function neededPrice(
  offer: Offer,
  kind: PriceKind,
  price: Price | null | undefined,
  tokens: number,
  promptTokens: number,
): number {
  const known = priceFor(price, promptTokens);
  if (known === undefined && tokens > 0) throw noPrice(offer, kind);
  return known ?? 0;
}

/**
 * Cost of one request at a model's list price. A prompt above a long-context threshold is billed
 * at the long-context prices in whole. Cached parts without a price of their own are billed as
 * other input. Prices per request, of audio and of images are left out.
 *
 * @param model id or alias of a model, or provider:model
 * @param inputTokens the whole prompt, cached parts included, 0 or more
 * @param outputTokens billed output, reasoning included, 0 or more
 * @param cacheReadTokens the part of the prompt read from a cache; 0 if undefined
 * @param cacheWriteTokens the part of the prompt written to a cache; 0 if undefined
 * @param asOf Excel serial number (UTC) at which the prices are valid
 * @returns $
 * @throws CalcError `#N/A` for an unknown model or one without a price that is needed, `#VALUE!`
 *   where the cached parts exceed the prompt, `#NUM!` outside these ranges
 * Source: the price data and rules of Pydantic's genai-prices.
 * @example tokenCost("claude-sonnet-4-5", 12000, 800, undefined, undefined, 46000) // => 0.048
 */
export function tokenCost(
  model: string,
  inputTokens: number,
  outputTokens: number,
  cacheReadTokens: number | undefined,
  cacheWriteTokens: number | undefined,
  asOf: number,
): number {
  const offer = findModel(model);
  const prices = pricesAt(offer.model, asOf);
  return tokenCostAt(
    inputTokens,
    outputTokens,
    neededPrice(offer, "input", prices[0], inputTokens, inputTokens),
    neededPrice(offer, "output", prices[1], outputTokens, inputTokens),
    cacheReadTokens,
    priceFor(prices[2], inputTokens),
    cacheWriteTokens,
    priceFor(prices[3], inputTokens),
  );
}
