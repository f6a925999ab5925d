import { makeStyles, tokens } from "@fluentui/react-components";
import { COMPARED } from "../../../scenario/tariff-items";
import { showPercent } from "../../show-number";

const useStyles = makeStyles({
  summary: { cursor: "pointer", paddingBlock: "8px" },
  scroll: { overflowX: "auto" },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      padding: "4px 8px 4px 0",
      textAlign: "right",
      whiteSpace: "nowrap",
      fontWeight: tokens.fontWeightRegular,
      fontVariantNumeric: "tabular-nums",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& tr > :first-child": { textAlign: "left" },
  },
});

interface MarginTableProps {
  readonly tariffs: readonly {
    readonly name: string;
    readonly margins: readonly (number | undefined)[];
  }[];
}

/** The figures of the chart. */
export function MarginTable({ tariffs }: MarginTableProps) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>Margins as a table</summary>
      {/* What may have to scroll has to be reached by keyboard. */}
      <div className={styles.scroll} role="group" aria-label="Margins as a table" tabIndex={0}>
        <table className={styles.table} aria-label="Margin by usage">
          <thead>
            <tr>
              <th scope="col">Tariff</th>
              {COMPARED.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tariffs.map(({ name, margins }, place) => (
              <tr key={place}>
                <th scope="row">{name}</th>
                {margins.map((margin, i) => (
                  <td key={i}>{margin === undefined ? "none" : showPercent(margin)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
