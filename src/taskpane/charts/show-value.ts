import { instantOf } from "../../calc";
import type { NumberFormat } from "../../workbook/plan";
import { showCount, showMoney, showPercent, showPlain, showWholeMoney } from "../show-number";

const FINE_MONEY = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  minimumFractionDigits: 4,
});
const DECIMAL = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const MONTH = new Intl.DateTimeFormat("en-US", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

function dateOf(day: number): Date {
  return new Date(instantOf(day));
}

const SHOWN: Readonly<Partial<Record<NumberFormat, (value: number) => string>>> = {
  money: showMoney,
  moneyFine: (value) => FINE_MONEY.format(value),
  moneyWhole: showWholeMoney,
  count: showCount,
  percent: showPercent,
  decimal: (value) => DECIMAL.format(value),
  date: (day) => dateOf(day).toISOString().slice(0, 10),
  month: (day) => MONTH.format(dateOf(day)),
};

/** Shows values as cells of a format do; to seven digits where the format names no places. */
export function showValue(format: NumberFormat): (value: number) => string {
  return SHOWN[format] ?? showPlain;
}

/** From this step on numbers are shown as 20K and 1.5M. */
const COMPACT_FROM = 5_000;
const MOST_PLACES = 8;

/** How many decimal places tell the multiples of a step apart. */
function placesOf(step: number): number {
  for (let places = 0; places < MOST_PLACES; places++) {
    const scaled = step * 10 ** places;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9 * scaled) return places;
  }
  return MOST_PLACES;
}

/** Shows the marks of an axis, as short as its step allows: 20%, $0.005, $1.5M. */
export function showTick(format: NumberFormat, step: number): (value: number) => string {
  if (format === "date" || format === "month") return showValue(format);
  const isPercent = format === "percent";
  const isMoney = format === "money" || format === "moneyFine" || format === "moneyWhole";
  const isCompact = !isPercent && step >= COMPACT_FROM;
  const places = placesOf(isPercent ? step * 100 : step);
  const number = new Intl.NumberFormat("en-US", {
    ...(isPercent && { style: "percent" }),
    ...(isMoney && { style: "currency", currency: "USD" }),
    ...(isCompact
      ? { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 2 }
      : { minimumFractionDigits: places, maximumFractionDigits: places }),
  });
  return (value) => number.format(value);
}
