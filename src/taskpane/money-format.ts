export interface MoneyFormat {
  readonly cents: (value: number) => string;
  readonly whole: (value: number) => string;
  /** For prices of single tasks, such as $0.0600. */
  readonly fine: (value: number) => string;
}

/** "$" for USD, else the code as it was entered: "EUR 1,500.00". */
export function moneyFormat(currency: string): MoneyFormat {
  const format = (digits: number) => {
    const number = new Intl.NumberFormat("en-US", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    const unit = currency === "USD" ? "$" : `${currency} `;
    return (value: number) => `${value < 0 ? "-" : ""}${unit}${number.format(Math.abs(value))}`;
  };
  return { cents: format(2), whole: format(0), fine: format(4) };
}
