import { useMemo, useState } from "react";
import { type ChangedScenario, changedScenario } from "../../../scenario/saved-scenario-changes";
import { SAMPLE } from "../../../scenario/sample";
import type { Scenario } from "../../../scenario/scenario";
import type { FormulaStyle } from "../../../workbook/formula-style";
import type { Host } from "../../../workbook/host";
import { excelDay } from "../../local-day";
import { isNameTaken, isSameName } from "./scenario-names";
import { type ScenarioForm, useScenarioForm } from "./use-scenario-form";
import { type SavedScenarios, useSavedScenarios } from "./use-saved-scenarios";
import { whatIfName } from "./what-if-name";

/** A scenario of the workbook that the form holds. */
export interface Edited {
  readonly id: string;
  readonly name: string;
  /** What was changed on its sheets after they were built. */
  readonly changes?: Omit<ChangedScenario, "scenario">;
  readonly missing: readonly string[];
}

export interface ScenarioEditing {
  readonly form: ScenarioForm;
  readonly library: SavedScenarios;
  readonly formulas: FormulaStyle;
  readonly chooseFormulas: (style: FormulaStyle) => void;
  readonly edited: Edited | undefined;
  /** Fills the form with a scenario of the workbook, with what was changed on its sheets. */
  readonly open: (id: string) => Promise<void>;
  /** Fills the form with a copy of a scenario under a new name. */
  readonly duplicate: (id: string) => Promise<void>;
  /** Fills the form with what is no scenario of the workbook yet. */
  readonly leave: (change: (scenario: Scenario) => Scenario) => void;
  /** The form holds from now on what was just built. */
  readonly keep: (id: string, name: string) => void;
  /** The scenario that the form holds is gone. */
  readonly forget: (id: string) => void;
  /** Whether the name is taken and the one that the form came with: in the way of a new scenario alone. */
  readonly hasOwnName: boolean;
  /** Takes the own name for a problem, too, once a new scenario is asked for. */
  readonly insistOnNewName: () => void;
}

/** The form, the scenarios of the workbook, and which of them the form holds. */
export function useScenarioEditing(
  host: Host,
  now: () => Date,
  report: (error: unknown) => void,
): ScenarioEditing {
  const day = excelDay(now());
  const library = useSavedScenarios(host, day, report);
  const [edited, setEdited] = useState<Edited>();
  const [isNew, setIsNew] = useState(false);
  const [formulas, chooseFormulas] = useState<FormulaStyle>("native");
  const { list } = library;
  const names = useMemo(() => (list ?? []).map(({ saved }) => saved.name), [list]);
  /** What the form came with has a name already: in the way once a new scenario is asked for. */
  const own = edited?.name ?? SAMPLE.name;
  const form = useScenarioForm(day, names, isNew ? undefined : own);

  function hold(scenario: Scenario, next: Edited | undefined): void {
    form.change(() => scenario);
    setEdited(next);
    setIsNew(false);
  }

  /** A scenario as it is in the workbook now, and its sheets' inputs. */
  async function current(id: string) {
    const all = await library.refresh();
    const saved = all.find((one) => one.id === id);
    if (!saved || "problem" in saved.content) return undefined;
    const changed = await changedScenario(host.read, saved, saved.content.scenario);
    return { saved, content: saved.content, changed, names: all.map(({ name }) => name) };
  }

  async function open(id: string): Promise<void> {
    const found = await current(id);
    if (!found) return;
    const { scenario, ...changes } = found.changed;
    const { missing, style } = found.content;
    chooseFormulas(style);
    hold(scenario, { id, name: found.saved.name, changes, missing });
  }

  async function duplicate(id: string): Promise<void> {
    const found = await current(id);
    if (!found) return;
    let name = whatIfName(found.saved.name);
    while (isNameTaken(name, found.names)) name = whatIfName(name);
    chooseFormulas(found.content.style);
    hold({ ...found.changed.scenario, name }, undefined);
  }

  return {
    form,
    library,
    formulas,
    chooseFormulas,
    edited,
    open,
    duplicate,
    leave: (change) => {
      form.change(change);
      setEdited(undefined);
      setIsNew(false);
    },
    keep: (id, name) => {
      setEdited({ id, name, missing: [] });
      setIsNew(false);
    },
    forget: (id) => {
      setEdited((before) => (before?.id === id ? undefined : before));
    },
    hasOwnName: isSameName(form.scenario.name, own) && isNameTaken(own, names),
    insistOnNewName: () => {
      setIsNew(true);
    },
  };
}
