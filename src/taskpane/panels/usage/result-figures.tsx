import { makeStyles, tokens } from "@fluentui/react-components";
import type { CustomerStatus } from "../../../usage/customers/customer-figures";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import { units } from "../../../usage/customers/margin-figures";
import { BASES } from "../../../usage/customers/ledger";
import { moneyFormat } from "../../money-format";
import { showCount, showPercent } from "../../show-number";

const useStyles = makeStyles({
  list: { margin: 0, display: "flex", flexDirection: "column", rowGap: "6px" },
  row: { display: "flex", justifyContent: "space-between", columnGap: "12px" },
  value: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    textAlign: "end",
  },
});

const BASIS_WORDS = {
  billed: "billed by the provider",
  reported: "reported with the usage",
  derived: "derived from catalog prices",
  assumed: "at prices that you gave",
} as const;

const STATUSES: readonly CustomerStatus[] = [
  "Loss",
  "Below target",
  "At target",
  "Not known",
  "Incomplete",
  "No revenue",
];

type Row = readonly [label: string, value: string];

function rowsOf(report: CustomersReport): Row[] {
  const { total, customers, pricedShare, unpriced, unallocated } = report;
  const { ledger } = total;
  const { cents } = moneyFormat(report.terms.currency);
  const knowsOther = report.terms.otherCogs !== null;
  const count = (status: CustomerStatus) =>
    customers.filter((each) => each.status === status).length;
  return [
    ["Customers", showCount(customers.length)],
    ["Requests", showCount(ledger.requests)],
    ["Tasks", showCount(ledger.tasks)],
    ["Cost of inference", cents(total.inference)],
    ...BASES.flatMap((basis): Row[] => {
      const nano = ledger.inferenceByBasis[basis];
      return nano === 0n ? [] : [[`… ${BASIS_WORDS[basis]}`, cents(units(nano))]];
    }),
    ["… of it without a customer", cents(unallocated.inference)],
    ...(pricedShare === null ? [] : [["Requests with a cost", showPercent(pricedShare)] as const]),
    ...(pricedShare !== null && pricedShare < 1 && unpriced !== null
      ? [
          [
            "The others would cost",
            `${cents(units(unpriced.lowNano))} to ${cents(units(unpriced.highNano))}`,
          ] as const,
        ]
      : []),
    ["Revenue", cents(total.revenue)],
    ...(knowsOther ? [["Other cost", cents(total.otherCogs)] as const] : []),
    [
      knowsOther ? "Gross margin" : "Margin after inference",
      total.margin === null ? "not known" : showPercent(total.margin),
    ],
    ...STATUSES.flatMap((status): Row[] => {
      const found = count(status);
      return found === 0 ? [] : [[`Customers: ${status.toLowerCase()}`, showCount(found)]];
    }),
  ];
}

/** What the import comes to. */
export function ResultFigures({ report }: { readonly report: CustomersReport }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {rowsOf(report).map(([label, value]) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
