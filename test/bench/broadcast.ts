import * as calc from "../../src/calc";
import * as catalog from "../../src/catalog";
import { GROSSMARGIN } from "../../src/functions/gross-margin";
import { PRICEFLOOR } from "../../src/functions/price-floor";
import { TOKENCOST } from "../../src/functions/token-cost";
import { fastestTimes } from "./fastest-times";
import { randomNumbers } from "../../src/usage/fit/random-numbers";
import { milliseconds, type Result } from "./result";

const ROWS = 100_000;
const RUNS = 30;
/** 1 September 2026 as Excel has it. */
const AS_OF = 46_266;

const random = randomNumbers(3);

/** A column as Excel hands it over: one array per row. */
function column(from: number, to: number): number[][] {
  return Array.from({ length: ROWS }, () => [from + (to - from) * random()]);
}

function compared(what: string, ours: () => unknown, bare: () => unknown): Result {
  const [ourTime, bareTime] = fastestTimes(RUNS, ours, bare);
  return {
    what: `${what} broadcast over 100,000 rows`,
    ours: milliseconds(ourTime),
    peer: `${milliseconds(bareTime)} bare loop of the same calculation`,
    ratio: `${(ourTime / bareTime).toFixed(2)} times as long`,
    aim: "2 times or less",
  };
}

/** Broadcasting against a loop that calls the calculation for each row and knows that all is well. */
export function broadcastBench(): Result[] {
  const revenues = column(50, 150);
  const costs = column(0, 50);
  const tokens = column(1_000, 9_000);
  return [
    compared(
      "GROSSMARGIN",
      () => GROSSMARGIN.spill(revenues, costs),
      () => revenues.map(([revenue = 0], row) => [calc.grossMargin(revenue, costs[row]?.[0] ?? 0)]),
    ),
    compared(
      "PRICEFLOOR",
      () => PRICEFLOOR.spill(costs, [[0.6]], [[0.029]], [[0.3]], undefined),
      () => costs.map(([cost = 0]) => [calc.priceFloor(cost, 0.6, 0.029, 0.3)]),
    ),
    compared(
      "TOKENCOST",
      () =>
        TOKENCOST.spill([["claude-sonnet-4-5"]], tokens, costs, undefined, undefined, [[AS_OF]]),
      () =>
        tokens.map(([input = 0], row) => [
          catalog.tokenCost(
            "claude-sonnet-4-5",
            input,
            costs[row]?.[0] ?? 0,
            undefined,
            undefined,
            AS_OF,
          ),
        ]),
    ),
  ];
}
