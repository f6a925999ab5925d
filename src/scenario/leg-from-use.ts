import { agentCost } from "../calc";
import type { Leg, PinnedModel } from "./scenario";
import type { ModelUse } from "./task-use";

/** A leg that costs what a model did, with the prices at which it does. */
export interface UsedLeg {
  readonly leg: Leg;
  readonly price: PinnedModel;
  /** Rates that the usage paid over list prices, where they differ; null where they do not. */
  readonly ofListPrice: number | null;
}

/** A difference that is not worth a rate of its own. */
const CLOSE = 0.01;

const isClose = (value: number, wanted: number) => Math.abs(value - wanted) <= CLOSE * wanted;

/** What the tokens of a use cost at list prices, each class at its own. */
export function listCost(use: ModelUse, price: PinnedModel): number {
  const millionths =
    use.uncached * price.input +
    use.cacheRead * (price.cacheRead ?? price.input) +
    use.cacheWrite * (price.cacheWrite ?? price.input) +
    use.output * price.output;
  return millionths / 1e6;
}

/** Tokens as they stand in a form: the hundredth is less than any price tells. */
const rounded = (tokens: number) => Math.round(tokens * 100) / 100;

type Loop = Pick<Leg, "calls" | "basePrompt" | "addedPerCall" | "outputPerCall">;

/**
 * The loop over which so many tokens are sent, each written to a cache once: over n calls,
 * written = base + (n - 1) x added and sent = n x base + added x n x (n - 1) / 2.
 */
function cachedLoop(calls: number, sent: number, written: number) {
  return {
    basePrompt: rounded((2 * sent) / calls - written),
    addedPerCall: rounded((2 * (calls * written - sent)) / (calls * (calls - 1))),
  };
}

/**
 * The loop over which so many tokens are sent, where nothing tells how its prompt grows: each
 * call adds its output to the history, as far as there is room for it.
 */
function plainLoop(calls: number, sent: number, outputPerCall: number) {
  const most = calls > 1 ? (2 * sent) / (calls * (calls - 1)) : 0;
  const addedPerCall = rounded(Math.min(outputPerCall, most));
  const basePrompt = rounded(Math.max(0, sent / calls - (addedPerCall * (calls - 1)) / 2));
  return { basePrompt, addedPerCall };
}

/** What a loop costs with its prompts cached, as the sheet Cost per task has it. */
function costWithCache(loop: Loop, price: PinnedModel, missRate: number): number {
  return agentCost(
    loop.calls,
    loop.basePrompt,
    loop.addedPerCall,
    loop.outputPerCall,
    price.input,
    price.output,
    price.cacheRead ?? price.input,
    price.cacheWrite ?? price.input,
    missRate,
  );
}

/** The loop that costs so much with a cache; undefined where no loop of so many tokens does. */
function loopWithCache(
  calls: number,
  sent: number,
  outputPerCall: number,
  cost: number,
  price: PinnedModel,
  missRate: number,
): Loop | undefined {
  const loopOf = (written: number): Loop => ({
    calls,
    outputPerCall,
    ...cachedLoop(calls, sent, written),
  });
  // Anything from the same prompt again and again to a prompt that begins with nothing.
  const [least, most] = [sent / calls, (2 * sent) / calls];
  const [low, high] = [least, most].map((written) =>
    costWithCache(loopOf(written), price, missRate),
  );
  if (low === undefined || high === undefined) return undefined;
  const share = high > low ? (cost - low) / (high - low) : 0;
  const loop = loopOf(least + Math.min(1, Math.max(0, share)) * (most - least));
  return isClose(costWithCache(loop, price, missRate), cost) ? loop : undefined;
}

/** The price at which calls without a cache cost so much, and its share of the list price. */
function effectivePrice(
  price: PinnedModel,
  use: ModelUse,
  sent: number,
  cost: number,
): { readonly price: PinnedModel; readonly ofListPrice: number } {
  const [input, output] = [sent * price.input, use.output * price.output];
  const ofListPrice = (cost * 1e6) / (input + output);
  // What a cache saved is saved on input alone.
  const ofInput = use.cacheRead > 0 ? (cost * 1e6 - output) / input : 0;
  const rates =
    ofInput > 0
      ? { negotiatedInput: price.input * ofInput }
      : {
          negotiatedInput: price.input * ofListPrice,
          negotiatedOutput: price.output * ofListPrice,
        };
  return { price: { ...price, ...rates }, ofListPrice };
}

/**
 * The leg of a scenario that sends and receives the tokens of a model's use and costs what it
 * did. Calls are whole there, and a prompt cache is either on or off: where a cached loop of so
 * many tokens costs as much, the cache is on; where list prices alone do, it is off; otherwise
 * the price is the one that the usage paid on average.
 *
 * @param price list prices of the model
 * @param missRate share of steps whose cache has expired, as the scenario has it
 */
export function legFromUse(use: ModelUse, price: PinnedModel, missRate: number): UsedLeg {
  const calls = Math.max(1, Math.round(use.calls));
  const sent = use.uncached + use.cacheRead + use.cacheWrite;
  const outputPerCall = rounded(use.output / calls);
  const cost = use.cost ?? listCost(use, price);
  const leg = (loop: Omit<Loop, "calls" | "outputPerCall">, promptCaching: 0 | 1): Leg => ({
    role: use.model ?? "Model",
    model: price.model,
    calls,
    outputPerCall,
    ...loop,
    promptCaching,
  });
  const cached =
    use.cacheRead > 0 && calls > 1
      ? loopWithCache(calls, sent, outputPerCall, cost, price, missRate)
      : undefined;
  if (cached) return { leg: leg(cached, 1), price, ofListPrice: null };
  const plain = leg(plainLoop(calls, sent, outputPerCall), 0);
  const list = (sent * price.input + use.output * price.output) / 1e6;
  if (cost <= 0 || list <= 0 || isClose(list, cost))
    return { leg: plain, price, ofListPrice: null };
  return { leg: plain, ...effectivePrice(price, use, sent, cost) };
}
