import * as calc from "../calc";
import { define } from "./define";
import { plus, timesOneMinus } from "./native-terms";
import { number, optional } from "./parameter";

/** Cost to serve a task: what every task costs, and what only those cost that miss the response cache.
 * @customfunction COSTTOSERVE
 * @helpurl https://localhost:3000/help/costtoserve.html
 * @param inferenceCost Cost of the model (currency per task).
 * @param retrievalCost Cost of retrieval (currency per task); 0 if omitted.
 * @param rerankCost Cost of reranking (currency per task); 0 if omitted, and where retrievalCost includes it.
 * @param toolCost Fees of tools and searches (currency per task); 0 if omitted.
 * @param computeCost Cost of compute (currency per task); 0 if omitted.
 * @param responseCacheHitRate Share of tasks answered from a response cache (0 to 1); 0 if omitted.
 * @param responseCacheLookupCost Cost of looking there, hit or not (currency per task); 0 if omitted.
 * @param routingCost Cost of routing, hit or not (currency per task); 0 if omitted.
 * @param otherCost Guardrails, human review and the like, hit or not (currency per task); 0 if omitted.
 * @returns Cost per task (currency). */
export function costToServe(
  inferenceCost: unknown[][],
  retrievalCost?: unknown[][],
  rerankCost?: unknown[][],
  toolCost?: unknown[][],
  computeCost?: unknown[][],
  responseCacheHitRate?: unknown[][],
  responseCacheLookupCost?: unknown[][],
  routingCost?: unknown[][],
  otherCost?: unknown[][],
): unknown[][] {
  return COSTTOSERVE.spill(
    inferenceCost,
    retrievalCost,
    rerankCost,
    toolCost,
    computeCost,
    responseCacheHitRate,
    responseCacheLookupCost,
    routingCost,
    otherCost,
  );
}

export const COSTTOSERVE = define({
  calc: calc.costToServe,
  params: [
    number("inferenceCost"),
    optional(number("retrievalCost"), "0"),
    optional(number("rerankCost"), "0"),
    optional(number("toolCost"), "0"),
    optional(number("computeCost"), "0"),
    optional(number("responseCacheHitRate", calc.SHARE), "0"),
    optional(number("responseCacheLookupCost"), "0"),
    optional(number("routingCost"), "0"),
    optional(number("otherCost"), "0"),
  ],
  native: (inference, retrieval, rerank, tool, compute, hitRate, lookup, routing, other) => {
    const onMiss = `${inference}${plus(retrieval)}${plus(rerank)}${plus(tool)}${plus(compute)}`;
    return `(${onMiss})${timesOneMinus(hitRate)}${plus(lookup)}${plus(routing)}${plus(other)}`;
  },
  examples: [
    {
      // 0.7 x 0.05 + 0.0002
      it: "spares the 30% that hit a cache all but the lookup",
      args: [0.04, 0.004, 0.002, 0.003, 0.001, 0.3, 0.0002],
      gives: 0.0352,
    },
    { it: "is the model alone where nothing else is given", args: [0.04], gives: 0.04 },
    {
      // 0.0002 + 0.0003 + 0.01
      it: "is what every task costs where all of them hit",
      args: [0.04, 0.004, 0.002, 0.003, 0.001, 1, 0.0002, 0.0003, 0.01],
      gives: 0.0105,
    },
    {
      it: "refuses a hit rate above 1",
      args: [0.04, 0, 0, 0, 0, 1.2],
      fails: "#NUM!",
    },
  ],
  formula:
    "(1 − responseCacheHitRate) × (inferenceCost + retrievalCost + rerankCost + toolCost + computeCost) + responseCacheLookupCost + routingCost + otherCost",
  source: "Expected cost over hits and misses.",
});
