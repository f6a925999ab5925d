import { FULL, shareOfListPrice } from "../../../src/usage/engines/prices/discounts";

const HALF = { of: 1n, in: 2n };

test.each(["anthropic", "aws", "azure", "mistral", "openai"])(
  "a batch at %s costs half, whether a flag or the tier says so",
  (provider) => {
    expect(shareOfListPrice(provider, null, true)).toEqual(HALF);
    expect(shareOfListPrice(provider, "Batch", false)).toEqual(HALF);
  },
);

test("a batch at google costs half but for reads from a cache, whose discount does not stack", () => {
  const share = { ...HALF, keepsCacheReads: true };
  expect(shareOfListPrice("google", null, true)).toEqual(share);
  expect(shareOfListPrice("google", "batch", false)).toEqual(share);
});

test.each([
  ["openai", "flex", HALF],
  ["google", "flex", HALF],
  // Groq's flex has more requests at the same price.
  ["groq", "flex", FULL],
  ["openai", "default", FULL],
  ["anthropic", "Standard", FULL],
])("at %s the tier %s has its price", (provider, tier, share) => {
  expect(shareOfListPrice(provider, tier, false)).toEqual(share);
});

test.each([
  // Google's costs 75% to 100% more, OpenAI's differs by model.
  ["google", "priority", false, 'the price of the service tier "priority" at google is not known'],
  ["openai", "priority", false, 'the price of the service tier "priority" at openai is not known'],
  ["groq", null, true, "the price of batches at groq is not known"],
])("nothing is guessed for %s, tier %s, batch %s", (provider, tier, batch, reason) => {
  expect(shareOfListPrice(provider, tier, batch)).toEqual({ reason });
});
