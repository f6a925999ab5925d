import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { PanelProps } from "../../panel-props";
import { showRoundPercent } from "../../show-number";
import { NumberField } from "./number-field";
import { NOTHING_ELSE, type ReportSettings } from "./report-settings";
import { takenOver } from "./taken-over";

const useStyles = makeStyles({
  wide: { gridColumn: "1 / -1" },
  row: {
    gridColumn: "1 / -1",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
  },
});

const notNegative = (value: number) => (value < 0 ? "Must be 0 or more" : undefined);
const share = (value: number) =>
  value < 0 ? "Must be 0% or more" : value < 1 ? undefined : "Must be below 100%";

interface OtherCogsFieldsProps extends Pick<PanelProps, "offers" | "report"> {
  readonly settings: ReportSettings;
  /** Of the report. */
  readonly currency: string;
  readonly hasCosts: boolean;
  readonly onChange: (change: (before: ReportSettings) => ReportSettings) => void;
}

/** What customers cost besides inference: typed in, or taken over from the form of the scenario. */
export function OtherCogsFields(props: OtherCogsFieldsProps) {
  const { settings, currency, hasCosts, offers, report, onChange } = props;
  const styles = useStyles();
  // A field keeps what is typed into it: others take its place when figures are taken over.
  const [turn, setTurn] = useState(0);
  const { otherCogs } = settings;
  const offered = offers();

  function take(): void {
    try {
      const otherCogs = takenOver(offers(), currency, settings.rates);
      report(undefined);
      onChange((before) => ({ ...before, otherCogs }));
      setTurn(turn + 1);
    } catch (error) {
      report(error);
    }
  }

  const field = (
    key: "perTask" | "perCustomerMonth" | "revenueShare",
    label: string,
    kind: "money" | "percent",
  ) => {
    const value = (otherCogs ?? NOTHING_ELSE)[key];
    return (
      <NumberField
        key={`${key} ${turn}`}
        label={label}
        kind={kind}
        start={kind === "percent" ? showRoundPercent(value) : `${value}`}
        problemOf={kind === "percent" ? share : notNegative}
        onChange={(typed) => {
          if (typed === undefined) return;
          onChange((before) => {
            const { perTask, perCustomerMonth, revenueShare } = before.otherCogs ?? NOTHING_ELSE;
            // What is typed over comes from no scenario any more.
            const otherCogs = { perTask, perCustomerMonth, revenueShare, [key]: typed };
            return { ...before, otherCogs };
          });
        }}
      />
    );
  };

  return (
    <>
      <Checkbox
        className={styles.wide}
        label="I know what customers cost besides inference"
        checked={otherCogs !== null}
        onChange={(_event, { checked }) => {
          const known = checked === true ? NOTHING_ELSE : null;
          onChange((before) => ({ ...before, otherCogs: known }));
        }}
      />
      {otherCogs !== null && (
        <>
          {field("perTask", `Other cost per task (${currency})`, "money")}
          {field("perCustomerMonth", `Per customer and month (${currency})`, "money")}
          {field("revenueShare", "Share of revenue, such as fees", "percent")}
        </>
      )}
      {offered && (
        <div className={styles.row}>
          <Button size="small" onClick={take}>
            Take other costs from the scenario
          </Button>
          <span role="status" aria-label="Other costs">
            {otherCogs?.from !== undefined && `From ${otherCogs.from}, without its free users.`}
          </span>
        </div>
      )}
      {hasCosts && (
        <div className={styles.wide}>Imported other costs come on top, customer by customer.</div>
      )}
    </>
  );
}
