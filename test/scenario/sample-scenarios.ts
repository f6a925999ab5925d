import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenario } from "../../src/scenario/read-scenario";
import type { Scenario } from "../../src/scenario/scenario";

const SAMPLES = join(__dirname, "..", "..", "assets", "samples");
/** 1 January 2026, to which prices without a date are pinned. */
const DAY = 46023;

/** A scenario among the sample inputs of the command line. */
export function sampleScenario(name: "flat-seat" | "support-agent"): Scenario {
  const read = readScenario(JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), "utf8")), DAY);
  if ("problems" in read) throw new Error(read.problems.join("; "));
  return read.scenario;
}
