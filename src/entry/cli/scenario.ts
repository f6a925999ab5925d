import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { CalcError } from "../../calc";
import { planScenario, scenarioModel } from "../../scenario/build-scenario";
import { excelDay } from "../../scenario/json-reader";
import { readScenario } from "../../scenario/read-scenario";
import type { Scenario } from "../../scenario/scenario";
import { VERSION } from "../../taskpane/version";
import { planFile } from "../plan-file";
import { keyFigures } from "./key-figures";
import { reason } from "./reason";
import { type Output, runCommand } from "./run-command";
import { RunError } from "./run-error";
import { type ScenarioArguments, scenarioArguments, USAGE } from "./scenario-arguments";
import { writeOutput } from "./write-output";

async function scenarioFrom(input: string, at: Date): Promise<Scenario> {
  const content = await readFile(input, "utf8").catch((error: unknown) => {
    throw new RunError(`${input} cannot be read: ${reason(error)}`);
  });
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw new RunError(`${input} is no JSON: ${reason(error)}`);
  }
  const read = readScenario(json, excelDay(at.toISOString().slice(0, 10)) ?? 0);
  if ("scenario" in read) return read.scenario;
  const problems = read.problems.map((problem) => `  ${problem}`);
  throw new RunError([`${input}: ${problems.length} to mend`, ...problems].join("\n"));
}

async function writeWorkbook(
  scenario: Scenario,
  { output, force, style }: ScenarioArguments,
  at: Date,
): Promise<string | undefined> {
  if (output === undefined) return undefined;
  // So that --force cannot replace the scenario that was read, either.
  if (extname(output).toLowerCase() !== ".xlsx") {
    throw new RunError(`${output} must end in .xlsx`);
  }
  if (!force && existsSync(output)) {
    throw new RunError(`${output} exists already; --force replaces it`);
  }
  const built = at.toISOString();
  // The pane finds the scenario in the file and opens it.
  const plan = planScenario(scenario, [], style, { id: built, at: built, version: VERSION });
  const bytes = await planFile(plan, scenario.name, at);
  await writeOutput(output, bytes, force);
  return `${output}: ${plan.sheets.length} sheets, ${Math.ceil(bytes.length / 1024)} KB`;
}

/**
 * Builds the workbook of a scenario from a JSON file, or prints its key figures.
 *
 * @param args as typed: `input.json -o out.xlsx [--json] [--force] [--functions]`
 * @param at now
 * @returns the exit code: 0, or 1 where something is to be mended
 */
export async function runScenario(
  args: readonly string[],
  { out, err }: Output,
  at: Date,
): Promise<number> {
  return runCommand(
    args,
    { out, err },
    {
      usage: USAGE,
      read: scenarioArguments,
      act: async (parsed) => {
        const scenario = await scenarioFrom(parsed.input, at);
        const written = await writeWorkbook(scenario, parsed, at);
        if (parsed.json) out(`${JSON.stringify(keyFigures(scenarioModel(scenario)), null, 2)}\n`);
        // With --json the figures alone go to the output, so that it can be piped on.
        if (written !== undefined) (parsed.json ? err : out)(`${written}\n`);
        return 0;
      },
      tells: (error) => error instanceof CalcError,
    },
  );
}
