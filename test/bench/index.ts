import { broadcastBench } from "./broadcast";
import { functionsScriptBench } from "./functions-script";
import { percentileBench } from "./percentile";
import type { Result } from "./result";
import { tokenCostBench } from "./token-cost";
import { usageEngineBench } from "./usage-engine";

const HEADINGS: Result = {
  what: "What",
  ours: "Ours",
  peer: "Peer",
  ratio: "Ours against the peer",
  aim: "Aim",
};
const COLUMNS = ["what", "ours", "peer", "ratio", "aim"] as const;

function table(results: readonly Result[]): string {
  const rows = [HEADINGS, ...results];
  const widths = COLUMNS.map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      COLUMNS.map((column, i) => row[column].padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * All measurements as a table.
 *
 * @param functionsScript path of the built functions.js
 */
export async function bench(functionsScript: string): Promise<string> {
  return table([
    tokenCostBench(),
    ...broadcastBench(),
    ...percentileBench(),
    ...functionsScriptBench(functionsScript),
    await usageEngineBench(),
  ]);
}
