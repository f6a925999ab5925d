// Always en-US, as the sheets, the formulas and the fields of the form are.
const MONEY = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const WHOLE_MONEY = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});
const PERCENT = new Intl.NumberFormat("en-US", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const ROUND_PERCENT = new Intl.NumberFormat("en-US", {
  style: "percent",
  maximumFractionDigits: 1,
});
const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const PLAIN = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 7 });

/** Dollars and cents, such as $140.64. */
export const showMoney = (value: number): string => MONEY.format(value);

/** Dollars alone, for sums over all customers. */
export const showWholeMoney = (value: number): string => WHOLE_MONEY.format(value);

/** An amount of any currency, such as €140.64. */
export const showAmount = (value: number, currency: string): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency }).format(value);

/** A fraction as a percentage, such as 43.2%. */
export const showPercent = (value: number): string => PERCENT.format(value);

/** A fraction as its reader typed it, such as 60%. */
export const showRoundPercent = (value: number): string => ROUND_PERCENT.format(value);

/** A whole number with commas, such as 1,500. */
export const showCount = (value: number): string => COUNT.format(value);

/** A number of unknown size, to seven digits. */
export const showPlain = (value: number): string => PLAIN.format(value);
