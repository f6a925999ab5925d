import type { FunctionDefinition } from "./define";
import type { TableDefinition } from "./define-table";
import { BELOWTARGETSHARE } from "./below-target-share";
import { BLENDEDMARGIN } from "./blended-margin";
import { BREAKEVENCHURN } from "./break-even-churn";
import { BREAKEVENUSAGE } from "./break-even-usage";
import { CACPAYBACK } from "./cac-payback";
import { COMMITCHARGE } from "./commit-charge";
import { CONTRIBUTIONMARGIN } from "./contribution-margin";
import { CREDITCHARGE } from "./credit-charge";
import { CROSSINGMONTH } from "./crossing-month";
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
import { TAILRATIO } from "./tail-ratio";
import { TOKENCOST } from "./token-cost";
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
  Inference: { MODELPRICE, TOKENCOST },
  "Cost to serve": {},
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
