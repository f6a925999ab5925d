import { parseArgs } from "node:util";
import type { FormulaStyle } from "../../workbook/formula-style";
import { reason } from "./reason";

export const USAGE =
  "Usage: npm run scenario -- input.json -o out.xlsx [--json] [--force] [--functions]";

/** What one run is to do. */
export interface ScenarioArguments {
  readonly input: string;
  /** The workbook to write; undefined where only figures are asked for. */
  readonly output: string | undefined;
  /** Print the key figures as JSON. */
  readonly json: boolean;
  /** Replace a file that exists. */
  readonly force: boolean;
  /** Ordinary Excel formulas, or calls of the add-in's functions. */
  readonly style: FormulaStyle;
}

const OPTIONS = {
  output: { type: "string", short: "o" },
  json: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  functions: { type: "boolean", default: false },
} as const;

/** The arguments of a run, or what is wrong with them. */
export function scenarioArguments(args: readonly string[]): ScenarioArguments | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return reason(error);
  }
  const { values, positionals } = parsed;
  const [input, ...more] = positionals;
  if (input === undefined) return "Name the JSON file of a scenario.";
  if (more.length > 0) return `Name one file, not ${positionals.length}.`;
  if (values.output === undefined && !values.json)
    return "Name the workbook with -o, or ask for --json.";
  return {
    input,
    output: values.output,
    json: values.json,
    force: values.force,
    style: values.functions ? "AIM" : "native",
  };
}
