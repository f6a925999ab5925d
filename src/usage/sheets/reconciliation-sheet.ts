import { CalcError, FROM_ZERO, SHARE } from "../../calc";
import type { Block, GridBlock, Item, Line, SheetDescription } from "../../workbook/sheet-blocks";
import type { Reconciliation } from "../reconcile/reconciliation";
import { currencyFormat } from "./currency-format";
import { causeLines, causesGrid } from "./reconciliation-causes";
import { modelsGrid } from "./reconciliation-models";
import { monthsGrid } from "./reconciliation-months";
import { type SplitGrid, splitGrid } from "./split-grid";
import { waterfallChart, waterfallItems } from "./waterfall";

function resultLines(): Line[] {
  const light = (name: string, label: string, formula: string, note: string): Line => ({
    name: `light.${name}`,
    label,
    format: "text",
    formula,
    note,
    isVerdict: true,
  });
  const worst = (status: string) =>
    `IF(COUNTIF(ALL(${status}),"Check")>0,"Check",IF(COUNTIF(ALL(${status}),"Look")>0,"Look","OK"))`;
  return [
    light("months", "Providers and months", worst("rec.status"), "Look: no invoice is typed in"),
    light("models", "Models", worst("model.status"), "Look: no invoice is typed in"),
    {
      ...light(
        "all",
        "All",
        'IF(COUNTIF(light.months:light.models,"Check")>0,"Check",IF(COUNTIF(light.months:light.models,"Look")>0,"Look","OK"))',
        "OK: ties. Look: not all is typed in. Check: something is unexplained.",
      ),
      isResult: true,
    },
  ];
}

function toleranceLines(currency: string): Line[] {
  return [
    {
      name: "tolerance.share",
      label: "Tolerance, share",
      unit: "fraction",
      format: "percent",
      input: 0.01,
      allowed: { numbers: SHARE },
      note: "Of invoice or books; the larger of the two tolerances holds",
    },
    {
      name: "tolerance.amount",
      label: "Tolerance, amount",
      unit: currency,
      format: currencyFormat(currency).money,
      input: 500,
      allowed: { numbers: FROM_ZERO },
    },
    ...causeLines(),
  ];
}

/** All rows of which something is typed in, together, step by step. */
function totalsGrid(currency: string): SplitGrid {
  const { money } = currencyFormat(currency);
  const steps = [
    "List price",
    "Rate, batch",
    "Commitments",
    "Credits",
    "Unexplained",
    "Invoice or books",
  ];
  const compared = (item: string) => `SUMIF(ALL(rec.isCompared),1,ALL(rec.${item}))`;
  const changes = ["rate", "commitments", "credits", "gap"].map(compared);
  const item = (name: string, label: string, formula: string): Item => ({
    name: `total.${name}`,
    label,
    unit: currency,
    format: money,
    formula,
  });
  const grid: GridBlock = {
    kind: "grid",
    title: "From list price to invoice or books",
    note: "Rows with an invoice or books to compare with",
    axis: {
      id: "steps",
      heading: "Step",
      keys: steps.map((label, i) => ({ key: `s${i + 1}`, label })),
    },
    direction: "across",
    items: [
      { name: "total.step", label: "Step", format: "general", fixed: steps.map((_, i) => i + 1) },
      {
        name: "total.isTotal",
        label: "A total",
        unit: "0 or 1",
        format: "general",
        fixed: steps.map((_, i) => Number(i === 0 || i === steps.length - 1)),
      },
      item(
        "total",
        "Total",
        `IF(total.isTotal=1,IF(total.step=1,${compared("list")},${compared("base")}),0)`,
      ),
      item("change", "Change", `CHOOSE(total.step,0,${changes.join(",")},0)`),
      { ...item("amount", "Amount", "total.total+total.change"), isResult: true },
      ...waterfallItems("total", money),
    ],
  };
  return splitGrid(grid, ["total.amount"]);
}

function notes({ otherCurrencies }: Reconciliation): Block {
  const said = [
    "The unexplained amount stays here: it is never spread over customers.",
    ...(otherCurrencies.length > 0
      ? [`Usage and charges in ${otherCurrencies.join(", ")} are not on this sheet.`]
      : []),
  ];
  return { kind: "text", lines: said.map((text) => ({ text, style: "caption" })) };
}

/**
 * From usage at list price to what the books hold, by provider and month and by model, with what
 * stays unexplained, whether that is tolerable, and what it may come from. Invoices and books are
 * typed in; all else is live.
 *
 * @throws CalcError `#VALUE!` without usage or charges in the currency
 */
export function reconciliationSheet(reconciliation: Reconciliation): SheetDescription {
  const { currency } = reconciliation;
  if (reconciliation.months.length === 0 || reconciliation.models.length === 0) {
    throw new CalcError("#VALUE!", `there is no usage in ${currency} to reconcile`);
  }
  const totals = totalsGrid(currency);
  const months = monthsGrid(reconciliation);
  const models = modelsGrid(reconciliation);
  return {
    id: "reconciliation",
    name: "Reconciliation",
    title: "Reconciliation",
    subtitle: `From usage to provider invoices and the general ledger; amounts in ${currency}`,
    blocks: [
      { kind: "lines", title: "Result", lines: resultLines() },
      { kind: "lines", title: "Tolerance", lines: toleranceLines(currency) },
      notes(reconciliation),
      totals.shown,
      {
        kind: "charts",
        rows: 16,
        charts: [
          {
            ...waterfallChart(
              "total",
              "From list price to invoice or books",
              currencyFormat(currency).whole,
              "Totals",
            ),
            columns: 7,
          },
        ],
      },
      months.shown,
      models.shown,
      causesGrid(),
      totals.working,
      months.working,
      models.working,
    ],
    widths: { label: 34, unit: 12, others: 14, columns: { 15: 56 } },
    frozenColumns: 1,
    print: { landscape: true, columnsPerPage: 10 },
    role: "check",
  };
}
