import { CalcError } from "../../../calc";
import { callName, findModel, type Offer } from "../../../catalog";
import type { CostBasis } from "../../usage-row";
import type { ModelPricing, UsedModel } from "../usage-engine";
import { FULL, type Share, shareOfListPrice } from "./discounts";
import { ALWAYS, ANY_PROMPT, nanoPerMillion, type PriceSpan, priceSpans } from "./price-spans";

/** What of a row decides at which rate it is priced. */
export interface Use extends UsedModel {
  readonly serviceTier: string | null;
  readonly batch: boolean;
  readonly hasTokens: boolean;
}

/** How the rows of a use are priced. */
export interface Rate {
  readonly use: Use;
  /** The list of prices; 0 has none. */
  readonly offer: number;
  /** Whether the catalog states the prices. */
  readonly isListed: boolean;
  readonly share: Share;
  readonly basis: Extract<CostBasis, "derived" | "assumed">;
  /** Why there is no cost; null where there may be one. */
  readonly reason: string | null;
  /** What the model is called in messages. */
  readonly name: string;
}

export interface Pricing {
  readonly rates: readonly Rate[];
  /** The spans of each list of prices, by its number. */
  readonly offers: readonly (readonly PriceSpan[])[];
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
 * At which rate each use is priced: at the user's prices, those of the model to which the user
 * maps it, or those of the catalog.
 */
export function pricingOf(uses: readonly Use[], overrides: readonly ModelPricing[]): Pricing {
  const offers: (readonly PriceSpan[])[] = [[NO_PRICES]];
  const numbers = new Map<unknown, number>();
  const numberOf = (key: unknown, spans: () => readonly PriceSpan[]): number => {
    const number = numbers.get(key) ?? offers.push(spans()) - 1;
    numbers.set(key, number);
    return number;
  };
  const rates = uses.map((use): Rate => {
    const name = use.model ?? "(no model)";
    const none = { use, offer: 0, isListed: false, share: FULL, basis: "derived", name } as const;
    if (!use.hasTokens) return { ...none, reason: "the source states neither tokens nor a cost" };
    const own = overrides.find(
      ({ provider, model }) => provider === use.provider && model === use.model,
    );
    if (own !== undefined && "prices" in own) {
      const { prices } = own;
      const offer = numberOf(prices, () => [ownSpan(prices)]);
      return { ...none, offer, basis: "assumed", reason: null };
    }
    const found = offerOf(use, own?.catalogModel);
    if (typeof found === "string") return { ...none, reason: found };
    const offer = numberOf(callName(found), () => priceSpans(found));
    const share = shareOfListPrice(found.provider.id, use.serviceTier, use.batch);
    const listed = { ...none, offer, isListed: true, name: callName(found) };
    return "reason" in share
      ? { ...listed, reason: share.reason }
      : { ...listed, share, reason: null };
  });
  return { rates, offers };
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
