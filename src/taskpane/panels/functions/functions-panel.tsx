import { Field, makeStyles, SearchBox } from "@fluentui/react-components";
import { useState } from "react";
import type { PanelProps } from "../../panel-props";
import { functionEntries, searchFunctions } from "./function-entries";
import { FunctionList } from "./function-list";
import { SelfTest } from "./self-test";
import { useFunctionMetadata } from "./use-function-metadata";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  search: { minWidth: 0, maxWidth: "none" },
});

/** All functions with their help, and a way to put them into cells. */
export function FunctionsPanel({ host, now, loadMetadata, report }: PanelProps) {
  const styles = useStyles();
  const { metadata, hasFailed } = useFunctionMetadata(loadMetadata);
  const [query, setQuery] = useState("");
  const all = functionEntries(metadata);
  const found = searchFunctions(all, query);

  async function insert(formula: string): Promise<string | undefined> {
    report(undefined);
    try {
      return await host.insertFormula(formula);
    } catch (error) {
      report(error);
      return undefined;
    }
  }

  const count =
    found.length === all.length
      ? `${all.length} functions.`
      : `${found.length} of ${all.length} functions.`;
  return (
    <div className={styles.root}>
      <Field label="Search functions">
        <SearchBox
          className={styles.search}
          placeholder="Name, meaning or parameter"
          value={query}
          onChange={(_event, { value }) => {
            setQuery(value);
          }}
        />
      </Field>
      <div role="status">{count}</div>
      {hasFailed && <div>The descriptions could not be loaded. Open the pane again to retry.</div>}
      <SelfTest host={host} report={report} metadata={metadata} />
      <FunctionList entries={found} now={now} insert={insert} />
    </div>
  );
}
