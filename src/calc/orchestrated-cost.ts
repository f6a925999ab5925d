import { agentCost } from "./agent-cost";
import { check, finite, FROM_ZERO } from "./domain";

/** An agent loop and the model that runs it. */
export interface AgentLoop {
  /** A whole number, 0 or more. */
  readonly steps: number;
  /** Tokens. */
  readonly basePrompt: number;
  /** Tokens. */
  readonly addedPerStep: number;
  /** Tokens. */
  readonly outputPerStep: number;
  /** Currency per million tokens. */
  readonly inputPrice: number;
  /** Currency per million tokens. */
  readonly outputPrice: number;
}

function costOf(loop: AgentLoop, addedPerStep: number): number {
  return agentCost(
    loop.steps,
    loop.basePrompt,
    addedPerStep,
    loop.outputPerStep,
    loop.inputPrice,
    loop.outputPrice,
  );
}

/**
 * Cost of an orchestrator that starts sub-agents at each of its steps. They share no context:
 * each runs its own loop, and its result is added to what the orchestrator re-sends. Uncached,
 * since sub-agents that start together cannot read each other's cache.
 *
 * @param orchestrator its loop; addedPerStep without the results
 * @param subAgent the loop of one sub-agent
 * @param subAgentsPerStep sub-agents started per step, 0 or more
 * @param resultTokens what a sub-agent hands back, tokens, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * @example orchestratedCost(loop, loop, 0, 0) // => the orchestrator alone
 */
export function orchestratedCost(
  orchestrator: AgentLoop,
  subAgent: AgentLoop,
  subAgentsPerStep: number,
  resultTokens: number,
): number {
  check("subAgentsPerStep", subAgentsPerStep, FROM_ZERO);
  check("addedPerStep", orchestrator.addedPerStep, FROM_ZERO);
  check("resultTokens", resultTokens, FROM_ZERO);
  const results = subAgentsPerStep * resultTokens;
  const own = costOf(orchestrator, orchestrator.addedPerStep + results);
  const each = costOf(subAgent, subAgent.addedPerStep);
  return finite(own + orchestrator.steps * subAgentsPerStep * each);
}
