import type { Item } from "../workbook/sheet-blocks";
import type { ChargeShape } from "./charge-terms";
import { itemMaker } from "./item-maker";

const item = itemMaker("tariff");

/**
 * What would reach the target: the factor on all prices, and the one price that is solved while
 * the others are held. A base fee is solved where there is one, else the unit price where it is
 * the only price; of several prices, and beside a minimum charge, only the factor holds.
 */
export function solvedItems(money: string, { tiers }: ChargeShape): Item[] {
  const besides = [
    ...tiers.slice(1).map((tier) => `tariff.unitPrice.${tier}`),
    ...tiers.map((tier) => `tariff.flatFee.${tier}`),
  ];
  return [
    item(
      "needed",
      "Revenue that reaches the target",
      money,
      "money",
      'IF(targetMargin+pay.rate>=1,"none",(tariff.serving+pay.fee*tariff.paying)/(1-targetMargin-pay.rate))',
    ),
    item(
      "floorFactor",
      "Factor on all prices that reaches the target",
      "factor",
      "decimal",
      'IF(AND(ISNUMBER(tariff.needed),tariff.expected>0),tariff.needed/tariff.expected,"none")',
    ),
    item(
      "usageRevenue",
      "Revenue but for the base fee",
      money,
      "money",
      "tariff.expected-(1-tariff.discount)*tariff.seatFees",
    ),
    item(
      "solvedPrice",
      "Price that is solved, the others held",
      "",
      "text",
      `IF(tariff.commitment>0,"all prices",IF(tariff.baseFee>0,"base fee",IF(tariff.usageRevenue<=0,"none",IF(SUM(${besides.join(",")})=0,"unit price","all prices"))))`,
    ),
    item(
      "solvedFloor",
      "Its floor",
      money,
      "moneyFine",
      'IF(ISNUMBER(tariff.needed),IF(tariff.solvedPrice="base fee",IF(tariff.needed<=tariff.usageRevenue,"none needed",(tariff.needed-tariff.usageRevenue)/((1-tariff.discount)*seats)),IF(tariff.solvedPrice="unit price",tariff.unitPrice.1*tariff.needed/tariff.usageRevenue,IF(tariff.solvedPrice="none","none","see the factor"))),"none")',
    ),
  ];
}
