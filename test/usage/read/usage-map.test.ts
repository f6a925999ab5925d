import type { Fault } from "../../../src/usage";
import { tokenClasses } from "../../../src/usage/read/token-classes";
import { tokensInMap } from "../../../src/usage/read/usage-map";

function read(map: object) {
  const faults: Fault[] = [];
  const raw = tokensInMap(map, "usageDetails", faults);
  return { ...(raw && tokenClasses(raw, "apart", faults)), raw, faults };
}

test("takes kinds of usage as excluding each other, as Langfuse's contract has it", () => {
  const usage = { input: 600, input_cached_tokens: 400, output: 150, output_reasoning_tokens: 50 };
  expect(read(usage)).toMatchObject({
    inUncached: 600,
    inCacheRead: 400,
    // 150 + 50
    outTotal: 200,
    outReasoning: 50,
  });
});

test("confirms the contract by a total", () => {
  // 600 + 400 + 150 + 50 = 1200
  const usage = { input: 600, input_cached_tokens: 400, output: 150, output_reasoning_tokens: 50 };
  expect(read({ ...usage, total: 1200 })).toMatchObject({ inUncached: 600, outTotal: 200 });
});

test("finds senders that count cached tokens twice, by a total that fits only otherwise", () => {
  // 1000 + 150 + 50 = 1200: input includes the 400.
  const usage = { input: 1000, input_cached_tokens: 400, output: 150, output_reasoning_tokens: 50 };
  expect(read({ ...usage, total: 1200 })).toMatchObject({ inUncached: 600, outTotal: 200 });
});

test("finds senders that count reasoning twice", () => {
  // 600 + 400 + 200 = 1200: output includes the 50.
  const usage = { input: 600, input_cached_tokens: 400, output: 200, output_reasoning_tokens: 50 };
  expect(read({ ...usage, total: 1200 })).toMatchObject({ inUncached: 600, outTotal: 200 });
});

test("proves nothing by a total that fits in more than one way", () => {
  // 1000 + 200 + 50 = 1250 with the cached 50 or with the reasoning 50.
  const usage = { input: 1000, input_cached_tokens: 50, output: 200, output_reasoning_tokens: 50 };
  expect(read({ ...usage, total: 1250 })).toMatchObject({ inUncached: 1000, outTotal: 250 });
});

test("takes Gemini's own counts: the prompt includes what is cached, thoughts stand beside", () => {
  const usage = {
    promptTokenCount: 1000,
    cachedContentTokenCount: 400,
    candidatesTokenCount: 150,
    thoughtsTokenCount: 50,
  };
  // 1000 - 400; 150 + 50
  const expected = { inUncached: 600, inCacheRead: 400, outTotal: 200, outReasoning: 50 };
  expect(read(usage)).toMatchObject(expected);
  expect(
    read({
      prompt_token_count: 1000,
      cached_content_token_count: 400,
      candidates_token_count: 150,
      thoughts_token_count: 50,
      total_token_count: 1200,
    }),
  ).toMatchObject(expected);
});

test("tells the two lifetimes of Anthropic's cache writes apart", () => {
  expect(
    read({
      input: 1,
      cache_creation_input_tokens: 20,
      input_cache_creation_1h: 30,
      cache_read_input_tokens: 4,
    }),
  ).toMatchObject({ inUncached: 1, inCacheWrite5m: 20, inCacheWrite1h: 30, inCacheRead: 4 });
});

test("sums modalities", () => {
  expect(read({ input: 5, input_audio_tokens: 7, output: 1, output_audio: "2" })).toMatchObject({
    inUncached: 12,
    outTotal: 3,
  });
});

test("names kinds that it does not count, unless there were none of them", () => {
  expect(read({ input: 5, images: 2, seconds: 0 }).raw?.uncounted).toEqual(["images"]);
});

test("states no tokens where there is only a total", () => {
  expect(read({ total: 100 }).raw).toMatchObject({ stated: false, input: 0, output: 0 });
  expect(read({ input: 0, output: 0 }).raw).toMatchObject({ stated: true });
});

test("lists what is no count", () => {
  expect(read({ input: -5, output: 1.5 }).faults).toEqual([
    { column: "usageDetails.input", expected: "a whole number, 0 or more", received: "-5" },
    { column: "usageDetails.output", expected: "a whole number, 0 or more", received: "1.5" },
  ]);
});
