import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FieldInput } from "./field-input";
import type { FormField } from "./form-field";
import type { ScenarioForm } from "./use-scenario-form";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 120px), 1fr))",
    gap: "12px",
    alignItems: "start",
  },
});

interface FieldGridProps {
  readonly form: ScenarioForm;
  readonly fields: readonly FormField[];
  readonly children?: ReactNode;
}

/** Fields side by side, as many as the pane has room for. */
export function FieldGrid({ form, fields, children }: FieldGridProps) {
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      {fields.map((field) => (
        <FieldInput key={field.key} form={form} field={field} />
      ))}
      {children}
    </div>
  );
}
