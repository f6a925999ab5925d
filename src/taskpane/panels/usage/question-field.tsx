import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Question } from "../../../usage";

const useStyles = makeStyles({
  // Inputs of Fluent have a least width that is too wide for a narrow pane.
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

interface QuestionFieldProps {
  readonly id: string;
  readonly question: Question;
  readonly value: string | undefined;
  readonly onAnswer: (value: string | undefined) => void;
}

/** A question about an export, with why it is asked. */
export function QuestionField({ id, question, value, onAnswer }: QuestionFieldProps) {
  const styles = useStyles();
  const { text, why, options, isOpen, isNeeded } = question;
  const [typed, setTyped] = useState(value ?? "");
  const isMissing = isNeeded && value === undefined;
  const take = () => {
    const answer = typed.trim();
    if (answer !== (value ?? "")) onAnswer(answer === "" ? undefined : answer);
  };
  return (
    <Field
      label={text}
      hint={why}
      required={isNeeded}
      {...(isMissing && {
        validationState: "warning" as const,
        validationMessage: "To be answered before the import",
      })}
    >
      {isOpen ? (
        <>
          <Input
            className={styles.input}
            list={id}
            autoComplete="off"
            placeholder="UTC, +02:00 or Europe/Berlin"
            value={typed}
            onChange={(_event, next) => {
              setTyped(next.value);
            }}
            onBlur={take}
            onKeyDown={({ key }) => {
              if (key === "Enter") take();
            }}
          />
          <datalist id={id}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </datalist>
        </>
      ) : (
        <Select
          className={styles.input}
          value={value ?? ""}
          onChange={(_event, { value: chosen }) => {
            onAnswer(chosen === "" ? undefined : chosen);
          }}
        >
          <option value="">{isNeeded ? "Choose …" : "As it usually is"}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
