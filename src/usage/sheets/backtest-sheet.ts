import { BAND_LIMIT, BELOW_ONE, CalcError, type Domain, FROM_ZERO } from "../../calc";
import type { Block, GridBlock, Item, Line, SheetDescription } from "../../workbook/sheet-blocks";
import type { Backtest } from "../backtest/backtest";
import { tariffInWords } from "../backtest/tariff-in-words";
import { type BacktestRow, backtestRows } from "./backtest-rows";
import { backtestTotals } from "./backtest-totals";
import { currencyFormat } from "./currency-format";

/** What the sheet is built from. */
export interface BacktestSource {
  readonly backtest: Backtest;
  readonly currency: string;
  /** The period in words, such as "2026-06 to 2026-08". */
  readonly period: string;
  /** A fraction of revenue, below 1. */
  readonly targetMargin: number;
  /** Cost that is a share of revenue, such as payment fees; 0 where there is none. */
  readonly costShareOfRevenue: number;
  /** Whether cost holds more than inference; where it does not, there is no band. */
  readonly knowsOtherCogs: boolean;
}

/** Customers with a row of their own: each has some 20 cells. */
const MOST_ROWS = 2000;

/** A tariff of the sheet, what is paid now included. */
export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly charges: readonly (number | null)[];
}

function offersOf({ tariffs }: Backtest, rows: readonly BacktestRow[]): Offer[] {
  const isKnown = rows.some(({ paid }) => paid !== null);
  const now: Offer = { key: "now", label: "Paid now", charges: rows.map(({ paid }) => paid) };
  return [
    ...(isKnown ? [now] : []),
    ...tariffs.map(({ name }, i): Offer => ({
      key: `t${i + 1}`,
      label: name,
      charges: rows.map(({ charges }) => charges[i] ?? 0),
    })),
  ];
}

function input(
  name: string,
  label: string,
  format: Line["format"],
  value: number,
  numbers: Domain,
  note?: string,
): Line {
  return {
    name: `replay.${name}`,
    label,
    unit: name === "shockFactor" ? "times" : "fraction",
    format,
    input: value,
    allowed: { numbers },
    ...(note !== undefined && { note }),
  };
}

function termLines({ targetMargin, costShareOfRevenue, knowsOtherCogs }: BacktestSource): Line[] {
  return [
    input("target", "Target margin of a customer", "percent", targetMargin, BELOW_ONE),
    input(
      "feeShare",
      "Cost that is a share of revenue",
      "percent",
      costShareOfRevenue,
      { from: 0, below: 1 },
      "Such as payment fees; it follows each tariff",
    ),
    input(
      "shockFactor",
      "Bill shock: paying more than",
      "decimal",
      1.5,
      FROM_ZERO,
      "Times what the customer pays now",
    ),
    ...(knowsOtherCogs
      ? [
          input("flagBelow", "Investors flag a margin below", "percent", 0.4, BAND_LIMIT),
          input("healthyFrom", "Healthy from", "percent", 0.55, BAND_LIMIT),
          input("saasFrom", "SaaS-like from", "percent", 0.75, BAND_LIMIT),
        ]
      : []),
    {
      name: "replay.slack",
      label: "Slack in comparing margins",
      unit: "fraction",
      format: "general",
      fixed: 1e-9,
    },
    {
      name: "replay.cent",
      label: "Amounts that differ by less are equal",
      unit: "currency",
      format: "general",
      fixed: 0.005,
    },
  ];
}

/** How a customer stands under an offer: as its status, "Incomplete" where its cost is not known. */
function statusFormula(charge: string): string {
  const left = `${charge}*(1-replay.feeShare)-replay.cost`;
  return (
    `IF(replay.kind="Others","-",IF(ISNUMBER(replay.cost),IF(${left}<-replay.slack*${charge},"Loss",` +
    `IF(${charge}<=0,"No revenue",IF(${left}<(replay.target-replay.slack)*${charge},"Below target","At target"))),"Incomplete"))`
  );
}

function offerItems({ key, label }: Offer, money: Item["format"]): Item[] {
  const charge = `replay.charge.${key}`;
  const status: Item = {
    name: `replay.status.${key}`,
    label: `${label}: status`,
    format: "text",
    formula: statusFormula(charge),
    isVerdict: true,
  };
  if (key === "now") return [status];
  return [
    status,
    {
      name: `replay.change.${key}`,
      label: `${label}: change`,
      format: money,
      formula: `IF(ISNUMBER(replay.now),${charge}-replay.now,"-")`,
    },
    {
      name: `replay.shock.${key}`,
      label: `${label}: bill shock`,
      unit: "0 or 1",
      format: "general",
      formula: `IF(replay.kind="Others",0,IF(ISNUMBER(replay.now),IF(AND(replay.now>0,${charge}>replay.shockFactor*replay.now+replay.cent),1,0),0))`,
    },
  ];
}

function customersGrid(
  rows: readonly BacktestRow[],
  offers: readonly Offer[],
  money: Item["format"],
): GridBlock {
  const fixed = (
    name: string,
    label: string,
    format: Item["format"],
    values: readonly (number | string | null)[],
  ): Item => ({
    name: `replay.${name}`,
    label,
    format,
    fixed: values,
  });
  return {
    kind: "grid",
    title: "Customers",
    note: "Imported usage and cost; charges are what each tariff bills for it, month by month",
    axis: {
      id: "replayCustomers",
      heading: "Customer",
      keys: rows.map(({ name }, i) => ({ key: `${i + 1}`, label: name })),
    },
    direction: "down",
    items: [
      fixed(
        "kind",
        "Row",
        "text",
        rows.map(({ kind }) => kind),
      ),
      fixed(
        "months",
        "Months",
        "count",
        rows.map(({ months }) => months),
      ),
      fixed(
        "tasks",
        "Tasks",
        "count",
        rows.map(({ tasks }) => tasks),
      ),
      fixed(
        "cost",
        "Cost to serve",
        money,
        rows.map(({ cost }) => cost),
      ),
      fixed(
        "now",
        "Paid now",
        money,
        rows.map(({ paid }) => paid),
      ),
      {
        name: "replay.known",
        label: "Cost is known",
        unit: "0 or 1",
        format: "general",
        formula: "IF(ISNUMBER(replay.cost),1,0)",
      },
      ...offers.map(({ key, label, charges }): Item =>
        key === "now"
          ? {
              name: "replay.charge.now",
              label: "Counted as paid now",
              format: money,
              formula: "replay.now",
            }
          : fixed(`charge.${key}`, `${label}: charge`, money, charges),
      ),
      ...offers.flatMap((offer) => offerItems(offer, money)),
    ],
  };
}

function notes(source: BacktestSource, listed: number): Block {
  const { backtest, knowsOtherCogs } = source;
  const all = backtest.customers.length;
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
  const { backtest, currency, period } = source;
  if (backtest.customers.length === 0) {
    throw new CalcError("#VALUE!", "there are no customers with usage or revenue to replay");
  }
  const rows = backtestRows(backtest, limit);
  const offers = offersOf(backtest, rows);
  const { money } = currencyFormat(currency);
  return {
    id: "backtest",
    name: "Tariff backtest",
    title: "Tariff backtest",
    subtitle: `Usage of ${period} under other tariffs; amounts in ${currency}`,
    blocks: [
      { kind: "lines", title: "Terms", lines: termLines(source) },
      ...backtestTotals(offers, source),
      notes(source, limit),
      customersGrid(rows, offers, money),
    ],
    widths: { label: 34, unit: 12, others: 14 },
    frozenColumns: 1,
    print: { landscape: true },
    role: "output",
  };
}
