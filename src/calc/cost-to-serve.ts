import { ANY, check, finite, SHARE } from "./domain";

/**
 * Cost to serve a task: what only tasks that miss the response cache cost, and what every task
 * does: (1 - responseCacheHitRate) x (inference + retrieval + rerank + tools + compute) +
 * lookup + routing + other.
 *
 * @param inferenceCost currency per task; below 0 is a vendor's credit, here as for all costs
 * @param retrievalCost currency per task
 * @param rerankCost currency per task; 0 where retrievalCost includes it
 * @param toolCost fees of tools and searches, currency per task
 * @param computeCost currency per task
 * @param responseCacheHitRate share of tasks answered from the cache, 0 to 1
 * @param responseCacheLookupCost currency per task, hit or not
 * @param routingCost currency per task, hit or not
 * @param otherCost guardrails, human review, currency per task, hit or not
 * @returns currency per task
 * @throws CalcError `#NUM!` outside these ranges
 * @example costToServe(0.04, 0.004, 0.002, 0.003, 0.001, 0.3, 0.0002) // => 0.0352
 */
export function costToServe(
  inferenceCost: number,
  retrievalCost = 0,
  rerankCost = 0,
  toolCost = 0,
  computeCost = 0,
  responseCacheHitRate = 0,
  responseCacheLookupCost = 0,
  routingCost = 0,
  otherCost = 0,
): number {
  check("inferenceCost", inferenceCost, ANY);
  check("retrievalCost", retrievalCost, ANY);
  check("rerankCost", rerankCost, ANY);
  check("toolCost", toolCost, ANY);
  check("computeCost", computeCost, ANY);
  check("responseCacheHitRate", responseCacheHitRate, SHARE);
  check("responseCacheLookupCost", responseCacheLookupCost, ANY);
  check("routingCost", routingCost, ANY);
  check("otherCost", otherCost, ANY);
  const onMiss = inferenceCost + retrievalCost + rerankCost + toolCost + computeCost;
  const always = responseCacheLookupCost + routingCost + otherCost;
  return finite((1 - responseCacheHitRate) * onMiss + always);
}
