import type { NumberFormat } from "../workbook/plan";
import type { Block, SheetDescription } from "../workbook/sheet-blocks";
import type { Scenario } from "./scenario";

/** The currency whose sign the formats of money carry. */
const SIGNED = "USD";

/** Formats of amounts, and what stands for them where not all amounts are dollars. */
const WITHOUT_SIGN: Readonly<Partial<Record<NumberFormat, NumberFormat>>> = {
  money: "amount",
  moneyFine: "amountFine",
  moneyWhole: "amountWhole",
};

function plain<T extends { readonly format: NumberFormat }>(described: T): T {
  return { ...described, format: WITHOUT_SIGN[described.format] ?? described.format };
}

function plainBlock(block: Block): Block {
  switch (block.kind) {
    case "lines":
      return { ...block, lines: block.lines.map(plain) };
    case "grid":
      return { ...block, items: block.items.map(plain) };
    case "charts":
      return {
        ...block,
        charts: block.charts.map((chart) => ({
          ...chart,
          valueFormat: WITHOUT_SIGN[chart.valueFormat] ?? chart.valueFormat,
        })),
      };
    case "text":
      return block;
  }
}

/** Amounts without a sign unless all of them are dollars: their units name the currency. */
export function inCurrencies(
  sheets: readonly SheetDescription[],
  { product }: Scenario,
): SheetDescription[] {
  if (product.priceCurrency === SIGNED && product.costCurrency === SIGNED) return [...sheets];
  return sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map(plainBlock) }));
}
