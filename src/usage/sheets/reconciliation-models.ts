import type { GridBlock } from "../../workbook/sheet-blocks";
import type { Reconciliation } from "../reconcile/reconciliation";
import { currencyFormat } from "./currency-format";
import { causeFormula } from "./reconciliation-causes";
import { fixedItem, formulaItem, inputItem, verdictItems } from "./reconciliation-items";
import { type SplitGrid, splitGrid } from "./split-grid";

/** The same by model, as far as invoices say so. */
export function modelsGrid(figures: Reconciliation): SplitGrid {
  return splitGrid(
    allOfModels(figures),
    [
      ...["list", "rate", "cost", "invoice", "left", "share", "status", "requests", "unpriced"],
      ...["cached", "cause"],
    ].map((name) => `model.${name}`),
  );
}

function allOfModels({ models: rows, currency }: Reconciliation): GridBlock {
  const { money } = currencyFormat(currency);
  return {
    kind: "grid",
    title: "By model",
    note: "All months; type what invoices say of each model into the yellow cells",
    axis: {
      id: "providerModels",
      heading: "Provider and model",
      keys: rows.map(({ provider, model }, i) => ({
        key: `${i + 1}`,
        label: `${provider} ${model}`,
      })),
    },
    direction: "down",
    items: [
      fixedItem(
        "model.list",
        "Usage at list price",
        money,
        rows.map(({ list }) => list),
      ),
      formulaItem("model.rate", "Negotiated rate and batch", money, "model.cost-model.list"),
      fixedItem(
        "model.cost",
        "Usage at its cost",
        money,
        rows.map(({ cost }) => cost),
      ),
      inputItem(
        "model.invoice",
        "Invoice without tax",
        money,
        rows.map(({ invoiced }) => invoiced),
      ),
      {
        ...formulaItem(
          "model.left",
          "Unexplained",
          money,
          'IF(ISNUMBER(model.invoice),model.invoice-model.cost,"-")',
        ),
        isResult: true,
      },
      ...verdictItems("model", "model.base", rows),
      formulaItem("model.base", "Compared with", money, "model.invoice+0"),
      fixedItem(
        "model.requests",
        "Requests",
        "count",
        rows.map(({ requests }) => requests),
      ),
      formulaItem("model.cause", "Likely cause", "text", causeFormula("model", "0")),
    ],
  };
}
