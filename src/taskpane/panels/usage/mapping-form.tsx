import { Button, Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Format } from "../../../usage";
import { Fold } from "../../fold";
import {
  formatOf,
  type Mapping,
  MAPPING_FIELDS,
  type MappingField,
  missingFields,
  suggestedMapping,
} from "./mapping";
import { rememberedMapping, rememberMapping } from "./remembered-mapping";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px", alignItems: "stretch" },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 130px), 1fr))",
    gap: "12px",
    alignItems: "end",
  },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
  button: { alignSelf: "flex-start" },
});

const HOLDS = [
  ["usage", "Usage of models"],
  ["revenue", "Revenue"],
  ["costs", "Other costs than inference"],
] as const satisfies readonly (readonly [Format["holds"], string])[];

interface ColumnFieldProps {
  readonly field: MappingField;
  readonly columns: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A column of a table, or what else a mapping says. */
function ColumnField({ field, columns, value, onChange }: ColumnFieldProps) {
  const styles = useStyles();
  const { label, hint, isNeeded = false, isText = false } = field;
  const options = field.choices ?? [
    ["", "(none)"] as const,
    ...columns.map((name) => [name, name] as const),
  ];
  return (
    <Field label={label} hint={hint ?? null} required={isNeeded}>
      {isText ? (
        <Input
          className={styles.input}
          value={value}
          onChange={(_event, next) => {
            onChange(next.value);
          }}
        />
      ) : (
        <Select
          className={styles.input}
          value={value === "" ? (options[0]?.[0] ?? "") : value}
          onChange={(_event, next) => {
            onChange(next.value);
          }}
        >
          {options.map(([option, shown]) => (
            <option key={option} value={option}>
              {shown}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface ColumnFieldsProps {
  readonly fields: readonly MappingField[];
  /** The columns of the table. */
  readonly columns: readonly string[];
  /** What holds what, by the keys of fields. */
  readonly mapped: Readonly<Record<string, string>>;
  readonly onChange: (mapped: Record<string, string>) => void;
}

/** Fields of a mapping beside each other. */
export function ColumnFields({ fields, columns, mapped, onChange }: ColumnFieldsProps) {
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      {fields.map((field) => (
        <ColumnField
          key={field.key}
          field={field}
          columns={columns}
          value={mapped[field.key] ?? ""}
          onChange={(value) => {
            onChange({ ...mapped, [field.key]: value });
          }}
        />
      ))}
    </div>
  );
}

interface MappingFormProps {
  readonly columns: readonly string[];
  readonly onFormat: (format: Format) => void;
}

/** Which column of an unknown table holds what; kept on this device for the next such file. */
export function MappingForm({ columns, onFormat }: MappingFormProps) {
  const styles = useStyles();
  const [mapping, setMapping] = useState<Mapping>(
    () => rememberedMapping(columns) ?? suggestedMapping(columns),
  );
  const { holds } = mapping;
  const missing = missingFields(mapping);

  const fields = (list: readonly MappingField[]) => (
    <ColumnFields
      fields={list}
      columns={columns}
      mapped={mapping.columns}
      onChange={(mapped) => setMapping({ ...mapping, columns: mapped })}
    />
  );

  return (
    <div role="group" aria-label="Columns" className={styles.root}>
      <Field label="What does it hold?">
        <Select
          className={styles.input}
          value={holds}
          onChange={(_event, { value }) => {
            const held = HOLDS.find(([each]) => each === value)?.[0];
            setMapping(suggestedMapping(columns, held));
          }}
        >
          {HOLDS.map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {fields(MAPPING_FIELDS[holds].first)}
      <Fold title="More columns">{fields(MAPPING_FIELDS[holds].more)}</Fold>
      {missing.length > 0 && (
        <div>{`Still needed: ${missing.map(({ label }) => label).join("; ")}.`}</div>
      )}
      <Button
        className={styles.button}
        disabledFocusable={missing.length > 0}
        onClick={() => {
          if (missing.length > 0) return;
          rememberMapping(columns, mapping);
          onFormat(formatOf(mapping));
        }}
      >
        Read with these columns
      </Button>
    </div>
  );
}
