import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sampleLog } from "../../usage/sample/sample-log";
import { sampleRevenue } from "../../usage/sample/sample-revenue";
import { reason } from "./reason";
import type { Output } from "./run-command";

const USAGE =
  "npm run sample-usage -- -o usage.csv [--rows 1000] [--revenue revenue.csv] [--seed 1] [--force]";
const ROWS_AT_ONCE = 1000;

interface Arguments {
  readonly output: string;
  readonly revenue: string | null;
  readonly rows: number;
  readonly seed: number;
  readonly force: boolean;
}

/** The arguments as typed, or what is wrong with them. */
export function sampleArguments(args: readonly string[]): Arguments | string {
  const given = new Map<string, string>();
  let force = false;
  for (let i = 0; i < args.length; i++) {
    const name = args[i] ?? "";
    if (name === "--force") {
      force = true;
      continue;
    }
    const value = args[++i];
    if (!["-o", "--rows", "--revenue", "--seed"].includes(name)) return `${name} is not an option`;
    if (value === undefined || given.has(name)) return `${name} takes one value`;
    given.set(name, value);
  }
  const output = given.get("-o");
  if (output === undefined) return "-o names the file to write";
  const rows = Number(given.get("--rows") ?? 1000);
  const seed = Number(given.get("--seed") ?? 1);
  if (!Number.isInteger(rows) || rows < 1) return "--rows must be a whole number, 1 or more";
  if (!Number.isInteger(seed)) return "--seed must be a whole number";
  return { output, revenue: given.get("--revenue") ?? null, rows, seed, force };
}

/** Lines in pieces of many, so that millions of them do not wait for one another. */
function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < ROWS_AT_ONCE) continue;
    yield `${piece.join("\n")}\n`;
    piece = [];
  }
  if (piece.length > 0) yield `${piece.join("\n")}\n`;
}

/**
 * Writes a sample log of usage, and the revenue of its customers where a file is named for it.
 *
 * @returns the exit code: 0, or 1 where something is to be mended
 */
export async function runSampleUsage(
  args: readonly string[],
  { out, err }: Output,
): Promise<number> {
  const parsed = sampleArguments(args);
  if (typeof parsed === "string") {
    err(`${parsed}\n${USAGE}\n`);
    return 1;
  }
  const { output, revenue, rows, seed, force } = parsed;
  const write = async (file: string, lines: Iterable<string>) => {
    await pipeline(
      Readable.from(inPieces(lines)),
      createWriteStream(file, { flags: force ? "w" : "wx" }),
    );
    out(`${file}\n`);
  };
  try {
    await write(output, sampleLog(rows, seed));
    if (revenue !== null) await write(revenue, sampleRevenue(rows, seed));
    return 0;
  } catch (error) {
    err(`The sample cannot be written: ${reason(error)}\n`);
    return 1;
  }
}
