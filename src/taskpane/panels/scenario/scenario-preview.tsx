import { makeStyles, tokens } from "@fluentui/react-components";
import { CalcError } from "../../../calc";
import type { Scenario } from "../../../scenario/scenario";
import type { Model } from "../../../workbook/model";
import { showPercent, showRoundPercent } from "../../show-number";
import { CustomerFigures } from "./customer-figures";
import { FigureText } from "./figure-text";
import { FormCharts } from "./form-charts";
import { MarginChart } from "./margin-chart";
import { moneyFormat } from "../../money-format";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  list: { margin: 0, display: "flex", flexDirection: "column", rowGap: "6px" },
  row: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: "12px",
  },
  value: {
    margin: 0,
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

const CUSTOMER = ["p50", "p90", "p99"].flatMap((key) => [`summary.margin.${key}`, `floor.${key}`]);

interface ScenarioPreviewProps {
  readonly scenario: Scenario;
  readonly model: Model;
}

/** What the scenario comes to, before anything is built. */
export function ScenarioPreview({ scenario, model }: ScenarioPreviewProps) {
  const styles = useStyles();
  const price = moneyFormat(scenario.product.priceCurrency);
  const cost = moneyFormat(scenario.product.costCurrency);
  const target = showRoundPercent(scenario.targets.margin);
  const rows = [
    {
      name: "floor.portfolio",
      label: `Portfolio floor, ${target} blended margin`,
      show: price.cents,
    },
    { name: "floor.stressed", label: "Stressed portfolio floor", show: price.cents },
    { name: "taskCost", label: "Cost of a task", show: cost.fine },
    { name: "summary.belowTarget", label: "Customer-months below target", show: showPercent },
    { name: "summary.lossMaking", label: "Customer-months at a loss", show: showPercent },
    {
      name: "company.grossProfit",
      label: "Gross profit a month, all customers",
      show: price.whole,
    },
  ];
  const errors = ["summary.margin", ...CUSTOMER, ...rows.map(({ name }) => name)]
    .map((name) => model.value(name))
    .filter((value) => value instanceof CalcError);
  const reasons = new Set(errors.map(({ code, message }) => `${code}: ${message}`));
  return (
    <div className={styles.root}>
      <CustomerFigures model={model} money={price.cents} />
      <dl className={styles.list}>
        {rows.map(({ name, label, show }) => (
          <div key={name} className={styles.row}>
            <dt>{label}</dt>
            <dd className={styles.value}>
              <FigureText of={model.value(name)} show={show} />
            </dd>
          </div>
        ))}
      </dl>
      {[...reasons].map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      <MarginChart model={model} />
      <FormCharts name={scenario.name} model={model} />
    </div>
  );
}
