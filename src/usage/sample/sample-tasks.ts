/** Prices of the sample in $ per million tokens; an example, not the catalog. */
interface SampleModel {
  readonly model: string;
  readonly provider: string;
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

const model = (
  name: string,
  provider: string,
  input: number,
  output: number,
  cacheRead: number,
  cacheWrite: number,
): SampleModel => ({ model: name, provider, input, output, cacheRead, cacheWrite });

const LARGE = [
  model("claude-sonnet-4-5", "anthropic", 3, 15, 0.3, 3.75),
  model("gpt-5", "openai", 1.25, 10, 0.125, 1.25),
] as const;
const SMALL = [
  model("claude-haiku-4-5", "anthropic", 1, 5, 0.1, 1.25),
  model("gpt-5-mini", "openai", 0.25, 2, 0.025, 0.25),
] as const;
const EMBEDDING = model("text-embedding-3-small", "openai", 0.02, 0, 0.02, 0.02);
/** Nobody knows what it costs: LiteLLM logs it with a spend of 0. */
const IN_HOUSE = model("in-house-7b", "hosted_vllm", 0, 0, 0, 0);

/** One request of a task. */
export interface SampleStep {
  readonly callType: "acompletion" | "aembedding";
  readonly model: string;
  readonly provider: string;
  /** The whole prompt, cached parts included. */
  readonly prompt: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
  readonly spend: number;
  readonly seconds: number;
  readonly isFromCache: boolean;
}

type Random = () => number;

function between(random: Random, least: number, most: number): number {
  return Math.floor(least + random() * (most - least + 1));
}

function step(
  random: Random,
  {
    model: name,
    provider,
    input,
    output: outputPrice,
    cacheRead: read,
    cacheWrite: write,
  }: SampleModel,
  tokens: {
    prompt: number;
    cacheRead?: number;
    cacheWrite?: number;
    output: number;
    reasoning?: number;
  },
): SampleStep {
  const { prompt, cacheRead = 0, cacheWrite = 0, output, reasoning = 0 } = tokens;
  const uncached = prompt - cacheRead - cacheWrite;
  const spend =
    (uncached * input + cacheRead * read + cacheWrite * write + output * outputPrice) / 1e6;
  return {
    callType: output === 0 ? "aembedding" : "acompletion",
    model: name,
    provider,
    prompt,
    cacheRead,
    cacheWrite,
    output,
    reasoning,
    spend,
    seconds: 0.4 + output / 60 + random(),
    isFromCache: false,
  };
}

/** A question and its answer; 1 in 50 comes from the gateway's own cache and costs nothing. */
function chat(random: Random): SampleStep[] {
  const isHouse = random() < 0.02;
  const used = isHouse ? IN_HOUSE : random() < 0.6 ? SMALL[1] : SMALL[0];
  const answer = step(random, used, {
    prompt: between(random, 500, 8000),
    output: between(random, 60, 500),
  });
  return [!isHouse && random() < 0.02 ? { ...answer, spend: 0, isFromCache: true } : answer];
}

/** A question that is rewritten, looked up and answered from what was found. */
function search(random: Random): SampleStep[] {
  return [
    step(random, SMALL[1], { prompt: between(random, 200, 600), output: between(random, 20, 80) }),
    step(random, EMBEDDING, { prompt: between(random, 20, 80), output: 0 }),
    step(random, random() < 0.5 ? LARGE[1] : SMALL[0], {
      prompt: between(random, 6000, 30_000),
      output: between(random, 150, 700),
    }),
  ];
}

/** An agent that sends its growing history again with every step, most of it from a cache. */
function agent(random: Random): SampleStep[] {
  const used = random() < 0.7 ? LARGE[0] : LARGE[1];
  const base = between(random, 8000, 20_000);
  const steps: SampleStep[] = [];
  let known = 0;
  let prompt = base;
  do {
    const added = prompt - known;
    const isCached = used.provider === "anthropic" || known > 1024;
    const reasoning = random() < 0.4 ? between(random, 50, 600) : 0;
    const output = between(random, 120, 500) + reasoning;
    steps.push(
      step(random, used, {
        prompt,
        cacheRead: isCached ? known : 0,
        cacheWrite: used.provider === "anthropic" ? added : 0,
        output,
        reasoning,
      }),
    );
    known = prompt;
    prompt += output + between(random, 500, 6000);
  } while (steps.length < 20 && random() < 0.82);
  return steps;
}

/** The requests of a task: mostly short chats, searches, and agents that make most of the cost. */
export function sampleTask(random: Random): SampleStep[] {
  const kind = random();
  return kind < 0.6 ? chat(random) : kind < 0.85 ? search(random) : agent(random);
}
