import { FROM_ZERO } from "../calc";
import type { Item, SheetDescription } from "../workbook/sheet-blocks";
import { modelAxis } from "./axes";
import type { PinnedModel, Scenario } from "./scenario";

/** The prices that a scenario uses, pinned on the day it was built. */
export function pricesSheet(scenario: Scenario): SheetDescription {
  const { prices, product } = scenario;
  const unit = `${product.costCurrency} / million`;
  const each = <T>(of: (price: PinnedModel) => T): T[] => prices.map(of);
  const list = (name: string, label: string, of: (price: PinnedModel) => number | null): Item => ({
    name,
    label,
    unit,
    format: "moneyFine",
    inputs: each(of),
    allowed: { numbers: FROM_ZERO },
  });
  return {
    id: "prices",
    name: "Prices",
    title: "Prices",
    subtitle:
      "Model prices per million tokens, pinned: they do not change by themselves. Enter a negotiated rate beside a list price to use it instead.",
    blocks: [
      {
        kind: "grid",
        title: "Pinned prices",
        axis: modelAxis(scenario),
        direction: "down",
        items: [
          {
            name: "prices.model",
            label: "Model",
            format: "text",
            fixed: each(({ model }) => model),
          },
          list("prices.listInput", "Input, list", ({ input }) => input),
          list("prices.listOutput", "Output, list", ({ output }) => output),
          list("prices.listCacheRead", "Cache read, list", ({ cacheRead }) => cacheRead),
          list("prices.listCacheWrite", "Cache write, list", ({ cacheWrite }) => cacheWrite),
          list("prices.ownInput", "Input, negotiated", ({ negotiatedInput }) => negotiatedInput),
          list(
            "prices.ownOutput",
            "Output, negotiated",
            ({ negotiatedOutput }) => negotiatedOutput,
          ),
          {
            name: "prices.input",
            label: "Input, used",
            unit,
            format: "moneyFine",
            formula: "IF(prices.ownInput=0,prices.listInput,prices.ownInput)",
          },
          {
            name: "prices.output",
            label: "Output, used",
            unit,
            format: "moneyFine",
            formula: "IF(prices.ownOutput=0,prices.listOutput,prices.ownOutput)",
          },
          {
            name: "prices.cacheRead",
            label: "Cache read, used",
            unit,
            format: "moneyFine",
            formula: "IF(prices.listCacheRead=0,prices.input,prices.listCacheRead)",
          },
          {
            name: "prices.cacheWrite",
            label: "Cache write, used",
            unit,
            format: "moneyFine",
            formula: "IF(prices.listCacheWrite=0,prices.input,prices.listCacheWrite)",
          },
        ],
      },
      {
        kind: "grid",
        title: "Limits and sources",
        axis: modelAxis(scenario),
        direction: "down",
        items: [
          {
            name: "prices.longContextFrom",
            label: "Long context above",
            unit: "tokens",
            format: "count",
            fixed: each(({ longContextFrom }) => longContextFrom),
          },
          {
            name: "prices.validFrom",
            label: "Valid from",
            unit: "date",
            format: "date",
            fixed: each(({ validFrom }) => validFrom),
          },
          {
            name: "prices.source",
            label: "Source",
            format: "text",
            fixed: each(({ source }) => source),
          },
        ],
      },
      {
        kind: "lines",
        title: "Dates",
        lines: [
          {
            name: "pinnedOn",
            label: "Prices pinned on",
            unit: "date",
            format: "date",
            fixed: scenario.pinnedOn,
          },
          {
            name: "catalogDate",
            label: "Date of the price catalog",
            unit: "date",
            format: "date",
            fixed: scenario.catalogDate,
          },
        ],
      },
    ],
    widths: { label: 26, unit: 6, others: 12, columns: { 0: 22 } },
    print: { landscape: true },
    role: "input",
  };
}
