import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { SAMPLE } from "../../../scenario/sample";
import type { Plan } from "../../../workbook/plan";
import type { PanelProps } from "../../panel-props";
import { PlanProgress } from "../../plan-progress";
import { usePlanRun } from "../../use-plan-run";
import { BlendedHeadline } from "./blended-headline";
import { BuildButtons } from "./build-buttons";
import { BuiltCharts } from "./built-charts";
import { DownloadButton } from "../../download-button";
import { EditedNote } from "./edited-note";
import { FieldInput } from "./field-input";
import { FormulaChoice } from "./formula-choice";
import { NAME_FIELD, SECTIONS, sectionOfProblem } from "./form-sections";
import { SavedSection } from "./saved-section";
import { scenarioBuild } from "./scenario-build";
import { ScenarioPreview } from "./scenario-preview";
import { ScenarioSections } from "./scenario-sections";
import { TakenOverNote } from "./taken-over-note";
import { useFittedUsage } from "./use-fitted-usage";
import { useOffers } from "./use-offers";
import { useScenarioEditing } from "./use-scenario-editing";
import { whatIfName } from "./what-if-name";

/** From this width on the figures stand beside the fields instead of below them. */
const BESIDE = "@container (min-width: 620px)";

const useStyles = makeStyles({
  container: { containerType: "inline-size" },
  form: {
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    maxWidth: "900px",
    [BESIDE]: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "24px" },
  },
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    minWidth: 0,
    [BESIDE]: { gridColumn: 1, gridRow: "2 / span 4" },
  },
  notes: { display: "flex", flexDirection: "column", rowGap: "8px", minWidth: 0 },
  figures: { minWidth: 0 },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  build: { display: "flex", flexDirection: "column", rowGap: "8px", alignItems: "flex-start" },
});

/** Opens what hides a field, and goes to it. */
function goTo(element: HTMLElement | null | undefined): void {
  const fold = element?.closest("details");
  if (fold) fold.open = true;
  element?.focus();
}

const numberOf = (value: unknown) => (typeof value === "number" ? value : undefined);

/** From assumptions to the ten sheets of a scenario. */
export function ScenarioPanel({ host, now, saveFile, realUsage, keepOffers, report }: PanelProps) {
  const styles = useStyles();
  const editing = useScenarioEditing(host, now, report);
  const [open, setOpen] = useState<readonly string[]>(SECTIONS.slice(0, 2).map(({ id }) => id));
  const [built, setBuilt] = useState<{ readonly name: string; readonly plan: Plan }>();
  const fitted = useFittedUsage(realUsage, editing.form);
  useOffers(editing.form.scenario, keepOffers);
  const element = useRef<HTMLFormElement>(null);
  const { run, start, cancel } = usePlanRun(host, report);
  const { form, edited } = editing;
  const { scenario, problems } = form;
  const { build, replace, compare, filePlan } = scenarioBuild(host, now, editing, start);
  const model = form.isSound ? form.model : undefined;

  /** Goes to the first element of the form that fits, once the change is on the page. */
  function goToAfter(change: () => void, selector: string): void {
    flushSync(change);
    goTo(element.current?.querySelector<HTMLElement>(selector));
  }

  /**
   * Whether nothing is to be corrected; otherwise goes to the first field that is wrong. A taken
   * name that the form came with is in the way of a new scenario alone.
   */
  function isReady(isNew: boolean): boolean {
    const isOwn = editing.hasOwnName;
    const wrong = [...problems.keys()].filter((key) => !(isOwn && key === NAME_FIELD.key));
    if (wrong.length === 0 && !(isOwn && isNew)) return true;
    const sections = wrong.flatMap((key) => sectionOfProblem(key) ?? []);
    goToAfter(() => {
      if (isNew) editing.insistOnNewName();
      setOpen([...new Set([...open, ...sections])]);
    }, "[aria-invalid=true]");
    return false;
  }

  /** Fills the form with a scenario of the workbook and goes to its name. */
  function fill(filled: Promise<void>): void {
    report(undefined);
    filled.then(() => {
      fitted.forget();
      goTo(element.current?.querySelector("input"));
    }, report);
  }

  /** Draws the charts of what is built, once it is. */
  function draw(building: Promise<Plan | undefined>): void {
    const { name } = scenario;
    building.then((plan) => {
      if (plan) setBuilt({ name, plan });
    }, report);
  }

  return (
    <div className={styles.container}>
      <SavedSection
        host={host}
        library={editing.library}
        isRunning={run.state === "running"}
        onOpen={(id) => {
          fill(editing.open(id));
        }}
        onDuplicate={(id) => {
          fill(editing.duplicate(id));
        }}
        onCompare={(ids) => {
          compare(ids).catch(report);
        }}
        onRemoved={(id) => {
          editing.forget(id);
          // The charts may be of what was removed.
          setBuilt(undefined);
        }}
        report={report}
      />
      <form
        ref={element}
        className={styles.form}
        aria-label="Scenario"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady(true)) draw(build());
        }}
      >
        <div className={styles.notes}>
          {edited ? (
            <EditedNote edited={edited} />
          ) : (
            <p className={styles.intro}>
              Does the product make money? The figures are a sample: put in yours.
            </p>
          )}
          {fitted.taken && (
            <TakenOverNote
              taken={fitted.taken}
              inference={numberOf(form.model.value("cost.inference"))}
              onUndo={() => {
                goToAfter(fitted.undo, "input");
              }}
            />
          )}
        </div>
        <div className={styles.fields}>
          <FieldInput form={form} field={NAME_FIELD} />
          <div className={styles.buttons}>
            <Button
              size="small"
              onClick={() => {
                goToAfter(() => {
                  editing.leave((before) => ({ ...before, name: whatIfName(before.name) }));
                }, "input");
              }}
            >
              What if …
            </Button>
            <Button
              size="small"
              onClick={() => {
                editing.leave(() => SAMPLE);
                fitted.forget();
              }}
            >
              Use the sample
            </Button>
          </div>
          <ScenarioSections form={form} open={open} onToggle={setOpen} />
        </div>
        <BlendedHeadline model={model} />
        <div className={styles.figures}>
          {model && <ScenarioPreview scenario={scenario} model={model} />}
        </div>
        <FormulaChoice style={editing.formulas} onChange={editing.chooseFormulas} />
        <div className={styles.build}>
          <BuildButtons
            edited={edited}
            isRunning={run.state === "running"}
            onReplace={() => {
              if (isReady(false)) draw(replace());
            }}
          >
            <DownloadButton
              save={() => (isReady(false) ? saveFile(filePlan(), scenario.name) : undefined)}
              report={report}
            />
          </BuildButtons>
          {problems.size > 0 && (
            <div>
              {problems.size === 1
                ? "One field is to be corrected first."
                : `${problems.size} fields are to be corrected first.`}
            </div>
          )}
          <PlanProgress run={run} onCancel={cancel} />
          {built && <BuiltCharts {...built} host={host} report={report} />}
        </div>
      </form>
    </div>
  );
}
