import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { buildScenarioPlan, SAMPLE, scenarioFigures } from "../../../scenario";
import type { FormulaStyle } from "../../../workbook/formula";
import type { PanelProps } from "../../panel-props";
import { PlanProgress } from "../../plan-progress";
import { usePlanRun } from "../../use-plan-run";
import { BlendedHeadline } from "./blended-headline";
import { FormulaChoice } from "./formula-choice";
import { NUMBER_FIELDS, readScenario, textsOf } from "./scenario-fields";
import { ScenarioForm } from "./scenario-form";
import { ScenarioPreview } from "./scenario-preview";

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
  fields: { [BESIDE]: { gridColumn: 1, gridRow: "2 / span 3" } },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  build: { display: "flex", flexDirection: "column", rowGap: "8px", alignItems: "flex-start" },
});

/** From a short form to the first sheet of a scenario. */
export function ScenarioPanel({ host, report }: PanelProps) {
  const styles = useStyles();
  const [texts, setTexts] = useState(() => textsOf(SAMPLE));
  const [formulas, setFormulas] = useState<FormulaStyle>("native");
  const { run, start, cancel } = usePlanRun(host, report);
  const { input, problems } = readScenario(texts);
  const figures = NUMBER_FIELDS.some(({ name }) => problems.has(name))
    ? undefined
    : scenarioFigures(input);

  function build(form: HTMLFormElement): void {
    if (problems.size > 0) form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    else void start(async () => buildScenarioPlan(input, await host.sheetNames(), formulas));
  }

  return (
    <div className={styles.container}>
      <form
        className={styles.form}
        aria-label="Scenario"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          build(event.currentTarget);
        }}
      >
        <p className={styles.intro}>
          A flat price against uneven usage. The figures are a sample: put in yours.
        </p>
        <div className={styles.fields}>
          <ScenarioForm
            texts={texts}
            problems={problems}
            onChange={(field, text) => {
              setTexts((before) => ({ ...before, [field]: text }));
            }}
          />
        </div>
        <BlendedHeadline figures={figures} />
        {figures && <ScenarioPreview figures={figures} targetMargin={input.targetMargin} />}
        <FormulaChoice style={formulas} onChange={setFormulas} />
        <div className={styles.build}>
          <Button type="submit" appearance="primary" disabledFocusable={run.state === "running"}>
            Build sheet
          </Button>
          <PlanProgress run={run} onCancel={cancel} />
        </div>
      </form>
    </div>
  );
}
