import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { LAST_MONTHS, type Period } from "./period";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 130px), 1fr))",
    gap: "12px",
  },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

interface PeriodFieldsProps {
  readonly period: Period;
  readonly problem: string | undefined;
  readonly onChange: (period: Period) => void;
}

/** Which months are summed up. */
export function PeriodFields({ period, problem, onChange }: PeriodFieldsProps) {
  const styles = useStyles();
  const month = (key: "first" | "last", label: string) => (
    <Field
      label={label}
      validationState={problem === undefined ? "none" : "error"}
      validationMessage={key === "first" ? (problem ?? null) : null}
    >
      <Input
        className={styles.input}
        type="month"
        placeholder="2026-09"
        value={period[key]}
        onChange={(_event, { value }) => {
          onChange({ ...period, [key]: value });
        }}
      />
    </Field>
  );
  return (
    <>
      <Field label="Period" hint="Calendar months in UTC">
        <Select
          className={styles.input}
          value={period.kind}
          onChange={(_event, { value }) => {
            const kind = (["all", "last", "own"] as const).find((each) => each === value);
            if (kind) onChange({ ...period, kind });
          }}
        >
          <option value="last">{`The last ${LAST_MONTHS} whole months`}</option>
          <option value="all">All</option>
          <option value="own">Months of my choice</option>
        </Select>
      </Field>
      {period.kind === "own" && (
        <div className={styles.grid}>
          {month("first", "First month")}
          {month("last", "Last month")}
        </div>
      )}
    </>
  );
}
