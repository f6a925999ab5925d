import { findModel } from "./find-model";
import { callName, type Offer } from "./look-up-model";
import { NAMES } from "./name-table.generated";
import { PRICE_KINDS, type PriceKind } from "./price-kind";
import type { Price, PriceRow, ProviderRow } from "./price-rows";
import { PROVIDERS, asOf as dateOfList, version } from "./price-table.generated";
import { priceFor, pricesAt, validFrom } from "./prices-at";

/** A model as one chooses it from a list. */
export interface ListedModel {
  /** What TOKENCOST takes for it. */
  readonly model: string;
  readonly provider: string;
  readonly providerName: string;
  readonly id: string;
  readonly name: string;
  /** $ per million tokens of prompts below any long-context threshold, by kind. */
  readonly prices: Readonly<Partial<Record<PriceKind, number>>>;
  /** Excel serial number of the day since which they hold; undefined where none is named. */
  readonly validFrom: number | undefined;
}

/** One price of a model, to be written down. */
export interface PriceRecord {
  readonly model: string;
  readonly kind: PriceKind;
  /** $ per million tokens. */
  readonly price: number;
  /** It is the price of prompts longer than so many tokens; 0 is the price of all others. */
  readonly aboveTokens: number;
  /** Excel serial number of the day since which it holds; undefined where none is named. */
  readonly validFrom: number | undefined;
  /** Where the price is stated, and which list says so. */
  readonly source: string;
}

interface Names {
  readonly name: string;
  readonly pricesAt?: string;
  readonly models: ReadonlyMap<string, string>;
}

let known: ReadonlyMap<string, Names> | undefined;

function namesOf(provider: ProviderRow): Names | undefined {
  known ??= new Map(
    NAMES.map(({ id, models, ...names }) => [id, { ...names, models: new Map(models) }]),
  );
  return known.get(provider.id);
}

function pricesByKind(row: PriceRow): Partial<Record<PriceKind, number>> {
  const prices: Partial<Record<PriceKind, number>> = {};
  for (const [i, kind] of PRICE_KINDS.entries()) {
    const price = priceFor(row[i], 0);
    if (price !== undefined) prices[kind] = price;
  }
  return prices;
}

function listedModel(offer: Offer, asOf: number): ListedModel {
  const { provider, model } = offer;
  const names = namesOf(provider);
  return {
    model: callName(offer),
    provider: provider.id,
    providerName: names?.name ?? provider.id,
    id: model[0],
    name: names?.models.get(model[0]) ?? model[0],
    prices: pricesByKind(pricesAt(model, asOf)),
    validFrom: validFrom(model, asOf),
  };
}

/**
 * Every model that has a price per token, provider by provider.
 *
 * @param asOf Excel serial number (UTC) at which the prices are valid
 */
export function listedModels(asOf: number): ListedModel[] {
  return PROVIDERS.flatMap((provider) =>
    provider.models.map((model) => listedModel({ provider, model }, asOf)),
  ).filter(({ prices }) => Object.keys(prices).length > 0);
}

/** [prompt length above which it holds, price] for each price that a row states. */
function stated(price: Price | null | undefined): readonly (readonly [number, number])[] {
  if (price === null || price === undefined) return [];
  return typeof price === "number" ? [[0, price]] : [[0, price[0]], ...price[1]];
}

/**
 * All token prices of a model, those of long prompts too.
 *
 * @param model id or alias of a model, or provider:model; records repeat it as given
 * @param asOf Excel serial number (UTC) at which the prices are valid
 * @throws CalcError `#N/A` with the nearest names where there is no such model
 */
export function priceRecords(model: string, asOf: number): PriceRecord[] {
  const { provider, model: row } = findModel(model);
  const page = namesOf(provider)?.pricesAt;
  const list = `genai-prices ${version} of ${dateOfList}`;
  const prices = pricesAt(row, asOf);
  return PRICE_KINDS.flatMap((kind, i) =>
    stated(prices[i]).map(([aboveTokens, price]) => ({
      model,
      kind,
      price,
      aboveTokens,
      validFrom: validFrom(row, asOf),
      source: page ? `${page} (${list})` : list,
    })),
  );
}
