/** What a kind of service costs of the list price. */
export interface Share {
  readonly of: bigint;
  readonly in: bigint;
  /** Whether reads from a cache are billed at their list price all the same. */
  readonly keepsCacheReads?: true;
}

export const FULL: Share = { of: 1n, in: 1n };
const HALF: Share = { of: 1n, in: 2n };

/** Providers that sell requests in batches at half the list price. */
const BATCH: Readonly<Record<string, Share>> = {
  // Source: docs.claude.com, Batch processing, Pricing: 50% of all usage, cached parts too.
  anthropic: HALF,
  // Source: docs.aws.amazon.com, Bedrock, Capacity, limits, and cost optimization: batch saves 50%.
  aws: HALF,
  // Source: learn.microsoft.com, Azure OpenAI batch deployments: "50% less cost than global standard".
  azure: HALF,
  // Source: ai.google.dev, Gemini API optimization and inference: batch has a 50% discount;
  // docs.cloud.google.com, Batch inference with Gemini: the discounts of cache and batch do not
  // stack, that of the cache takes precedence.
  google: { ...HALF, keepsCacheReads: true },
  // Source: theneuralbase.com, Mistral API, Cost advantage of batch; docs.mistral.ai has no figure.
  mistral: HALF,
  // Source: developers.openai.com, Batch API and Pricing: half, cached input and cache writes too.
  openai: HALF,
};

/** Tiers with a price in terms of the list price; that of priority tiers differs by model. */
const TIERS: Readonly<Record<string, Readonly<Record<string, Share>>>> = {
  // Source: ai.google.dev, Gemini API optimization and inference: flex has a 50% discount.
  google: { flex: HALF },
  // Source: console.groq.com, Flex processing: "Pricing matches the on-demand tier".
  groq: { flex: FULL },
  // Source: developers.openai.com, Flex processing: "priced at Batch API rates".
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
