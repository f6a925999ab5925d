import { makeStyles, tokens } from "@fluentui/react-components";
import type { Model } from "../../../workbook/model";
import { showPercent } from "../../show-number";
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

interface CustomerFiguresProps {
  readonly model: Model;
  readonly money: (value: number) => string;
}

/** One customer at each percentile of usage: margin, status and single-customer floor. */
export function CustomerFigures({ model, money }: CustomerFiguresProps) {
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
            {["p50", "p90", "p99"].map((key) => (
              <tr key={key}>
                <th scope="row">{key.toUpperCase()}</th>
                <td className="number">
                  <FigureText of={model.value(`summary.margin.${key}`)} show={showPercent} />
                </td>
                <td>
                  <FigureText of={model.value(`summary.status.${key}`)} show={showPercent} />
                </td>
                <td className="number">
                  <FigureText of={model.value(`floor.${key}`)} show={money} />
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
