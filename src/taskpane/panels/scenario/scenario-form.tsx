import { Field, Input, makeStyles } from "@fluentui/react-components";
import { type FieldName, NUMBER_FIELDS, type ScenarioTexts } from "./scenario-fields";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 120px), 1fr))",
    gap: "12px",
    alignItems: "start",
  },
  wide: { gridColumn: "1 / -1" },
  // Inputs of Fluent have a least width that is too wide for two in a narrow pane.
  input: { minWidth: 0, width: "100%", scrollMarginBottom: "64px" },
});

interface ScenarioFormProps {
  readonly texts: ScenarioTexts;
  readonly problems: ReadonlyMap<FieldName, string>;
  readonly onChange: (field: FieldName, text: string) => void;
}

/** The assumptions of a scenario, each with its unit, its meaning and what is wrong with it. */
export function ScenarioForm({ texts, problems, onChange }: ScenarioFormProps) {
  const styles = useStyles();

  function state(field: FieldName) {
    const problem = problems.get(field);
    return {
      validationState: problem === undefined ? ("none" as const) : ("error" as const),
      validationMessage: problem ?? null,
    };
  }

  return (
    <div className={styles.grid}>
      <Field className={styles.wide} label="Name of the scenario" {...state("name")}>
        <Input
          className={styles.input}
          value={texts.name}
          onChange={(_event, { value }) => {
            onChange("name", value);
          }}
        />
      </Field>
      {NUMBER_FIELDS.map(({ name, kind, label, unit, hint }) => (
        <Field key={name} label={label} hint={hint} {...state(name)}>
          <Input
            className={styles.input}
            inputMode="decimal"
            autoComplete="off"
            contentBefore={kind === "money" ? <span>$</span> : null}
            contentAfter={unit ? <span>{unit}</span> : null}
            value={texts[name]}
            onChange={(_event, { value }) => {
              onChange(name, value);
            }}
          />
        </Field>
      ))}
    </div>
  );
}
