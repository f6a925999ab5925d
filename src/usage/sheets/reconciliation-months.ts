import type { GridBlock } from "../../workbook/sheet-blocks";
import type { ProviderMonth, Reconciliation } from "../reconcile/reconciliation";
import { monthEnd, monthOf } from "../revenue/months";
import { currencyFormat } from "./currency-format";
import { causeFormula } from "./reconciliation-causes";
import { fixedItem, formulaItem, inputItem, verdictItems } from "./reconciliation-items";
import { type SplitGrid, splitGrid } from "./split-grid";

/** 1 where the row so many rows further is the neighbouring month of the same provider. */
function neighbours(rows: readonly ProviderMonth[], step: 1 | -1): number[] {
  return rows.map((row, i) => {
    const other = rows[i + step];
    const [first, second] = step === 1 ? [row, other] : [other, row];
    const follows = first && second && monthOf(monthEnd(first.month)) === second.month;
    return Number(other?.provider === row.provider && follows === true);
  });
}

/** The bridge of each provider and month, from list price to the books. */
export function monthsGrid(figures: Reconciliation): SplitGrid {
  return splitGrid(
    allOfMonths(figures),
    [
      ...["list", "rate", "commitments", "credits", "expected", "leftOfInvoice", "invoice"],
      ...["booked", "ledger", "left", "share", "status", "unpriced", "cached", "tax", "cause"],
    ].map((name) => `rec.${name}`),
  );
}

function allOfMonths({ months: rows, currency }: Reconciliation): GridBlock {
  const { money } = currencyFormat(currency);
  const fixed = (name: string, label: string, of: (row: ProviderMonth) => number) =>
    fixedItem(`rec.${name}`, label, money, rows.map(of));
  const offsets = (isThere: string, other: string) =>
    `AND(${isThere}=1,rec.gap*${other}<0,ABS(rec.gap+${other})<=cause.edge*ABS(rec.gap))`;
  return {
    kind: "grid",
    title: "By provider and month",
    note: "Type invoices without tax and COGS of the general ledger into the yellow cells",
    axis: {
      id: "providerMonths",
      heading: "Provider and month",
      keys: rows.map(({ provider, month }, i) => ({
        key: `${i + 1}`,
        label: `${provider} ${month}`,
      })),
    },
    direction: "down",
    items: [
      fixed("list", "Usage at list price", ({ list }) => list),
      formulaItem("rec.rate", "Negotiated rate and batch", money, "rec.cost-rec.list"),
      fixed("commitments", "Commitments, corrections", ({ commitments }) => commitments),
      fixed("credits", "Credits", ({ credits }) => credits),
      formulaItem("rec.expected", "Expected invoice", money, "SUM(rec.list:rec.credits)"),
      formulaItem(
        "rec.leftOfInvoice",
        "Unexplained in invoice",
        money,
        'IF(ISNUMBER(rec.invoice),rec.invoice-rec.expected,"-")',
      ),
      inputItem(
        "rec.invoice",
        "Invoice without tax",
        money,
        rows.map(({ invoiced }) => invoiced),
      ),
      formulaItem(
        "rec.booked",
        "Booked otherwise",
        money,
        'IF(AND(ISNUMBER(rec.invoice),ISNUMBER(rec.ledger)),rec.ledger-rec.invoice,"-")',
      ),
      inputItem(
        "rec.ledger",
        "General-ledger COGS",
        money,
        rows.map(() => null),
      ),
      {
        ...formulaItem(
          "rec.left",
          "Unexplained",
          money,
          "IF(ISNUMBER(rec.ledger),rec.ledger-rec.expected,rec.leftOfInvoice)",
        ),
        isResult: true,
      },
      ...verdictItems("rec", "rec.base", rows, ["rec.leftOfInvoice", "rec.booked"]),
      formulaItem(
        "rec.base",
        "Compared with",
        money,
        "IF(ISNUMBER(rec.ledger),rec.ledger,rec.invoice+0)",
      ),
      formulaItem("rec.isCompared", "Compared", "general", "IF(ISNUMBER(rec.left),1,0)"),
      fixed("cost", "Usage at its cost", ({ cost }) => cost),
      fixed("unlisted", "Of it without list price", ({ unlisted }) => unlisted),
      fixed("tax", "Tax, not in the bridge", ({ tax }) => tax),
      fixedItem(
        "rec.place",
        "Row",
        "general",
        rows.map((_, i) => i + 1),
      ),
      fixedItem("rec.hasBefore", "Month before is above", "general", neighbours(rows, -1)),
      fixedItem("rec.hasAfter", "Month after is below", "general", neighbours(rows, 1)),
      formulaItem(
        "rec.before",
        "Unexplained before",
        "residual",
        "INDEX(ALL(rec.gap),MAX(1,rec.place-1))",
      ),
      formulaItem(
        "rec.after",
        "Unexplained after",
        "residual",
        "INDEX(ALL(rec.gap),MIN(COUNT(ALL(rec.gap)),rec.place+1))",
      ),
      formulaItem(
        "rec.edge",
        "Offset by a neighbour",
        "general",
        `IF(OR(${offsets("rec.hasBefore", "rec.before")},${offsets("rec.hasAfter", "rec.after")}),1,0)`,
      ),
      formulaItem("rec.cause", "Likely cause", "text", causeFormula("rec", "rec.edge")),
    ],
  };
}
