import * as calc from "../calc";
import { define } from "./define";
import { plus, plusProduct } from "./native-terms";
import { number, optional } from "./parameter";

/** Expected cost of a task where a share goes to a small model first; an escalated task pays both.
 * @customfunction ROUTEDCOST
 * @helpurl https://localhost:3000/help/routedcost.html
 * @param largeCost Cost of a task on the large model (currency).
 * @param smallCost Cost of a task on the small model (currency).
 * @param smallShare Share of tasks sent to the small model first (0 to 1); 1 is a cascade.
 * @param escalationRate Share of those that go on to the large model (0 to 1); 0 if omitted.
 * @param routerCost Cost of the router (currency per task); 0 if omitted.
 * @param judgeCost Cost of judging the small model's answers (currency per task on it); 0 if omitted.
 * @returns Cost per task (currency). */
export function routedCost(
  largeCost: unknown[][],
  smallCost: unknown[][],
  smallShare: unknown[][],
  escalationRate?: unknown[][],
  routerCost?: unknown[][],
  judgeCost?: unknown[][],
): unknown[][] {
  return ROUTEDCOST.spill(largeCost, smallCost, smallShare, escalationRate, routerCost, judgeCost);
}

export const ROUTEDCOST = define({
  calc: calc.routedCost,
  params: [
    number("largeCost"),
    number("smallCost"),
    number("smallShare", calc.SHARE),
    optional(number("escalationRate", calc.SHARE), "0"),
    optional(number("routerCost", calc.FROM_ZERO), "0"),
    optional(number("judgeCost", calc.FROM_ZERO), "0"),
  ],
  native: (largeCost, smallCost, smallShare, escalationRate, routerCost, judgeCost) => {
    const onTop = `${plus(judgeCost)}${plusProduct(escalationRate, largeCost)}`;
    const viaSmall = onTop === "" ? smallCost : `(${smallCost}${onTop})`;
    return `${smallShare}*${viaSmall}+(1-${smallShare})*${largeCost}${plus(routerCost)}`;
  },
  examples: [
    {
      // 0.0003 + 0.75 x (0.004 + 0.0005 + 0.15 x 0.03) + 0.25 x 0.03
      it: "halves where 75% go to a small model and 15% of them escalate",
      args: [0.03, 0.004, 0.75, 0.15, 0.0003, 0.0005],
      gives: 0.01455,
    },
    // 0.8 x 0.1 + 0.2 x 15
    { it: "is 3.08 for 80% at 0.10 and 20% at 15", args: [15, 0.1, 0.8], gives: 3.08 },
    // 0.1 + 0.2 x 15
    { it: "is 3.10 for the same as a cascade", args: [15, 0.1, 1, 0.2], gives: 3.1 },
    { it: "is the large model where nothing is routed", args: [15, 0.1, 0], gives: 15 },
    { it: "refuses a share above 1", args: [15, 0.1, 1.1], fails: "#NUM!" },
  ],
  formula:
    "routerCost + smallShare × (smallCost + judgeCost + escalationRate × largeCost) + (1 − smallShare) × largeCost",
  source: "Model routing and cascades, as in RouteLLM and FrugalGPT.",
});
