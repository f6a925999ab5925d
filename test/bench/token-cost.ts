import { calcPrice } from "@pydantic/genai-prices";
import { TOKENCOST } from "../../src/functions/token-cost";
import { fastestTimes } from "./fastest-times";
import { randomNumbers } from "../../src/usage/fit/random-numbers";
import { milliseconds, type Result } from "./result";

const ROWS = 100_000;
const RUNS = 7;
/** 1 September 2026 as Excel has it. */
const AS_OF = 46_266;
const TIMESTAMP = new Date("2026-09-01T00:00:00Z");

const MODELS = [
  "claude-sonnet-4-5",
  "claude-opus-5-5",
  "claude-haiku-4-5",
  "gpt-4o",
  "gpt-4o-mini",
  "gpt-5.6-sol",
  "gpt-6-astra",
  "gemini-2.5-pro",
  "gemini-2.5-flash",
  "grok-4.5",
];

/** Excel hands over one array per row of a column. */
type Column<T> = T[][];

function sumOf(costs: readonly unknown[][]): number {
  return costs.reduce((sum, [cost]) => sum + Number(cost), 0);
}

/** TOKENCOST over a column in one call against as many calls of genai-prices. */
export function tokenCostBench(): Result {
  const random = randomNumbers(1);
  const column = <T>(value: () => T): Column<T> => Array.from({ length: ROWS }, () => [value()]);
  const whole = (most: number) => Math.floor(random() * most);
  const models = column(() => MODELS[whole(MODELS.length)] ?? "");
  const inputs = column(() => whole(400_000));
  const outputs = column(() => whole(4_000));
  const reads = inputs.map(([input = 0]) => [Math.floor(input * random())]);

  const ours = () => TOKENCOST.spill(models, inputs, outputs, reads, undefined, [[AS_OF]]);
  const theirs = () =>
    models.map(([model = ""], row) => [
      calcPrice(
        {
          input_tokens: inputs[row]?.[0] ?? 0,
          output_tokens: outputs[row]?.[0] ?? 0,
          cache_read_tokens: reads[row]?.[0] ?? 0,
        },
        model,
        { timestamp: TIMESTAMP },
      )?.total_price,
    ]);

  const [a, b] = [sumOf(ours()), sumOf(theirs())];
  if (!(Math.abs(a - b) <= 1e-9 * b)) throw new Error(`the costs differ: ${a} and ${b}`);

  const [ourTime, theirTime] = fastestTimes(RUNS, ours, theirs);
  return {
    what: "TOKENCOST, 100,000 rows in one call",
    ours: milliseconds(ourTime),
    peer: `${milliseconds(theirTime)} genai-prices' calcPrice, 100,000 calls`,
    ratio: `${(theirTime / ourTime).toFixed(0)} times faster`,
    aim: "50 times or more",
  };
}
