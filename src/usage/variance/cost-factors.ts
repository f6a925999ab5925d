import type { PeriodModel } from "./period-figures";

/** List prices of a model, in any one unit: how dear kinds of tokens are against each other. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** Factors on the cost of a task, one after the other; what they leave is the price of tokens. */
export interface CostFactors {
  /** Tokens per task, and how much of them is output. */
  readonly tokens: number;
  readonly modelMix: number;
  readonly caching: number;
}

function tokensOf({ input, cacheRead, cacheWrite, output }: PeriodModel): number {
  return input + cacheRead + cacheWrite + output;
}

/** What a token costs, where so much is output of one period and input is cached as in another. */
function weight(output: PeriodModel, cache: PeriodModel, prices: TokenPrices): number {
  const outputShare = output.output / tokensOf(output);
  // Without input in one period it is taken to be cached as in the other: nothing changes.
  const from = cache.input + cache.cacheRead + cache.cacheWrite > 0 ? cache : output;
  const input = from.input + from.cacheRead + from.cacheWrite;
  const inputPrice =
    input === 0
      ? 0
      : (from.input * prices.input +
          from.cacheRead * prices.cacheRead +
          from.cacheWrite * prices.cacheWrite) /
        input;
  return outputShare * prices.output + (1 - outputShare) * inputPrice;
}

/** Where nothing is there to compare with, nothing has changed. */
function factor(after: number, before: number): number {
  return before > 0 && after > 0 ? after / before : 1;
}

interface Part {
  /** Share of all tokens before and after. */
  readonly before: number;
  readonly after: number;
  /** Cost of a token before; of a new model, its own. */
  readonly price: number;
  readonly output: number;
  readonly caching: number;
}

function partOf(
  before: PeriodModel | undefined,
  after: PeriodModel | undefined,
  all: readonly [number, number],
  prices: TokenPrices | undefined,
): Part {
  const [own, later] = [before ? tokensOf(before) : 0, after ? tokensOf(after) : 0];
  const source = own > 0 ? before : after;
  const isBoth = before !== undefined && after !== undefined && own > 0 && later > 0;
  const known = isBoth && prices !== undefined;
  return {
    before: own / all[0],
    after: later / all[1],
    // A model without tokens whose cost is known has no price, and no share either.
    price: source && tokensOf(source) > 0 ? source.cost / tokensOf(source) : 0,
    output: known ? factor(weight(after, before, prices), weight(before, before, prices)) : 1,
    caching: known ? factor(weight(after, after, prices), weight(after, before, prices)) : 1,
  };
}

/**
 * How tokens, the mix of models and caching change the cost of a task from one period to
 * another, each given those before it. Models come in at their own prices where they are new.
 * Without prices of a model, more or less of its output and of caching counts as its price.
 *
 * @param tasks of the two periods, above 0
 * @returns null where one of the periods has no tokens
 */
export function costFactors(
  before: readonly PeriodModel[],
  after: readonly PeriodModel[],
  tasks: readonly [number, number],
  prices: ReadonlyMap<string, TokenPrices>,
): CostFactors | null {
  const sum = (models: readonly PeriodModel[]) =>
    models.reduce((all, one) => all + tokensOf(one), 0);
  const all = [sum(before), sum(after)] as const;
  if (all[0] === 0 || all[1] === 0) return null;
  const names = new Set([...before, ...after].map(({ model }) => model));
  const parts = [...names].map((name) =>
    partOf(
      before.find(({ model }) => model === name),
      after.find(({ model }) => model === name),
      all,
      prices.get(name),
    ),
  );
  const cost = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  const asBefore = cost((part) => part.before * part.price);
  const otherOutput = cost((part) => part.before * part.price * part.output);
  const otherModels = cost((part) => part.after * part.price * part.output);
  const otherCaching = cost((part) => part.after * part.price * part.output * part.caching);
  return {
    tokens: (all[1] / tasks[1] / (all[0] / tasks[0])) * factor(otherOutput, asBefore),
    modelMix: factor(otherModels, otherOutput),
    caching: factor(otherCaching, otherModels),
  };
}
