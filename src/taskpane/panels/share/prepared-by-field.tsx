import { Field, Input, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ input: { minWidth: 0 } });

interface PreparedByFieldProps {
  /** What the name is written into. */
  readonly into: "workbook" | "copy";
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Who stands behind the figures; nothing of it is known unless it is typed here. */
export function PreparedByField({ into, value, onChange }: PreparedByFieldProps) {
  const styles = useStyles();
  return (
    <Field label={`Prepared by (optional; written into the ${into})`}>
      <Input
        className={styles.input}
        value={value}
        onChange={(_event, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}
