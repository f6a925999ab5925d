import type { Axis, GridBlock, Item, LinesBlock } from "../workbook/sheet-blocks";
import { itemMaker } from "./item-maker";
import { COMPARED } from "./percentiles";

/** Percentiles of all customers that several sheets look at, with the usage there. */
export function percentileBlock(): LinesBlock {
  const usage = (key: string, label: string) => ({
    name: `usageAt.${key}`,
    label,
    unit: "tasks / month",
    format: "count" as const,
    formula: `USAGEAT(usage.median,usage.upper,compared.${key},usageTail,inactiveShare)`,
  });
  return {
    kind: "lines",
    isWorking: true,
    title: "Calculation: usage at percentiles",
    lines: [
      ...COMPARED.map(({ key, label, percentile }) => ({
        name: `compared.${key}`,
        label,
        unit: "of all customers",
        format: "percent" as const,
        fixed: percentile,
      })),
      {
        name: "compared.heaviest",
        label: "Where the heaviest of all customers is expected",
        unit: "of all customers",
        format: "percent",
        formula: "customers/(customers+1)",
      },
      ...COMPARED.map(({ key, label }) => usage(key, `Usage at ${label}`)),
      usage("heaviest", "Usage of the heaviest to expect"),
      {
        name: "epsilon",
        label: "Slack of comparisons",
        unit: "fraction",
        format: "general",
        fixed: 1e-9,
        note: "So that 60.0% is at a target of 60%",
      },
    ],
  };
}

const TOTAL_AXIS: Axis = {
  id: "total",
  heading: "Together",
  keys: [
    { key: "term", label: "Term" },
    { key: "allowance", label: "Allowance period" },
    { key: "customers", label: "All customers" },
  ],
};

/** The usage of several months or customers together, by the sum of lognormals (Fenton-Wilkinson). */
export function totalsBlock(): GridBlock {
  const make = itemMaker("total");
  const percentile = (key: "p90" | "p99", label: string): Item =>
    make(
      key,
      `Usage at ${label}`,
      "tasks",
      "count",
      `total.median*EXP(total.sigma*NORM.S.INV(compared.${key}))`,
    );
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: months and customers together",
    note: "A lognormal with the mean and variance of the sum",
    axis: TOTAL_AXIS,
    direction: "across",
    items: [
      {
        name: "total.number",
        label: "Number",
        format: "general",
        fixed: TOTAL_AXIS.keys.map((_, i) => i + 1),
      },
      make(
        "count",
        "How many",
        "months, customers",
        "count",
        "CHOOSE(total.number,termMonths,allowanceMonths,customers)",
      ),
      make(
        "correlation",
        "Correlation of any two",
        "0 to 1",
        "decimal",
        "CHOOSE(total.number,monthCorrelation,monthCorrelation,customerCorrelation)",
      ),
      make("mean", "Mean", "tasks", "count", "total.count*usage.mean"),
      make(
        "variance",
        "Variance",
        "tasks squared",
        "count",
        "total.count*usage.variance*(1+(total.count-1)*total.correlation)",
      ),
      make(
        "sigma",
        "Sigma",
        "of LN(usage)",
        "decimal",
        "IF(total.mean=0,0,SQRT(LN(1+total.variance/total.mean^2)))",
      ),
      make("median", "Usage at P50", "tasks", "count", "total.mean*EXP(-(total.sigma^2)/2)"),
      percentile("p90", "P90"),
      percentile("p99", "P99"),
    ],
  };
}
