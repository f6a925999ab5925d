import { parseArgs } from "node:util";
import { reason } from "./reason";

export const USAGE =
  "Usage: npm run sample-usage -- -o usage.csv [--rows 1000] [--revenue revenue.csv] [--seed 1] [--force]";

/** What one run is to do. */
export interface SampleUsageArguments {
  /** The log to write. */
  readonly output: string;
  /** The file for the revenue of its customers; undefined where none is asked for. */
  readonly revenue: string | undefined;
  readonly rows: number;
  readonly seed: number;
  /** Replace files that exist. */
  readonly force: boolean;
}

const OPTIONS = {
  output: { type: "string", short: "o" },
  revenue: { type: "string" },
  rows: { type: "string", default: "1000" },
  seed: { type: "string", default: "1" },
  force: { type: "boolean", default: false },
} as const;

/** The arguments of a run, or what is wrong with them. */
export function sampleUsageArguments(args: readonly string[]): SampleUsageArguments | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS });
  } catch (error) {
    return reason(error);
  }
  const { output, revenue, force, ...numbers } = parsed.values;
  const [rows, seed] = [Number(numbers.rows), Number(numbers.seed)];
  if (output === undefined) return "Name the log with -o.";
  if (!Number.isInteger(rows) || rows < 1) {
    return `--rows must be a whole number, 1 or more, got ${numbers.rows}`;
  }
  if (!Number.isInteger(seed)) return `--seed must be a whole number, got ${numbers.seed}`;
  return { output, revenue, rows, seed, force };
}
