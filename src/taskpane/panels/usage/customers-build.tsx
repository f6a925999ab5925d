import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CalcError } from "../../../calc";
import type { UsageSummary } from "../../../usage";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import type { ImportRecord } from "../../../usage/sheets/import-record";
import { planAnalysis } from "../../../usage/sheets/plan-analysis";
import type { PeriodFigures } from "../../../usage/variance/period-figures";
import { DEFAULT_ROWS, MOST_ROWS, planCustomers } from "../../../usage/sheets/plan-customers";
import { HostError } from "../../../workbook/host";
import type { SheetDescription } from "../../../workbook/sheet-blocks";
import { DownloadButton } from "../../download-button";
import { excelDay } from "../../local-day";
import type { PanelProps } from "../../panel-props";
import { PlanProgress } from "../../plan-progress";
import { showCount } from "../../show-number";
import { usePlanRun } from "../../use-plan-run";
import {
  analysesOf,
  backtestOf,
  budgetOf,
  monthOf,
  planOf,
  reconciliationOf,
  usageFitOf,
} from "./analysis-sheets";
import { NumberField } from "./number-field";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", alignItems: "flex-start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  months: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "12px" },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

/** The choice of the scenario's plan beside those of months. */
const PLAN = "plan";

function rowsProblem(rows: number): string | undefined {
  return Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS
    ? undefined
    : `Must be whole, from 1 to ${showCount(MOST_ROWS)}`;
}

/** A sheet, or in words why these files give none. */
function described(sheet: () => SheetDescription): SheetDescription {
  try {
    return sheet();
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    const why = `The sheet cannot be made: ${error.message}.`;
    throw new HostError(why, error.code, { cause: error });
  }
}

interface CustomersBuildProps extends Pick<
  PanelProps,
  "host" | "now" | "saveFile" | "offers" | "report"
> {
  readonly customers: CustomersReport;
  readonly records: readonly ImportRecord[];
  /** What providers billed for this usage, where their exports were imported, too. */
  readonly bills: UsageSummary | undefined;
  /** What customers cost and pay in a single month. */
  readonly ofMonth: (month: string) => CustomersReport;
}

/** The sheets of the import, into the workbook or as a file. */
export function CustomersBuild(props: CustomersBuildProps) {
  const { customers, records, bills, ofMonth, host, now, saveFile, offers, report } = props;
  const styles = useStyles();
  const { run, start, cancel } = usePlanRun(host, report);
  const { terms } = customers;
  const { months } = terms.usage;
  const { currency } = terms;
  const offered = offers();
  const [compared, setCompared] = useState<readonly [string | undefined, string | undefined]>([
    undefined,
    undefined,
  ]);
  const [first = months.at(-2) ?? (offered && PLAN), second = months.at(-1)] = compared;
  const [rows, setRows] = useState(DEFAULT_ROWS);
  const isRunning = run.state === "running";

  const analysis = (name: string, sheet: () => SheetDescription) => (
    <div className={styles.row}>
      <Button
        disabledFocusable={isRunning}
        onClick={() => {
          if (isRunning) return;
          void start(async () => planAnalysis(described(sheet), await host.sheetNames()));
        }}
      >
        {`Build ${name} sheet`}
      </Button>
      <DownloadButton
        what={name}
        save={() => saveFile(planAnalysis(described(sheet), []), name)}
        report={report}
      />
    </div>
  );

  const workbook = (taken: readonly string[]) =>
    planCustomers(customers, records, taken, {
      limit: rows,
      analyses: analysesOf(customers, bills, ofMonth, excelDay(now())),
    });

  const period = (label: string, value: string, choices: readonly string[], place: 0 | 1) => (
    <Field label={label}>
      <Select
        className={styles.input}
        value={value}
        onChange={(_event, next) => {
          setCompared(place === 0 ? [next.value, second] : [first, next.value]);
        }}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {each === PLAN ? `Plan: ${offered?.name ?? ""}` : each}
          </option>
        ))}
      </Select>
    </Field>
  );

  /** A month of the import, or the month that the scenario of the form plans. */
  function periodOf(chosen: string): PeriodFigures {
    if (chosen !== PLAN) return monthOf(ofMonth(chosen));
    if (offered === undefined) throw new RangeError("the form of the scenario is not there");
    return planOf(offered, currency);
  }

  return (
    <div className={styles.root}>
      <h3 className={styles.title}>Sheets</h3>
      <div>
        Customers with Usage cost, Import, Reconciliation, the last month against the one before and
        Usage checks, with formulas over what was imported.
      </div>
      {customers.customers.length > DEFAULT_ROWS && (
        <NumberField
          label="Customers with a row of their own, the dearest"
          hint="All others are together in one row"
          kind="count"
          start={`${rows}`}
          problemOf={rowsProblem}
          onChange={(typed) => {
            if (typed !== undefined) setRows(typed);
          }}
        />
      )}
      <Button
        appearance="primary"
        disabledFocusable={isRunning}
        onClick={() => {
          if (isRunning) return;
          void start(async () => workbook(await host.sheetNames()));
        }}
      >
        Build Customers sheet
      </Button>
      <DownloadButton save={() => saveFile(workbook([]), "Customers")} report={report} />
      {analysis("Reconciliation", () => reconciliationOf(customers, bills))}
      {analysis("Usage fit", () => usageFitOf(customers))}
      {analysis("Tariff backtest", () => {
        const held = offers();
        if (held === undefined) throw new RangeError("the form of the scenario is not there");
        return backtestOf(customers, held);
      })}
      <div>It replays what customers did through the tariffs of the tab Scenario.</div>
      {first !== undefined && second !== undefined && (
        <>
          <div className={styles.months}>
            {period("From", first, offered ? [...months, PLAN] : months, 0)}
            {period("To", second, months, 1)}
          </div>
          {analysis("Budget vs actual", () =>
            budgetOf(periodOf(first), periodOf(second), currency, excelDay(now())),
          )}
        </>
      )}
      <PlanProgress run={run} onCancel={cancel} />
    </div>
  );
}
