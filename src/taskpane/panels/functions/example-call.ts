import { CalcError } from "../../../calc";
import { type AnyFunction, NAMESPACE } from "../../../functions";
import type { Answer } from "../../../functions/broadcast";
import { exampleCall } from "../../../functions/example-call";
import type { Parameter } from "../../../functions/parameter";
import { excelDay } from "../../local-day";

/** A call that can be shown, worked out and inserted. */
export interface Call {
  /** As one types it, "=AIM.…". */
  readonly formula: string;
  readonly answers: () => Answer[][];
}

/** The arguments with today's date for `asOf`, so that a figure does not move with the calendar. */
function dated(definition: AnyFunction, args: readonly unknown[], now: Date): readonly unknown[] {
  const asOf = definition.params.findIndex(({ name }) => name === "asOf");
  if (asOf < 0) return args;
  return definition.params.map((_, i) => (i === asOf ? excelDay(now) : (args[i] ?? null)));
}

/** An argument as Excel hands it over: a range, or null where it is left out. */
function cells(parameter: Parameter | undefined, arg: unknown): unknown[][] | null {
  if (Array.isArray(arg)) return [arg];
  return (arg === null && parameter?.optional) || arg === undefined ? null : [[arg]];
}

function call(id: string, definition: AnyFunction, args: readonly unknown[]): Call {
  return {
    formula: exampleCall(`${NAMESPACE}.${id}`, definition, args),
    answers: () => definition.evaluate(args.map((arg, i) => cells(definition.params[i], arg))),
  };
}

export type Example = AnyFunction["examples"][number];

/** A worked example as it stands. */
export function callOfExample(id: string, definition: AnyFunction, example: Example): Call {
  return call(id, definition, example.args);
}

/** The first worked example with an answer, dated today; undefined where all of them fail. */
export function shownCall(
  id: string,
  definition: AnyFunction,
  now: Date,
): (Call & { readonly example: Example }) | undefined {
  const example = [...definition.examples].find((one) => "gives" in one);
  return example && { ...call(id, definition, dated(definition, example.args, now)), example };
}

/**
 * A call to fill in: its required arguments are 0 or "", which a cell that is still empty gives
 * too, and Excel refuses a call without them.
 */
export function emptyCall(id: string, definition: AnyFunction, now: Date): Call {
  const args = definition.params.map(({ kind, optional }) =>
    optional ? null : kind === "text" ? "" : 0,
  );
  return call(id, definition, dated(definition, args, now));
}

/** An answer as a cell shows it. */
export function isError(answer: Answer): answer is CalcError {
  return answer instanceof CalcError;
}
