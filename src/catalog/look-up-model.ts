import { matchesRule } from "./match-rule";
import type { ModelRow, ProviderRow } from "./price-rows";
import { PROVIDERS } from "./price-table.generated";

/** A model as one provider sells it. */
export interface Offer {
  readonly provider: ProviderRow;
  readonly model: ModelRow;
}

function providerById(id: string): ProviderRow | undefined {
  return PROVIDERS.find((provider) => provider.id === id);
}

function listed(provider: ProviderRow, text: string): ModelRow | undefined {
  return provider.models.find(([id, rule]) =>
    rule === "" ? id.toLowerCase() === text : matchesRule(rule, text),
  );
}

function listedHereOrInFallbacks(provider: ProviderRow, text: string): ModelRow | undefined {
  for (const seller of [provider, ...(provider.fallbacks ?? []).map(providerById)]) {
    const model = seller && listed(seller, text);
    if (model) return model;
  }
  return undefined;
}

const COMPACT_DATE = /-(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=-|:|$)/g;

/** The text with dates of releases, such as 20250929, written 2025-09-29. */
function withLongDates(text: string): string {
  return text.replace(COMPACT_DATE, (compact, year: string, month: string, day: string) => {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return date.getUTCDate() === Number(day) ? `-${year}-${month}-${day}` : compact;
  });
}

function offerOf(provider: ProviderRow, text: string): Offer | undefined {
  const model =
    listedHereOrInFallbacks(provider, text) ??
    listedHereOrInFallbacks(provider, withLongDates(text));
  return model && { provider, model };
}

/** As `offerOf`; by its id, too, where its own rule does not know it. */
function offerByName(provider: ProviderRow, text: string): Offer | undefined {
  const offer = offerOf(provider, text);
  if (offer) return offer;
  const model = provider.models.find(([id]) => id.toLowerCase() === text);
  return model && { provider, model };
}

/** The provider that a text of the form provider:model names by its id, and the model's part. */
export function namedProvider(
  text: string,
): { readonly provider: ProviderRow; readonly rest: string } | undefined {
  const colon = text.indexOf(":");
  const provider = colon > 0 ? providerById(text.slice(0, colon).trimEnd()) : undefined;
  return provider && { provider, rest: text.slice(colon + 1).trimStart() };
}

/** The offer of the provider that is asked first for a model, as genai-prices asks them. */
function offerOfBareModel(text: string): Offer | undefined {
  const provider = PROVIDERS.find(({ sells }) => sells && matchesRule(sells, text));
  return provider && offerOf(provider, text);
}

/** The offer where a provider goes by another name, such as "vertex" for Google. */
function offerUnderOtherName(text: string): Offer | undefined {
  const colon = text.indexOf(":");
  const name = text.slice(0, Math.max(colon, 0)).trimEnd();
  if (name === "") return undefined;
  const provider = PROVIDERS.find(({ named }) => named && matchesRule(named, name));
  return provider && offerByName(provider, text.slice(colon + 1).trimStart());
}

/**
 * The offer that a text means: a model's id or alias, from the provider that genai-prices picks
 * where none is named, or provider:model. Case does not matter.
 */
export function lookUpModel(text: string): Offer | undefined {
  const name = text.trim().toLowerCase();
  const named = namedProvider(name);
  // Some rules speak of the provider's name, too, so the whole is tried as well.
  if (named) return offerByName(named.provider, named.rest) ?? offerOf(named.provider, name);
  return offerOfBareModel(name) ?? offerUnderOtherName(name);
}

/** The shortest text that `lookUpModel` takes for this offer. */
export function callName({ provider, model }: Offer): string {
  const [id] = model;
  const bare = lookUpModel(id);
  return bare?.provider === provider && bare.model === model ? id : `${provider.id}:${id}`;
}
