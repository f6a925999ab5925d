import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { type NumberKind, parseNumber } from "../../parse-number";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly kind: NumberKind;
  /** What it holds at first. */
  readonly start: string;
  /** What is wrong with a number, if anything. */
  readonly problemOf?: (value: number) => string | undefined;
  /** Undefined where the text is no number that may stand here. */
  readonly onChange: (value: number | undefined) => void;
}

/** A field for a number, which says at once what is wrong with it. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, kind, start, problemOf, onChange } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState(start);
  const problemIn = (text: string): string | undefined => {
    if (text.trim() === "") return undefined;
    const parsed = parseNumber(text, kind);
    return "problem" in parsed ? parsed.problem : problemOf?.(parsed.value);
  };
  const problem = problemIn(typed);
  return (
    <Field
      label={label}
      hint={hint ?? null}
      validationState={problem === undefined ? "none" : "error"}
      validationMessage={problem ?? null}
    >
      <Input
        className={styles.input}
        autoComplete="off"
        inputMode="decimal"
        value={typed}
        onChange={(_event, { value }) => {
          setTyped(value);
          const parsed = parseNumber(value, kind);
          const isSound = "value" in parsed && problemIn(value) === undefined;
          onChange(isSound ? parsed.value : undefined);
        }}
      />
    </Field>
  );
}
