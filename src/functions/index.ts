import type { FunctionDefinition } from "./define";
import type { TableDefinition } from "./define-table";
import { AGENTCOST } from "./agent-cost";
import { AGENTTOKENS } from "./agent-tokens";
import { BELOWTARGETSHARE } from "./below-target-share";
import { BLENDEDMARGIN } from "./blended-margin";
import { BREAKEVENCHURN } from "./break-even-churn";
import { BREAKEVENUSAGE } from "./break-even-usage";
import { CACPAYBACK } from "./cac-payback";
import { COMBINEDSAVING } from "./combined-saving";
import { COMMITCHARGE } from "./commit-charge";
import { COMPUTECOST } from "./compute-cost";
import { CONTRIBUTIONMARGIN } from "./contribution-margin";
import { COSTPERSUCCESS } from "./cost-per-success";
import { COSTTOSERVE } from "./cost-to-serve";
import { CREDITCHARGE } from "./credit-charge";
import { CROSSINGMONTH } from "./crossing-month";
import { DISTILLEDCOST } from "./distilled-cost";
import { GRADUATEDCHARGE } from "./graduated-charge";
import { GROSSMARGIN } from "./gross-margin";
import { LIFETIMEVALUE } from "./lifetime-value";
import { MARGINBAND } from "./margin-band";
import { MARGINCURVE } from "./margin-curve";
import { MARGINFORECAST } from "./margin-forecast";
import { MARGINSHORTFALL } from "./margin-shortfall";
import { MODELPRICE } from "./model-price";
import { OUTCOMECHARGE } from "./outcome-charge";
import { PACKAGECHARGE } from "./package-charge";
import { PRICEFLOOR } from "./price-floor";
import { PRIORITYSCORE } from "./priority-score";
import { PROBABILITYOVER } from "./probability-over";
import { RESPONSECACHEBREAKEVEN } from "./response-cache-break-even";
import { RESPONSECACHECOST } from "./response-cache-cost";
import { RETRIEVALCOST } from "./retrieval-cost";
import { RETRYATTEMPTS } from "./retry-attempts";
import { ROUTEDCOST } from "./routed-cost";
import { TAILRATIO } from "./tail-ratio";
import { TASKSUCCESS } from "./task-success";
import { TOKENCOST } from "./token-cost";
import { TOKENCOSTAT } from "./token-cost-at";
import { TOPSHARE } from "./top-share";
import { TOTALUSAGEAT } from "./total-usage-at";
import { USAGEAT } from "./usage-at";
import { USAGECAPPED } from "./usage-capped";
import { USAGECHARGE } from "./usage-charge";
import { USAGEMEAN } from "./usage-mean";
import { USAGEOVER } from "./usage-over";
import { VOLUMECHARGE } from "./volume-charge";

export type AnyFunction = FunctionDefinition | TableDefinition;

/**
 * Every custom function by its id, in the groups in which people look for them. Ids and the
 * order of parameters are stored in workbooks: once released they never change.
 */
export const FUNCTION_GROUPS = {
  Inference: {
    MODELPRICE,
    TOKENCOST,
    TOKENCOSTAT,
    AGENTTOKENS,
    AGENTCOST,
    RETRYATTEMPTS,
    TASKSUCCESS,
    COSTPERSUCCESS,
  },
  "Cost to serve": {
    RETRIEVALCOST,
    COMPUTECOST,
    COSTTOSERVE,
    RESPONSECACHECOST,
    RESPONSECACHEBREAKEVEN,
    ROUTEDCOST,
    DISTILLEDCOST,
    COMBINEDSAVING,
  },
  Price: {
    USAGECHARGE,
    GRADUATEDCHARGE,
    VOLUMECHARGE,
    PACKAGECHARGE,
    CREDITCHARGE,
    OUTCOMECHARGE,
    COMMITCHARGE,
  },
  Margin: {
    GROSSMARGIN,
    CONTRIBUTIONMARGIN,
    BLENDEDMARGIN,
    MARGINBAND,
    PRICEFLOOR,
    BREAKEVENUSAGE,
    MARGINSHORTFALL,
    BREAKEVENCHURN,
    LIFETIMEVALUE,
    CACPAYBACK,
  },
  "Usage variance": {
    USAGEAT,
    USAGEMEAN,
    USAGECAPPED,
    USAGEOVER,
    PROBABILITYOVER,
    TOPSHARE,
    TOTALUSAGEAT,
    TAILRATIO,
    BELOWTARGETSHARE,
    MARGINCURVE,
  },
  "Forecast and priorities": { CROSSINGMONTH, MARGINFORECAST, PRIORITYSCORE },
} as const satisfies Record<string, Record<string, AnyFunction>>;

/** Every custom function by its id. */
export const FUNCTIONS: ReadonlyMap<string, AnyFunction> = new Map(
  Object.values(FUNCTION_GROUPS).flatMap((group) => Object.entries<AnyFunction>(group)),
);

/** The namespace in which people type them: =AIM.GROSSMARGIN(…). */
export const NAMESPACE = "AIM";
