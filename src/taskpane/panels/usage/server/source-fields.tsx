import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { mappedSource } from "../../../../usage/engines/clickhouse/sources/mapped";
import type { UnknownTable } from "../../../../usage/engines/clickhouse/warehouse";
import { CustomerField } from "./customer-field";
import type { ServerChoice } from "./server-choice";
import { TableForm } from "./table-form";
import type { Connected, ServerControl } from "./use-server";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px", overflowWrap: "anywhere" },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** A table that was picked, and what is chosen of it once that is known. */
export interface Picked {
  readonly table: string;
  readonly choice?: ServerChoice;
}

interface SourceFieldsProps {
  readonly server: ServerControl;
  readonly connected: Connected;
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
}

/** Looks for what can name the customer in a source. */
async function chosen(
  { ask }: Pick<ServerControl, "ask">,
  choice: Pick<ServerChoice, "source" | "mapping">,
): Promise<ServerChoice | undefined> {
  return ask(async ({ warehouse }, { signal, onProgress }) => {
    onProgress("Looking for what names the customer", 0);
    const customers = await warehouse.customers(choice.source, signal);
    return { ...choice, customers, customer: customers[0] ?? null };
  });
}

/** Which table is summed up, and which of its columns hold what. */
export function SourceFields({ server, connected, picked, onPick }: SourceFieldsProps) {
  const styles = useStyles();
  const { sources, others } = connected;
  const { table, choice } = picked;
  const isBusy = server.run.state === "running";
  const known = sources.find((source) => source.table === table);
  const unknown = others.find((other) => other.table === table);

  const pick = async (name: string) => {
    if (isBusy) return;
    onPick({ table: name });
    const source = sources.find((each) => each.table === name);
    const found = source && (await chosen(server, { source }));
    if (found) onPick({ table: name, choice: found });
  };

  const withMapping = async (own: UnknownTable, mapping: ServerChoice["mapping"]) => {
    if (mapping === undefined) return;
    const found = await chosen(server, { source: mappedSource(own), mapping });
    if (found === undefined) return;
    const customer = found.customers.find(({ column }) => column === mapping.customer) ?? null;
    onPick({ table: own.table, choice: { ...found, customer } });
  };

  if (sources.length + others.length === 0) {
    return <div>This user may read no table of this server, or there is none.</div>;
  }
  return (
    <div className={styles.root}>
      <Field label="Table of usage">
        <Select
          className={styles.input}
          value={table}
          onChange={(_event, { value }) => void pick(value)}
        >
          <option value="">Choose …</option>
          {sources.length > 0 && (
            <optgroup label="Recognised">
              {sources.map((source) => (
                <option key={source.table} value={source.table}>
                  {`${source.table}: ${source.name}`}
                </option>
              ))}
            </optgroup>
          )}
          {others.length > 0 && (
            <optgroup label="To be told which column holds what">
              {others.map((other) => (
                <option key={other.table} value={other.table}>
                  {other.table}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
      </Field>
      {known && (
        <div>
          <strong>{known.name}</strong>
          <span className={styles.hint}>{` by its columns ${known.because.join(", ")}`}</span>
        </div>
      )}
      {known?.notes.map((note) => (
        <div key={note} className={styles.hint}>
          {note}
        </div>
      ))}
      {unknown && (
        <TableForm
          key={unknown.table}
          table={unknown}
          isBusy={isBusy}
          onMapping={(mapping) => void withMapping(unknown, mapping)}
        />
      )}
      {choice && (
        <CustomerField
          choice={choice}
          onChange={(changed) => {
            onPick({ table, choice: changed });
          }}
        />
      )}
    </div>
  );
}
