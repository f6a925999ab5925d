import { Checkbox, Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { ModelPicker } from "../../model-picker";
import { parseNumber } from "../../parse-number";
import { descriptionOf, type FieldKind, hintOf, kindOf } from "./description";
import { isoDate, numberText, serialDate } from "./field-text";
import type { FieldValue, FormField } from "./form-field";

import type { ScenarioForm } from "./use-scenario-form";

const useStyles = makeStyles({
  // Inputs of Fluent have a least width that is too wide for two in a narrow pane.
  input: { minWidth: 0, width: "100%", scrollMarginBottom: "64px", "& select": { minWidth: 0 } },
  wide: { gridColumn: "1 / -1" },
});

interface FieldInputProps {
  readonly form: ScenarioForm;
  readonly field: FormField;
}

/** The values of a choice, with their texts. */
function optionsOf(
  { scenario, model }: ScenarioForm,
  kind: FieldKind,
  list: string,
): readonly (readonly [FieldValue, string])[] {
  if (kind === "tariff") return scenario.tariffs.map(({ name }, i) => [i + 1, `${i + 1}. ${name}`]);
  return model.values(list).map((value) => [String(value), String(value)]);
}

/** One input of the scenario, with its label, unit, note and what is wrong with it. */
export function FieldInput({ form, field }: FieldInputProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const description = descriptionOf(form, field);
  const kind = kindOf(field, description);
  const value = field.of(form.scenario);
  const put = (next: FieldValue) => {
    form.change((scenario) => field.put(scenario, next));
  };

  if (kind === "switch") {
    return (
      <Checkbox
        className={styles.wide}
        label={description.label}
        checked={value === 1}
        onChange={(_event, { checked }) => {
          put(checked === true ? 1 : 0);
        }}
      />
    );
  }

  const isNumber = kind === "count" || kind === "money" || kind === "percent";
  const parsed = isNumber ? parseNumber(typed, kind) : undefined;
  const read = parsed && "value" in parsed ? parsed.value : Number.NaN;
  // What was typed stands as long as it means the value: another row or a sample may have come in.
  const text = Object.is(read, value) ? typed : numberText(value, kind);
  const unread = parsed && "problem" in parsed && text === typed ? parsed.problem : undefined;
  const problem = form.problems.get(field.key);
  const message = problem === undefined ? undefined : (unread ?? problem);
  const hint = hintOf(kind, description);

  function control() {
    if (kind === "model") {
      const { scenario, day } = form;
      return <ModelPicker day={day} own={scenario.prices} value={String(value)} onChange={put} />;
    }
    if (kind === "list" || kind === "tariff") {
      const { allowed } = description;
      const list = allowed && "oneOf" in allowed ? allowed.oneOf : "";
      const options = optionsOf(form, kind, list);
      return (
        <Select
          className={styles.input}
          value={String(value)}
          onChange={(_event, { value: chosen }) => {
            put(options.find(([option]) => String(option) === chosen)?.[0] ?? chosen);
          }}
        >
          {options.map(([option, shown]) => (
            <option key={String(option)} value={String(option)}>
              {shown}
            </option>
          ))}
        </Select>
      );
    }
    if (kind === "date") {
      return (
        <Input
          className={styles.input}
          type="date"
          value={isoDate(value)}
          onChange={(_event, { value: date }) => {
            // An unfinished date is not taken over.
            if (date !== "") put(serialDate(date));
          }}
        />
      );
    }
    return (
      <Input
        className={styles.input}
        autoComplete="off"
        {...(isNumber && { inputMode: "decimal" as const })}
        contentAfter={kind === "percent" ? <span>%</span> : null}
        value={isNumber ? text : String(value)}
        onChange={(_event, { value: next }) => {
          if (!isNumber) {
            put(next);
            return;
          }
          setTyped(next);
          const number = parseNumber(next, kind);
          put("value" in number ? number.value : Number.NaN);
        }}
      />
    );
  }

  return (
    <Field
      className={kind === "model" || kind === "text" ? styles.wide : ""}
      label={description.label}
      hint={hint === "" ? null : hint}
      validationState={message === undefined ? "none" : "error"}
      validationMessage={message ?? null}
    >
      {control()}
    </Field>
  );
}
