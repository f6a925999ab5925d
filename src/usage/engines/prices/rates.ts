import { CalcError } from "../../../calc";
import { callName, findModel, type Offer } from "../../../catalog";
import type { CostBasis } from "../../usage-row";
import type { Kind } from "../kinds";
import type { ModelPricing, UsedModel } from "../usage-engine";
import { FULL, type Share, shareOfListPrice } from "./discounts";
import { ALWAYS, ANY_PROMPT, nanoPerMillion, type PriceSpan, priceSpans } from "./price-spans";

/** How the rows of a kind are priced. */
export interface Rate {
  /** The number of the kind, and the kind. */
  readonly number: number;
  readonly kind: Kind;
  /** The list of prices; 0 has none. */
  readonly offer: number;
  /** Whether the catalog states the prices. */
  readonly isListed: boolean;
  readonly share: Share;
  readonly basis: CostBasis;
  /** Of the cost: a derived one is in dollars. */
  readonly currency: string;
  /** Why there is no derived cost; null where there may be one. */
  readonly reason: string | null;
  /** What the model is called in messages. */
  readonly name: string;
}

export interface Pricing {
  readonly rates: readonly Rate[];
  /** The spans of each list of prices, by its number. */
  readonly offers: readonly (readonly PriceSpan[])[];
  /** The currencies of costs, by number. */
  readonly currencies: readonly string[];
}

const NO_PRICES: PriceSpan = {
  ...ALWAYS,
  ...ANY_PROMPT,
  fromSecond: 0,
  untilSecond: 86_400,
  input: null,
  output: null,
  cacheRead: null,
  cacheWrite5m: null,
  cacheWrite1h: null,
};

/** The currency of the catalog. */
const DOLLARS = "USD";

type OwnPrices = Extract<ModelPricing, { prices: unknown }>["prices"];

function ownSpan(prices: OwnPrices): PriceSpan {
  const input = nanoPerMillion(prices.input);
  const cached = (price: number | undefined) =>
    price === undefined ? input : nanoPerMillion(price);
  return {
    ...NO_PRICES,
    input,
    output: nanoPerMillion(prices.output),
    cacheRead: cached(prices.cacheRead),
    cacheWrite5m: cached(prices.cacheWrite5m),
    cacheWrite1h: cached(prices.cacheWrite1h),
  };
}

/** The model that a source means: of the seller that it names, where it names one. */
function offerOf({ provider, model }: UsedModel, mapped: string | undefined): Offer | string {
  if (mapped === undefined && model === null) return "the source names no model";
  try {
    return findModel(mapped ?? (provider === null ? `${model}` : `${provider}:${model}`));
  } catch (error) {
    if (error instanceof CalcError) return error.message;
    throw error;
  }
}

/**
 * At which rate each kind of usage is priced: at the user's prices, those of the model to which
 * the user maps it, or those of the catalog. What is no usage, or is left out, has no rate.
 */
export function pricingOf(kinds: readonly Kind[], overrides: readonly ModelPricing[]): Pricing {
  const offers: (readonly PriceSpan[])[] = [[NO_PRICES]];
  const numbers = new Map<unknown, number>();
  const numberOf = (key: unknown, spans: () => readonly PriceSpan[]): number => {
    const number = numbers.get(key) ?? offers.push(spans()) - 1;
    numbers.set(key, number);
    return number;
  };
  const rateOf = (kind: Kind, number: number): Rate => {
    const { provider, model, costBasis } = kind;
    const name = model ?? "(no model)";
    const currency = costBasis === null ? DOLLARS : (kind.currency ?? DOLLARS);
    const basis = costBasis ?? "derived";
    const none = { number, kind, offer: 0, isListed: false, share: FULL, basis, currency, name };
    if (!kind.hasTokens) return { ...none, reason: "the source states neither tokens nor a cost" };
    const own = overrides.find((each) => each.provider === provider && each.model === model);
    if (own !== undefined && "prices" in own) {
      const { prices } = own;
      const offer = numberOf(prices, () => [ownSpan(prices)]);
      return { ...none, offer, basis: costBasis ?? "assumed", reason: null };
    }
    const found = offerOf(kind, own?.catalogModel);
    if (typeof found === "string") return { ...none, reason: found };
    const offer = numberOf(callName(found), () => priceSpans(found));
    const share = shareOfListPrice(found.provider.id, kind.serviceTier, kind.batch);
    const listed = { ...none, offer, isListed: currency === DOLLARS, name: callName(found) };
    return "reason" in share
      ? { ...listed, reason: share.reason }
      : { ...listed, share, reason: null };
  };
  const rates = kinds.flatMap((kind, number) =>
    kind.leftOut === null && kind.charge === "usage" ? [rateOf(kind, number)] : [],
  );
  return { rates, offers, currencies: [...new Set(rates.map(({ currency }) => currency))] };
}

/** Kinds of tokens, in the order in which a missing price is named. */
export const PRICED_KINDS = [
  "input tokens",
  "output tokens",
  "cached reads",
  "cached writes",
  "cached writes for an hour",
] as const;

/** Why a row has no cost: its rate's reason, or the kind of tokens that has no price. */
export function reasonText({ reason, name }: Rate, kind: number): string {
  const words = PRICED_KINDS[kind - 1];
  return words === undefined ? (reason ?? "") : `${name} has no price for ${words}`;
}
