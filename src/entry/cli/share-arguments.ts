import { parseArgs } from "node:util";
import { reason } from "./reason";

export const USAGE = "Usage: npm run share -- in.xlsx -o out.xlsx [--by NAME] [--check] [--force]";

/** What one run is to do. */
export interface ShareArguments {
  readonly input: string;
  /** The copy to write; undefined where the file is only to be checked. */
  readonly output: string | undefined;
  /** Who prepared the copy, as it is to stand in it. */
  readonly preparedBy: string | undefined;
  /** List what stands in the way of sharing and write nothing. */
  readonly check: boolean;
  /** Replace a file that exists. */
  readonly force: boolean;
}

const OPTIONS = {
  output: { type: "string", short: "o" },
  by: { type: "string" },
  check: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
} as const;

/** The arguments of a run, or what is wrong with them. */
export function shareArguments(args: readonly string[]): ShareArguments | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return reason(error);
  }
  const { values, positionals } = parsed;
  const [input, ...more] = positionals;
  if (input === undefined) return "Name the workbook to be shared.";
  if (more.length > 0) return `Name one file, not ${positionals.length}.`;
  if (values.output === undefined && !values.check) {
    return "Name the copy with -o, or ask for --check.";
  }
  return {
    input,
    output: values.output,
    preparedBy: values.by,
    check: values.check,
    force: values.force,
  };
}
