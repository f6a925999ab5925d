import { Field, makeStyles, Select } from "@fluentui/react-components";
import type { ServerChoice } from "./server-choice";

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

interface CustomerFieldProps {
  readonly choice: ServerChoice;
  readonly onChange: (choice: ServerChoice) => void;
}

/** What names the customer, with some of the values that were found; and how cached tokens count. */
export function CustomerField({ choice, onChange }: CustomerFieldProps) {
  const styles = useStyles();
  const { customers, customer, source, cached } = choice;
  const examples = customer?.examples ?? [];
  const hint =
    customer === null
      ? "All of it is summed up as usage of no customer."
      : examples.length > 0
        ? `Such as ${examples.join(", ")}`
        : "No value was found in its last rows.";
  return (
    <>
      <Field label="What names the customer" hint={hint}>
        <Select
          className={styles.input}
          value={customer === null ? "" : `${customers.indexOf(customer)}`}
          onChange={(_event, { value }) => {
            onChange({ ...choice, customer: customers[Number(value || "-1")] ?? null });
          }}
        >
          {customers.map(({ label }, i) => (
            <option key={label} value={`${i}`}>
              {label}
            </option>
          ))}
          <option value="">Nothing of it</option>
        </Select>
      </Field>
      {source.asksCached && (
        <Field
          label="Its input tokens"
          hint="What writes such tables does not agree on this; costs depend on it."
        >
          <Select
            className={styles.input}
            value={cached ?? ""}
            onChange={(_event, { value }) => {
              const own = (["included", "apart"] as const).find((each) => each === value);
              onChange({ ...choice, cached: own });
            }}
          >
            <option value="">As its rows prove</option>
            <option value="included">include the cached ones</option>
            <option value="apart">leave the cached ones out</option>
          </Select>
        </Field>
      )}
    </>
  );
}
