import type { FunctionDefinition } from "./define";
import type { TableDefinition } from "./define-table";
import { GROSSMARGIN } from "./gross-margin";

export type AnyFunction = FunctionDefinition | TableDefinition;

/**
 * Every custom function by its id, in the groups in which people look for them. Ids and the
 * order of parameters are stored in workbooks: once released they never change.
 */
export const FUNCTION_GROUPS = {
  Inference: {},
  "Cost to serve": {},
  Price: {},
  Margin: { GROSSMARGIN },
  "Usage variance": {},
  "Forecast and priorities": {},
} as const satisfies Record<string, Record<string, AnyFunction>>;

/** Every custom function by its id. */
export const FUNCTIONS: ReadonlyMap<string, AnyFunction> = new Map(
  Object.values(FUNCTION_GROUPS).flatMap((group) => Object.entries<AnyFunction>(group)),
);

/** The namespace in which people type them: =AIM.GROSSMARGIN(…). */
export const NAMESPACE = "AIM";
