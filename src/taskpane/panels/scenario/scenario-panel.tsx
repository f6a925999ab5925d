import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { planScenario } from "../../../scenario/build-scenario";
import { SAMPLE } from "../../../scenario/sample";
import type { FormulaStyle } from "../../../workbook/formula-style";
import type { PanelProps } from "../../panel-props";
import { PlanProgress } from "../../plan-progress";
import { usePlanRun } from "../../use-plan-run";
import { BlendedHeadline } from "./blended-headline";
import { DownloadButton } from "./download-button";
import { FieldInput } from "./field-input";
import { FormulaChoice } from "./formula-choice";
import { NAME_FIELD, SECTIONS, sectionOfProblem } from "./form-sections";
import { ScenarioPreview } from "./scenario-preview";
import { ScenarioSections } from "./scenario-sections";
import { useScenarioForm } from "./use-scenario-form";
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

/** From assumptions to the ten sheets of a scenario. */
export function ScenarioPanel({ host, now, saveFile, report }: PanelProps) {
  const styles = useStyles();
  const form = useScenarioForm(now);
  const [open, setOpen] = useState<readonly string[]>(SECTIONS.slice(0, 2).map(({ id }) => id));
  const [formulas, setFormulas] = useState<FormulaStyle>("native");
  const element = useRef<HTMLFormElement>(null);
  const { run, start, cancel } = usePlanRun(host, report);
  const { scenario, problems } = form;
  const model = form.isSound ? form.model : undefined;

  /** Goes to the first element of the form that fits, once the change is on the page. */
  function goToAfter(change: () => void, selector: string): void {
    flushSync(change);
    goTo(element.current?.querySelector<HTMLElement>(selector));
  }

  /** Whether nothing is to be corrected; otherwise goes to the first field that is wrong. */
  function isReady(): boolean {
    if (problems.size === 0) return true;
    const wrong = [...problems.keys()].flatMap((key) => sectionOfProblem(key) ?? []);
    goToAfter(() => {
      setOpen([...new Set([...open, ...wrong])]);
    }, "[aria-invalid=true]");
    return false;
  }

  function build(): void {
    if (!isReady()) return;
    void start(async () => planScenario(scenario, await host.sheetNames(), formulas));
  }

  return (
    <div className={styles.container}>
      <form
        ref={element}
        className={styles.form}
        aria-label="Scenario"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          build();
        }}
      >
        <p className={styles.intro}>
          Does the product make money? The figures are a sample: put in yours.
        </p>
        <div className={styles.fields}>
          <FieldInput form={form} field={NAME_FIELD} />
          <div className={styles.buttons}>
            <Button
              size="small"
              onClick={() => {
                goToAfter(() => {
                  form.change((before) => ({ ...before, name: whatIfName(before.name) }));
                }, "input");
              }}
            >
              What if …
            </Button>
            <Button
              size="small"
              onClick={() => {
                form.change(() => SAMPLE);
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
        <FormulaChoice style={formulas} onChange={setFormulas} />
        <div className={styles.build}>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={run.state === "running"}>
              Build scenario
            </Button>
            <DownloadButton
              // A file goes to people who have no add-in, so its formulas are always ordinary ones.
              save={() =>
                isReady() ? saveFile(planScenario(scenario, []), scenario.name) : undefined
              }
              report={report}
            />
          </div>
          {problems.size > 0 && (
            <div>
              {problems.size === 1
                ? "One field is to be corrected first."
                : `${problems.size} fields are to be corrected first.`}
            </div>
          )}
          <PlanProgress run={run} onCancel={cancel} />
        </div>
      </form>
    </div>
  );
}
