import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { FormulaStyle } from "../../../workbook/formula-style";

interface FormulaChoiceProps {
  readonly style: FormulaStyle;
  readonly onChange: (style: FormulaStyle) => void;
}

/** How the formulas of the sheet are written. */
export function FormulaChoice({ style, onChange }: FormulaChoiceProps) {
  return (
    <Field label="Formulas">
      <RadioGroup
        value={style}
        onChange={(_event, { value }) => {
          onChange(value === "AIM" ? "AIM" : "native");
        }}
      >
        <Radio value="native" label="Ordinary Excel: colleagues need no add-in" />
        <Radio value="AIM" label="AIM functions: shorter, need the add-in" />
      </RadioGroup>
    </Field>
  );
}
