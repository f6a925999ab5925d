import { makeStyles, tokens } from "@fluentui/react-components";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import { moneyFormat } from "../../money-format";
import { showPercent } from "../../show-number";

const useStyles = makeStyles({
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  caption: {
    textAlign: "start",
    paddingBlock: "4px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { textAlign: "start", padding: "4px 8px 4px 0", overflowWrap: "anywhere" },
  number: {
    textAlign: "end",
    padding: "4px 0 4px 8px",
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

const SHOWN = 10;

/** The customers that leave least, the worst first. */
export function WorstCustomers({ report }: { readonly report: CustomersReport }) {
  const styles = useStyles();
  const { cents } = moneyFormat(report.terms.currency);
  const worst = [...report.customers].sort((a, b) => a.grossProfit - b.grossProfit).slice(0, SHOWN);
  if (worst.length === 0) return null;
  return (
    // The keyboard has to reach what is wider than the pane.
    <div role="region" aria-label="Worst customers" tabIndex={0} className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>Customers that leave least</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.text}>
              Customer
            </th>
            <th scope="col" className={styles.number}>
              Revenue
            </th>
            <th scope="col" className={styles.number}>
              Cost
            </th>
            <th scope="col" className={styles.number}>
              Margin
            </th>
            <th scope="col" className={styles.number}>
              Status
            </th>
          </tr>
        </thead>
        <tbody>
          {worst.map(({ id, name, revenue, cogs, margin, status }) => (
            <tr key={id} className={styles.row}>
              <th scope="row" className={styles.text}>
                {name}
              </th>
              <td className={styles.number}>{cents(revenue)}</td>
              <td className={styles.number}>{cents(cogs)}</td>
              <td className={styles.number}>{margin === null ? "" : showPercent(margin)}</td>
              <td className={styles.number}>{status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
