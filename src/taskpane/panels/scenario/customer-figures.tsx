import { makeStyles, tokens } from "@fluentui/react-components";
import type { PercentileFigures } from "../../../scenario";
import { showMoney, showPercent } from "../../show-number";
import { FigureText } from "./figure-text";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    "& caption": {
      textAlign: "left",
      paddingBottom: "4px",
      fontWeight: tokens.fontWeightSemibold,
    },
    "& th, & td": {
      padding: "4px 4px 4px 0",
      textAlign: "left",
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& thead th": { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
    "& .number": { textAlign: "right", fontVariantNumeric: "tabular-nums", paddingRight: "12px" },
    "& .number:last-child": { paddingRight: 0 },
  },
  scroll: { overflowX: "auto" },
  hint: {
    marginTop: "4px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const show = (text: string) => text;

/** One customer at each percentile of usage: margin, status and single-customer floor. */
export function CustomerFigures({ rows }: { readonly rows: readonly PercentileFigures[] }) {
  const styles = useStyles();
  return (
    <div>
      {/* What may have to scroll has to be reached by keyboard. */}
      <div className={styles.scroll} role="group" aria-label="One customer" tabIndex={0}>
        <table className={styles.table}>
          <caption>One customer, by usage</caption>
          <thead>
            <tr>
              <th scope="col">Usage</th>
              <th scope="col" className="number">
                Margin
              </th>
              <th scope="col">Status</th>
              <th scope="col" className="number">
                Floor
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ percentile, margin, status, floor }) => (
              <tr key={percentile}>
                <th scope="row">P{Math.round(percentile * 100)}</th>
                <td className="number">
                  <FigureText of={margin} show={showPercent} />
                </td>
                <td>
                  <FigureText of={status} show={show} />
                </td>
                <td className="number">
                  <FigureText of={floor} show={showMoney} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.hint}>
        Floor: the single-customer floor, the price at which this customer alone meets the target.
        For bespoke quotes and fair-use caps, not a list price.
      </div>
    </div>
  );
}
