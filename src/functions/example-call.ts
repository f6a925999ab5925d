import { instantOf } from "../calc";
import type { AnyFunction } from ".";
import type { Parameter } from "./parameter";

function printDate(serial: number): string {
  const date = new Date(instantOf(serial));
  return `DATE(${date.getUTCFullYear()},${date.getUTCMonth() + 1},${date.getUTCDate()})`;
}

function printArgument(parameter: Parameter | undefined, arg: unknown): string {
  if (Array.isArray(arg)) return `{${arg.map((entry: unknown) => String(entry ?? 0)).join(",")}}`;
  if (arg === null || arg === undefined) return parameter?.optional ? "" : "0";
  if (typeof arg === "string") return `"${arg.replaceAll('"', '""')}"`;
  const isDate = parameter?.kind === "number" && parameter.date && Number.isInteger(arg);
  return isDate ? printDate(Number(arg)) : String(arg);
}

/** A worked example as one types it, such as `=AIM.GROSSMARGIN(1,0.4)`. */
export function exampleCall(
  name: string,
  { params }: Pick<AnyFunction, "params">,
  args: readonly unknown[],
): string {
  const printed = args.map((arg, i) => printArgument(params[i], arg));
  while (printed.at(-1) === "") printed.pop();
  return `=${name}(${printed.join(",")})`;
}
