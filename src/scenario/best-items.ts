import type { Item } from "../workbook/sheet-blocks";
import { itemMaker } from "./item-maker";

/**
 * Which tariffs are best: `isBestAtP99` and `isBestProfit`, 1 or 0. Of equally good ones all are,
 * so that rounding never decides which one is named.
 */
export function bestItems(): Item[] {
  const make = itemMaker("tariff");
  const profits = "MAX(ALL(tariff.grossProfit))";
  return [
    make(
      "comparedAtP99",
      "Margin at P99, where anything is charged",
      "of revenue",
      "percent",
      'IF(tariff.charge.p99=0,"none",tariff.margin.p99)',
    ),
    make(
      "isBestAtP99",
      "Highest margin at P99",
      "0 or 1",
      "general",
      "IF(ISNUMBER(tariff.comparedAtP99),IF(tariff.comparedAtP99+epsilon>=MAX(ALL(tariff.comparedAtP99)),1,0),0)",
    ),
    make(
      "isBestProfit",
      "Highest gross profit of the company",
      "0 or 1",
      "general",
      `IF(tariff.grossProfit+epsilon*ABS(${profits})>=${profits},1,0)`,
    ),
  ];
}
