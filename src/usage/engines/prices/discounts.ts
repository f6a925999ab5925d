/** What a kind of service costs of the list price. */
export interface Share {
  readonly of: bigint;
  readonly in: bigint;
}

export const FULL: Share = { of: 1n, in: 1n };
const HALF: Share = { of: 1n, in: 2n };

/** Providers that sell requests in batches at half the list price, cached parts included. */
const BATCH: Readonly<Record<string, Share>> = {
  // Source: docs.claude.com, Batch processing, Pricing.
  anthropic: HALF,
  // Source: platform.openai.com, Batch API, "50% cost discount".
  openai: HALF,
  // Source: learn.microsoft.com, Azure OpenAI, Global batch, "50% less cost than global standard".
  azure: HALF,
  // Source: ai.google.dev, Gemini Batch API, "50% of the standard cost".
  google: HALF,
  // Source: docs.mistral.ai, Batch Inference, "50% discount".
  mistral: HALF,
};

/** Tiers with a price in terms of the list price. */
const TIERS: Readonly<Record<string, Readonly<Record<string, Share>>>> = {
  // Source: platform.openai.com, Flex processing: "priced at Batch API rates".
  openai: { flex: HALF },
};

/** What sources call the tier to which list prices apply. */
const STANDARD = new Set(["standard", "default", "auto", "on_demand", "message"]);

/**
 * What service of a tier costs of the list price, or why that is not known.
 *
 * @param provider the catalog's id of the seller
 * @param tier as the source names it; null for the usual one
 */
export function shareOfListPrice(
  provider: string,
  tier: string | null,
  batch: boolean,
): Share | { readonly reason: string } {
  const name = tier?.toLowerCase() ?? null;
  if (batch || name === "batch") {
    return BATCH[provider] ?? { reason: `the price of batches at ${provider} is not known` };
  }
  if (name === null || STANDARD.has(name)) return FULL;
  return (
    TIERS[provider]?.[name] ?? {
      reason: `the price of the service tier "${name}" at ${provider} is not known`,
    }
  );
}
