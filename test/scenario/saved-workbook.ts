import { planScenario } from "../../src/scenario/build-scenario";
import { type SavedContent, savedScenarios } from "../../src/scenario/saved-scenarios";
import type { Scenario } from "../../src/scenario/scenario";
import { areaAddress } from "../../src/workbook/address";
import type { Plan } from "../../src/workbook/plan";
import { type MemoryHost, memoryHost } from "../taskpane/memory-host";

/** 23 November 2026 as an Excel date. */
export const DAY = 46349;

/** A workbook in memory with these scenarios, built one after the other under the ids a, b, c. */
export async function workbookWith(...scenarios: readonly Scenario[]): Promise<MemoryHost> {
  const host = memoryHost();
  for (const [i, scenario] of scenarios.entries()) {
    const record = { id: "abc".charAt(i), at: "2026-11-23T09:00:00.000Z", version: "1.0.0" };
    const plan = planScenario(scenario, await host.sheetNames(), "native", record);
    await host.apply(plan, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  }
  return host;
}

/** The first cell of a name on a sheet, counted from the n-th along its axis. */
export function addressOf(plan: Plan | undefined, sheet: string, name: string, place = 0): string {
  const steps = plan?.sheets.find((one) => one.name === sheet)?.steps ?? [];
  const named = steps.find((step) => step.do === "name" && step.name === name);
  if (named?.do !== "name") throw new Error(`${sheet} has no ${name}`);
  const { row, column, columns } = named.area;
  const at = columns > 1 ? { row, column: column + place } : { row: row + place, column };
  return areaAddress({ ...at, rows: 1, columns: 1 });
}

/** The scenarios of a workbook, as they are listed. */
export async function listed(host: MemoryHost) {
  return savedScenarios(await host.keptProperties(), DAY);
}

/** The first scenario of a workbook and its content. */
export async function firstSaved(host: MemoryHost) {
  const [saved] = await listed(host);
  if (!saved || "problem" in saved.content) throw new Error("there is no scenario to read");
  const content: SavedContent = saved.content;
  return { saved, content };
}
