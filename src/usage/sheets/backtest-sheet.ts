import { CalcError } from "../../calc";
import type { Block, SheetDescription } from "../../workbook/sheet-blocks";
import { tariffInWords } from "../backtest/tariff-in-words";
import { backtestRows } from "./backtest-rows";
import { type BacktestSource, offersOf } from "./backtest-source";
import { customersGrid, hasOtherRows } from "./backtest-table";
import { termLines } from "./backtest-terms";
import { backtestTotals } from "./backtest-totals";
import { currencyFormat } from "./currency-format";

/** Customers with a row of their own: each has some 20 cells. */
const MOST_ROWS = 2000;

function notes(source: BacktestSource, listed: number): Block {
  const { backtest, knowsOtherCogs } = source;
  const all = backtest.customers.length;
  const knowsPayments = backtest.customers.some(({ paid }) => paid !== null);
  const said = [
    "Same customers, same tasks: nobody reacts to the price. Credits do not carry over from month to month.",
    ...(knowsOtherCogs
      ? []
      : ["Cost is inference alone: margins are after inference, and have no band."]),
    ...(all > listed
      ? [
          `The ${listed} dearest customers have a row; the others are together, and in no count of customers.`,
        ]
      : []),
    "Customers whose cost is not wholly known are in revenue, but in no margin.",
    ...(knowsPayments && backtest.customers.some(({ paid }) => paid === null)
      ? ["Customers of whom it is not wholly known what they pay now are in no comparison with it."]
      : []),
    ...backtest.tariffs.map(tariffInWords),
  ];
  return { kind: "text", lines: said.map((text) => ({ text, style: "caption" })) };
}

/**
 * Real customer-months under other tariffs: revenue, margin, statuses, winners and losers, bill
 * shock. What a tariff bills is imported into the sheet as a value; all that follows is live.
 *
 * @param limit how many customers get a row of their own
 * @throws CalcError `#VALUE!` without customers
 */
export function backtestSheet(source: BacktestSource, limit = MOST_ROWS): SheetDescription {
  const { backtest, currency, period, knowsOtherCogs } = source;
  if (backtest.customers.length === 0) {
    throw new CalcError("#VALUE!", "there are no customers with usage or revenue to replay");
  }
  const rows = backtestRows(backtest, limit);
  const offers = offersOf(backtest, rows);
  const { money } = currencyFormat(currency);
  const customers = customersGrid(rows, offers, { money, knowsOtherCogs });
  return {
    id: "backtest",
    name: "Tariff backtest",
    title: "Tariff backtest",
    subtitle: `Usage of ${period} under other tariffs; amounts in ${currency}`,
    blocks: [
      { kind: "lines", title: "Terms", lines: termLines(source) },
      ...backtestTotals(offers, source, hasOtherRows(rows)),
      notes(source, limit),
      customers.shown,
      customers.working,
    ],
    widths: { label: 40, unit: 12, others: 14 },
    frozenColumns: 1,
    print: { landscape: true },
    role: "output",
  };
}
