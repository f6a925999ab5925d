import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { CalcError } from "../../../calc";
import { excelDay } from "../../local-day";
import type { PanelProps } from "../../panel-props";
import { ControlTotals } from "./control-totals";
import { CustomersBuild } from "./customers-build";
import { FitSection } from "./fit-section";
import { joinedLines } from "./joined-lines";
import { MatchingSection } from "./matching-section";
import { monthReport } from "./month-report";
import { OverlapChoices } from "./overlap-choices";
import { currenciesOf, type ReportSettings, reportOf } from "./report-settings";
import { ResultFigures } from "./result-figures";
import { ServerTotals } from "./server/server-totals";
import { SettingsFields } from "./settings-fields";
import { SeveralIds } from "./several-ids";
import { UnpricedModels } from "./unpriced-models";
import type { FilesControl } from "./use-files";
import type { UsageImport, UsageImportControl } from "./use-usage-import";
import { usageRecords } from "./usage-records";
import { WorstCustomers } from "./worst-customers";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "16px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

interface ResultSectionProps extends PanelProps {
  readonly imported: UsageImport;
  readonly files: FilesControl["files"];
  readonly settings: ReportSettings;
  readonly onSettings: (change: (before: ReportSettings) => ReportSettings) => void;
  readonly usage: Pick<UsageImportControl, "sumUp" | "run">;
}

/** What the import comes to, what remains to be said about it, and its sheets. */
export function ResultSection(props: ResultSectionProps) {
  const {
    imported,
    files,
    settings,
    onSettings,
    usage,
    now,
    host,
    saveFile,
    saveText,
    fillScenario,
    offers,
    report,
  } = props;
  const styles = useStyles();
  const { loaded, summarized, options } = imported;
  const { summary, unpriced, unknownPromptLengths } = summarized;
  const revenue = useMemo(() => joinedLines(files, "revenue"), [files]);
  const costs = useMemo(() => joinedLines(files, "costs"), [files]);
  const rows = useMemo(() => ({ revenue: revenue.rows, costs: costs.rows }), [revenue, costs]);
  const customers = useMemo(() => reportOf(summary, rows, settings), [summary, rows, settings]);
  const records = useMemo(
    () => [...usageRecords(imported, files), ...revenue.records, ...costs.records],
    [imported, files, revenue, costs],
  );
  const isBusy = usage.run.state === "running";
  const sumUp = (change: Partial<typeof options>) => {
    void usage.sumUp({ ...options, ...change });
  };
  const isKnown = customers !== undefined && !(customers instanceof CalcError);
  return (
    <section className={styles.root} aria-labelledby="usage-result">
      <h2 id="usage-result" className={styles.title}>
        Result
      </h2>
      <OverlapChoices
        loaded={loaded}
        without={options.without ?? []}
        onChange={(without) => {
          sumUp({ without });
        }}
      />
      {imported.server && <ServerTotals server={imported.server} />}
      <ControlTotals records={records} loaded={loaded.files} saveText={saveText} report={report} />
      {[...revenue.same, ...costs.same].map((name) => (
        <div key={name}>{`“${name}” holds what another file does: it does not count twice.`}</div>
      ))}
      <UnpricedModels
        unpriced={unpriced}
        pricing={options.pricing ?? []}
        day={excelDay(now())}
        isBusy={isBusy}
        onPricing={(pricing) => {
          sumUp({ pricing });
        }}
      />
      {unknownPromptLengths > 0 && (
        <div>
          {`${unknownPromptLengths} totals of several requests hold more input than a threshold above which long prompts are dearer. They are priced as if none was long.`}
        </div>
      )}
      {customers === undefined && (
        <div>{`No row of ${imported.server ? "this table" : "these files"} counts as usage.`}</div>
      )}
      {customers instanceof CalcError && <div role="alert">{customers.message}</div>}
      <SettingsFields
        settings={settings}
        currencies={currenciesOf(summary, rows)}
        hasRevenue={rows.revenue.length > 0}
        hasCosts={rows.costs.length > 0}
        offers={offers}
        report={report}
        onChange={onSettings}
      />
      {isKnown && (
        <>
          <ResultFigures report={customers} />
          <WorstCustomers report={customers} />
          <MatchingSection report={customers} settings={settings} onChange={onSettings} />
          <SeveralIds
            report={customers}
            parties={options.parties}
            isBusy={isBusy}
            onParties={(parties) => {
              sumUp({ parties });
            }}
          />
          <CustomersBuild
            customers={customers}
            records={records}
            bills={imported.bills}
            ofMonth={(month) => monthReport(summary, rows, settings, month)}
            host={host}
            now={now}
            saveFile={saveFile}
            offers={offers}
            report={report}
          />
          <FitSection report={customers} onUse={fillScenario} onError={report} />
        </>
      )}
    </section>
  );
}
