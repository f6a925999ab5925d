import type { NumberFormat } from "../workbook/plan";
import type { KeptFigure } from "./saved-scenario-figures";

/** How a figure of several scenarios is set side by side. */
export interface CompareRow {
  readonly figure: KeptFigure;
  readonly label: string;
  readonly unit?: string;
  readonly format: NumberFormat;
  /** An amount, and the row that says in which currency: amounts of two currencies have no difference. */
  readonly currency?: "priceCurrency" | "costCurrency";
  /** One price for each tariff: that of the tariff in focus is shown. */
  readonly isOfFocus?: true;
  readonly isVerdict?: true;
}

export interface CompareSection {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

function share(figure: KeptFigure, label: string, unit = "of revenue"): CompareRow {
  return { figure, label, unit, format: "percent" };
}

function verdict(figure: KeptFigure, label: string): CompareRow {
  return { figure, label, format: "text", isVerdict: true };
}

function text(figure: KeptFigure, label: string): CompareRow {
  return { figure, label, format: "text" };
}

function amount(
  figure: KeptFigure,
  label: string,
  format: NumberFormat,
  unit = "/ month",
): CompareRow {
  return { figure, label, unit, format, currency: "priceCurrency" };
}

function count(figure: KeptFigure, label: string, unit: string): CompareRow {
  return { figure, label, unit, format: "count" };
}

/** The rows of a Compare sheet, section by section. */
export const COMPARE_SECTIONS: readonly CompareSection[] = [
  {
    title: "What is compared",
    rows: [
      verdict("summary.light", "All checks of the scenario"),
      text("summary.tariff", "Tariff in focus"),
      text("priceCurrency", "Currency of prices"),
      text("costCurrency", "Currency of costs"),
    ],
  },
  {
    title: "Does it make money?",
    rows: [
      share("summary.margin", "Blended gross margin"),
      verdict("summary.band", "Investors' band"),
      share("summary.margin.p50", "Margin of the customer at P50"),
      verdict("summary.status.p50", "Status of the customer at P50"),
      share("summary.margin.p90", "Margin of the customer at P90"),
      verdict("summary.status.p90", "Status of the customer at P90"),
      share("summary.margin.p99", "Margin of the customer at P99"),
      verdict("summary.status.p99", "Status of the customer at P99"),
      share("summary.contribution", "Contribution margin"),
      share("summary.belowTarget", "Customer-months below target", "of all"),
      share("summary.lossMaking", "Customer-months at a loss", "of all"),
    ],
  },
  {
    title: "Cost of a task and price floors",
    rows: [
      {
        figure: "summary.taskCost",
        label: "Cost of a task",
        unit: "/ task",
        format: "moneyFine",
        currency: "costCurrency",
      },
      amount("floor.portfolio", "Portfolio floor", "money"),
      amount("floor.stressed", "Stressed portfolio floor", "money"),
      amount("floor.p50", "Single-customer floor at P50", "money"),
      amount("floor.p90", "Single-customer floor at P90", "money"),
      amount("floor.p99", "Single-customer floor at P99", "money"),
    ],
  },
  {
    title: "For the company",
    rows: [
      amount("company.revenue", "Revenue", "moneyWhole"),
      amount("company.cogs", "COGS", "moneyWhole"),
      amount("company.grossProfit", "Gross profit", "moneyWhole"),
      amount("company.grossProfitYear", "Gross profit of a year", "moneyWhole", "/ year"),
      count("summary.breakEven", "Break-even usage of a flat fee", "tasks / month"),
    ],
  },
  {
    title: "Main inputs",
    rows: [
      count("customers", "Paying customers", "customers"),
      { ...amount("tariff.baseFee", "Base fee per seat", "money"), isOfFocus: true },
      {
        ...amount("tariff.unitPrice.1", "First unit price", "moneyFine", "/ unit"),
        isOfFocus: true,
      },
      count("usageP50", "Usage at P50", "tasks / month"),
      count("usageP99", "Usage at the upper percentile", "tasks / month"),
      share("targetMargin", "Target gross margin"),
    ],
  },
];
