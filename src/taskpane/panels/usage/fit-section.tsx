import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import { fitCustomers } from "../../../usage/fit/fit-customers";
import { taskUse } from "../../../usage/fit/task-use";
import type { Estimate, UsageFit } from "../../../usage/fit/usage-fit";
import { breathe } from "../../breathe";
import type { RealUsage } from "../../panel-props";
import { showCount, showPercent, showPlain } from "../../show-number";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, display: "flex", flexDirection: "column", rowGap: "6px" },
  row: { display: "flex", justifyContent: "space-between", columnGap: "12px" },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, textAlign: "end" },
  hint: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: "flex-start" },
});

function inWords({ value, range }: Estimate, show: (value: number) => string): string {
  return range === null
    ? show(value)
    : `${show(value)} (${show(range.low)} to ${show(range.high)})`;
}

const correlation = (value: number) => showPlain(Number(value.toFixed(2)));

function rowsOf(fit: UsageFit): (readonly [label: string, value: string])[] {
  const { p50, p90, p99, inactiveShare, monthCorrelation } = fit;
  return [
    ["P50 of tasks a month", inWords(p50, showCount)],
    ["P90", inWords(p90, showCount)],
    ["P99", p99 === null ? "not estimable" : inWords(p99, showCount)],
    ["Inactive customer-months", inWords(inactiveShare, showPercent)],
    [
      "Correlation month to month",
      monthCorrelation === null ? "not estimable" : inWords(monthCorrelation, correlation),
    ],
  ];
}

function caveats({ p99, activeMonths, customers, partialMonths, inactiveMeans }: UsageFit) {
  return [
    `From ${showCount(activeMonths)} customer-months with usage of ${showCount(customers)} customers; in brackets the range of 90% of resampled customers. Inactive means ${inactiveMeans}.`,
    ...(p99 === null
      ? [
          "P99 is not estimable below 300 customer-months: the scenario gets P90 with the tail 90% instead.",
        ]
      : []),
    ...(partialMonths.length > 0
      ? [`Not counted, because the export holds them in part: ${partialMonths.join(", ")}.`]
      : []),
  ];
}

/** What an average task with a trace takes. */
function profileInWords({ profile }: UsageFit): string | undefined {
  if (profile === null) return undefined;
  const { requestsPerTask, inputTokensPerTask, outputTokensPerTask, cachedShare } = profile;
  const requests = Number(requestsPerTask.toFixed(2));
  return `An average task takes ${showPlain(requests)} ${requests === 1 ? "request" : "requests"}, ${showCount(inputTokensPerTask)} input tokens (${showPercent(cachedShare)} from a cache) and ${showCount(outputTokensPerTask)} output tokens.`;
}

interface FitSectionProps {
  readonly report: CustomersReport;
  readonly onUse: (usage: RealUsage) => void;
  readonly onError: (error: unknown) => void;
}

type Found = { readonly of: CustomersReport; readonly fit: UsageFit | null };

/** Usage per customer and month from the import, for the scenario. */
export function FitSection({ report, onUse, onError }: FitSectionProps) {
  const styles = useStyles();
  const [isBusy, setIsBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const fit = found?.of === report ? found.fit : undefined;

  async function work(): Promise<void> {
    setIsBusy(true);
    try {
      // What follows takes its time: first the page shows that it does.
      await breathe();
      setFound({ of: report, fit: fitCustomers(report) });
    } catch (error) {
      onError(error);
    } finally {
      setIsBusy(false);
    }
  }

  const profile = fit ? profileInWords(fit) : undefined;
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>Usage per customer, for the scenario</h3>
      <Button
        className={styles.button}
        disabledFocusable={isBusy}
        onClick={() => {
          if (!isBusy) void work();
        }}
      >
        Fit usage per customer and month
      </Button>
      <div role="status" aria-label="Fit">
        {isBusy && "Working it out …"}
        {fit === null && "No customer of this import has any task."}
      </div>
      {fit && (
        <>
          <dl className={styles.list}>
            {rowsOf(fit).map(([label, value]) => (
              <div key={label} className={styles.row}>
                <dt>{label}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
          </dl>
          <div>{fit.goodness.words}</div>
          {caveats(fit).map((text) => (
            <div key={text} className={styles.hint}>
              {text}
            </div>
          ))}
          {profile !== undefined && <div className={styles.hint}>{profile}</div>}
          <Button
            className={styles.button}
            onClick={() => {
              onUse({ fitted: fit.usage, task: taskUse(report) });
            }}
          >
            Use in the scenario
          </Button>
        </>
      )}
    </div>
  );
}
