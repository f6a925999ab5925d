import type { NumberFormat } from "../../workbook/plan";

/** How amounts of a currency are shown: dollars by their sign, others by their units. */
export interface CurrencyFormat {
  readonly currency: string;
  readonly money: NumberFormat;
  readonly whole: NumberFormat;
  readonly fine: NumberFormat;
}

export function currencyFormat(currency: string): CurrencyFormat {
  return currency === "USD"
    ? { currency, money: "money", whole: "moneyWhole", fine: "moneyFine" }
    : { currency, money: "amount", whole: "amountWhole", fine: "amountFine" };
}
