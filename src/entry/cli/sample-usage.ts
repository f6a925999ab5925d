import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sampleLog } from "../../usage/sample/sample-log";
import { sampleRevenue } from "../../usage/sample/sample-revenue";
import { reason } from "./reason";
import { type Output, runCommand } from "./run-command";
import { RunError } from "./run-error";
import { sampleUsageArguments, USAGE } from "./sample-usage-arguments";

const ROWS_AT_ONCE = 1000;

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

async function writeLines(path: string, lines: Iterable<string>, force: boolean): Promise<void> {
  const file = createWriteStream(path, { flags: force ? "w" : "wx" });
  await pipeline(Readable.from(inPieces(lines)), file).catch((error: unknown) => {
    throw new RunError(`${path} cannot be written: ${reason(error)}`);
  });
}

/**
 * Writes a sample log of usage, and the revenue of its customers where a file is named for it.
 *
 * @param args as typed: `-o usage.csv [--rows 1000] [--revenue revenue.csv] [--seed 1] [--force]`
 * @returns the exit code: 0, or 1 where something is to be mended
 */
export async function runSampleUsage(args: readonly string[], output: Output): Promise<number> {
  return runCommand(args, output, {
    usage: USAGE,
    read: sampleUsageArguments,
    act: async ({ output: log, revenue, rows, seed, force }) => {
      await writeLines(log, sampleLog(rows, seed), force);
      output.out(`${log}\n`);
      if (revenue === undefined) return 0;
      await writeLines(revenue, sampleRevenue(rows, seed), force);
      output.out(`${revenue}\n`);
      return 0;
    },
  });
}
