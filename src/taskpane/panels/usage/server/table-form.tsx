import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { TableMapping, UnknownTable } from "../../../../usage/engines/clickhouse/warehouse";
import { Fold } from "../../../fold";
import type { MappingField } from "../mapping";
import { ColumnFields } from "../mapping-form";
import { rememberedMapping, rememberMapping } from "../remembered-mapping";
import { suggestedColumns, TABLE_FIELDS, tableMapping } from "./table-mapping";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  button: { alignSelf: "flex-start" },
});

interface TableFormProps {
  readonly table: UnknownTable;
  readonly isBusy: boolean;
  readonly onMapping: (mapping: TableMapping) => void;
}

/** Which column of a table that was not recognised holds what; kept on this device by their names. */
export function TableForm({ table, isBusy, onMapping }: TableFormProps) {
  const styles = useStyles();
  const names = table.columns.map(({ name }) => name);
  const [columns, setColumns] = useState(
    () => rememberedMapping(names)?.columns ?? suggestedColumns(table),
  );
  const mapping = tableMapping(columns);
  const canRead = mapping !== undefined && !isBusy;

  const fields = (list: readonly MappingField[]) => (
    <ColumnFields fields={list} columns={names} mapped={columns} onChange={setColumns} />
  );

  return (
    <div role="group" aria-label="Columns of the table" className={styles.root}>
      {fields(TABLE_FIELDS.first)}
      <Fold title="More columns">{fields(TABLE_FIELDS.more)}</Fold>
      {mapping === undefined && <div>Still needed: the column of the time.</div>}
      <Button
        className={styles.button}
        disabledFocusable={!canRead}
        onClick={() => {
          if (!canRead) return;
          rememberMapping(names, { holds: "usage", columns });
          onMapping(mapping);
        }}
      >
        Use these columns
      </Button>
    </div>
  );
}
