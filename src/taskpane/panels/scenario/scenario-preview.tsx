import { makeStyles, tokens } from "@fluentui/react-components";
import { CalcError } from "../../../calc";
import type { ScenarioFigures } from "../../../scenario";
import {
  showCount,
  showMoney,
  showPercent,
  showRoundPercent,
  showWholeMoney,
} from "../../show-number";
import { CustomerFigures } from "./customer-figures";
import { FigureText } from "./figure-text";

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

/** The distinct reasons why figures are missing. */
function reasons(figures: ScenarioFigures): readonly string[] {
  const values = [figures, ...figures.atPercentiles].flatMap(
    (of) => Object.values(of) as unknown[],
  );
  const errors = values.filter((value) => value instanceof CalcError);
  return [...new Set(errors.map(({ code, message }) => `${code}: ${message}`))];
}

interface ScenarioPreviewProps {
  readonly figures: ScenarioFigures;
  readonly targetMargin: number;
}

/** What the scenario comes to, before anything is built. */
export function ScenarioPreview({ figures, targetMargin }: ScenarioPreviewProps) {
  const styles = useStyles();
  const rows = [
    {
      label: `Portfolio floor, ${showRoundPercent(targetMargin)} blended margin`,
      value: <FigureText of={figures.portfolioFloor} show={showMoney} />,
    },
    {
      label: "Customer-months below target",
      value: <FigureText of={figures.belowTargetShare} show={showPercent} />,
    },
    {
      label: "Loss-making customer-months",
      value: <FigureText of={figures.lossMakingShare} show={showPercent} />,
    },
    {
      label: "Break-even usage, tasks a month",
      value: <FigureText of={figures.breakEvenUsage} show={showCount} />,
    },
    {
      label: "Gross profit a month, all customers",
      value: <FigureText of={figures.companyGrossProfit} show={showWholeMoney} />,
    },
  ];
  return (
    <div className={styles.root}>
      <CustomerFigures rows={figures.atPercentiles} />
      <dl className={styles.list}>
        {rows.map(({ label, value }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {reasons(figures).map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
    </div>
  );
}
