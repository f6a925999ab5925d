import { planScenario } from "../../../scenario/build-scenario";
import { planCompare } from "../../../scenario/compare-sheet";
import { shownFigures } from "../../../scenario/saved-scenario-cells";
import { KEPT_FIGURES } from "../../../scenario/saved-scenario-figures";
import { type BuildRecord, freeScenarioId } from "../../../scenario/saved-scenario-properties";
import { type SavedScenario, sheetsOfScenario } from "../../../scenario/saved-scenarios";
import type { Host } from "../../../workbook/host";
import type { Plan } from "../../../workbook/plan";
import type { PlanRunControl } from "../../use-plan-run";
import { VERSION } from "../../version";
import type { ScenarioEditing } from "./use-scenario-editing";

export interface ScenarioBuild {
  /** Builds the scenario of the form beside those of the workbook; undefined where it was not built. */
  readonly build: () => Promise<Plan | undefined>;
  /** Builds it, then takes the sheets away of the scenario that the form holds. */
  readonly replace: () => Promise<Plan | undefined>;
  /** Sets scenarios of the workbook side by side on a new sheet. */
  readonly compare: (ids: readonly string[]) => Promise<void>;
  /** What a file of the form's scenario holds: it goes to people who have no add-in. */
  readonly filePlan: () => Plan;
}

/** What the form and the list can have built. */
export function scenarioBuild(
  host: Host,
  now: () => Date,
  { form, library, formulas, edited, keep }: ScenarioEditing,
  start: PlanRunControl["start"],
): ScenarioBuild {
  const { scenario } = form;

  function record(taken: readonly string[]): BuildRecord {
    const at = now().toISOString();
    return { id: freeScenarioId(at, taken), at, version: VERSION };
  }

  /** Builds the form's scenario; `before` are the scenarios that the workbook had until then. */
  async function built() {
    let before: readonly SavedScenario[] = [];
    let id = "";
    const plan = await start(async () => {
      before = await library.refresh();
      const own = record(before.map((saved) => saved.id));
      id = own.id;
      return planScenario(scenario, await host.sheetNames(), formulas, own);
    });
    if (plan) keep(id, scenario.name);
    return { plan, before };
  }

  async function build(): Promise<Plan | undefined> {
    const { plan } = await built();
    if (plan) await library.refresh();
    return plan;
  }

  async function replace(): Promise<Plan | undefined> {
    const { plan, before } = await built();
    if (!plan) return undefined;
    const old = before.find(({ id }) => id === edited?.id);
    try {
      if (old) await host.remove(sheetsOfScenario(old));
    } finally {
      await library.refresh();
    }
    return plan;
  }

  async function compare(ids: readonly string[]): Promise<void> {
    await start(async () => {
      const all = (await library.refresh()).filter(({ id }) => ids.includes(id));
      const scenarios = [];
      for (const { id, name, sheets, content } of all) {
        if ("problem" in content) continue;
        const figures = await shownFigures(host.read, sheets, content, KEPT_FIGURES);
        scenarios.push({ id, name, figures });
      }
      return planCompare(scenarios, await host.sheetNames());
    });
    await library.refresh();
  }

  return {
    build,
    replace,
    compare,
    filePlan: () => planScenario(scenario, [], "native", record([])),
  };
}
