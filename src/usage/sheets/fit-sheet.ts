import type { Block, Line, SheetDescription } from "../../workbook/sheet-blocks";
import type { Estimate, UsageFit } from "../fit/usage-fit";

function rangeNote({ range }: Estimate, show: (value: number) => string): string {
  return range === null
    ? "Too few customers for a range"
    : `In 90% of samples of the customers: ${show(range.low)} to ${show(range.high)}`;
}

const tasks = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 1 });
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;
const decimal = (value: number) => value.toFixed(2);

function usageLines(fit: UsageFit): Line[] {
  const { usage, p50, p90, p99, inactiveShare, monthCorrelation } = fit;
  const upper = p99 ?? p90;
  return [
    {
      name: "fit.p50",
      label: "P50 of active customers",
      unit: "tasks / month",
      format: "count",
      fixed: usage.p50,
      note: rangeNote(p50, tasks),
    },
    {
      name: "fit.upper",
      label: p99 ? "P99 of active customers" : "P90 of active customers",
      unit: "tasks / month",
      format: "count",
      fixed: usage.p99,
      note: `${rangeNote(upper, tasks)}${p99 ? "" : "; P99 is not estimable below 300 customer-months"}`,
    },
    {
      name: "fit.tail",
      label: "Percentile that it stands for",
      unit: "fraction",
      format: "percent",
      fixed: usage.tail,
    },
    {
      name: "fit.sigma",
      label: "Standard deviation of LN(tasks)",
      unit: "lognormal",
      format: "decimal",
      formula: "LN(fit.upper/fit.p50)/NORM.S.INV(fit.tail)",
    },
    {
      name: "fit.inactive",
      label: "Inactive share",
      unit: "of all",
      format: "percent",
      fixed: usage.inactiveShare,
      note: `Months ${fit.inactiveMeans}. ${rangeNote(inactiveShare, percent)}`,
    },
    {
      name: "fit.correlation",
      label: "Correlation from month to month",
      unit: "of LN(tasks)",
      format: "decimal",
      fixed: usage.monthCorrelation ?? "not known",
      note: monthCorrelation
        ? rangeNote(monthCorrelation, decimal)
        : "Fewer than 30 pairs of months, or no spread",
    },
  ];
}

function goodnessLines({ goodness }: UsageFit): Line[] {
  return [
    {
      name: "fit.mean",
      label: "Mean of active customers in the data",
      unit: "tasks / month",
      format: "decimal",
      fixed: goodness.mean,
    },
    {
      name: "fit.lognormalMean",
      label: "Mean of the lognormal",
      unit: "tasks / month",
      format: "decimal",
      formula: "fit.p50*EXP(fit.sigma^2/2)",
    },
    {
      name: "fit.distance",
      label: "Largest difference of shares",
      unit: "of customer-months",
      format: "percent",
      fixed: goodness.distance,
      note: `Between data and lognormal, up to any usage; it fits up to ${percent(goodness.limit)}`,
    },
    {
      name: "fit.plotCorrelation",
      label: "Correlation of the quantile plot",
      unit: "1: a straight line",
      format: "general",
      fixed: goodness.plotCorrelation ?? "not known",
    },
  ];
}

function basis(fit: UsageFit): Block {
  const { activeMonths, customerMonths, customers, months, partialMonths, bootstrap } = fit;
  const said = [
    fit.goodness.words,
    `${activeMonths} active of ${customerMonths} customer-months, ${customers} customers, ${months.join(", ")}.`,
    ...(partialMonths.length > 0
      ? [`Not counted, as partly covered: ${partialMonths.join(", ")}.`]
      : []),
    ...(fit.areMonthsCut
      ? ["The export covers no month wholly: a whole month has more tasks than these figures say."]
      : []),
    ...(fit.unnamedTasks > 0
      ? [`${fit.unnamedTasks} tasks name no customer and are not counted.`]
      : []),
    ...(bootstrap.replicates > 0
      ? [
          `Ranges: whole customers drawn anew ${bootstrap.replicates} times, seed ${bootstrap.seed}.`,
        ]
      : []),
  ];
  return { kind: "text", lines: said.map((text) => ({ text, style: "caption" })) };
}

/** Usage per customer and month as data have it, and how well a lognormal describes it. */
export function fitSheet(fit: UsageFit): SheetDescription {
  const { points } = fit.goodness;
  return {
    id: "usageFit",
    name: "Usage fit",
    title: "Usage fit",
    subtitle: "Tasks per customer and month, for a scenario",
    blocks: [
      { kind: "lines", title: "Usage", lines: usageLines(fit) },
      { kind: "lines", title: "Goodness of fit", lines: goodnessLines(fit) },
      basis(fit),
      {
        kind: "charts",
        rows: 18,
        charts: [
          {
            id: "fitQuantiles",
            title: "Quantiles of the data and of the lognormal",
            kind: "line",
            along: "quantile.log",
            series: [
              { label: "Data", values: "quantile.log", color: "second" },
              { label: "Lognormal", values: "quantile.fittedLog", color: "first" },
            ],
            valueFormat: "decimal",
            valueTitle: "LN(tasks per month)",
            categoryTitle: "Percentile of active customer-months",
            columns: 6,
          },
        ],
      },
      {
        kind: "grid",
        title: "Quantiles",
        axis: {
          id: "quantiles",
          heading: "Percentile",
          keys: points.map(({ percentile }) => ({
            key: `${percentile}`,
            label: `P${Number((100 * percentile).toFixed(1))}`,
          })),
        },
        direction: "down",
        items: [
          {
            name: "quantile.percentile",
            label: "Percentile",
            format: "percent",
            fixed: points.map(({ percentile }) => percentile),
          },
          {
            name: "quantile.z",
            label: "Normal quantile",
            format: "decimal",
            formula: "NORM.S.INV(quantile.percentile)",
          },
          {
            name: "quantile.tasks",
            label: "Tasks in the data",
            format: "count",
            fixed: points.map((point) => point.tasks),
          },
          {
            name: "quantile.fitted",
            label: "Tasks of the lognormal",
            format: "count",
            formula: "fit.p50*EXP(fit.sigma*quantile.z)",
          },
          {
            name: "quantile.log",
            label: "LN of the data",
            format: "decimal",
            formula: "LN(quantile.tasks)",
          },
          {
            name: "quantile.fittedLog",
            label: "LN of the lognormal",
            format: "decimal",
            formula: "LN(quantile.fitted)",
          },
        ],
      },
    ],
    widths: { label: 38, unit: 20, others: 14 },
    print: { landscape: false, onePage: true },
    role: "output",
  };
}
