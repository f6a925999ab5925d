import { check, type Domain } from "../calc";
import type { Condition, ModelRow, Price, PriceRow } from "./price-rows";

/** Excel's dates: serial numbers of days up to 31 December 9999. */
export const EXCEL_DATES: Domain = { above: 0, below: 2_958_466 };

const SECONDS_PER_DAY = 86_400;

/** The whole milliseconds of a serial number as seconds: fractions of days are rounded by nature. */
function secondsOf(serial: number): number {
  return Math.round(serial * SECONDS_PER_DAY * 1000) / 1000;
}

function holds(when: Condition, seconds: number): boolean {
  if (typeof when === "number") return seconds >= when * SECONDS_PER_DAY;
  const [from, until] = when;
  const time = seconds % SECONDS_PER_DAY;
  const isFrom = time >= from;
  const isBefore = time < until;
  // A span over midnight has its end before its start.
  return until < from ? isFrom || isBefore : isFrom && isBefore;
}

/**
 * The prices of a model that hold at a time.
 *
 * @param asOf Excel serial number in UTC; a whole number is midnight
 * @throws CalcError `#NUM!` where it is no date
 */
export function pricesAt(model: ModelRow, asOf: number): PriceRow {
  check("asOf", asOf, EXCEL_DATES);
  const others = model[3];
  if (!others) return model[2];
  const seconds = secondsOf(asOf);
  for (const [when, later] of others) if (holds(when, seconds)) return later;
  return model[2];
}

/** The day since which the prices of `pricesAt` hold; undefined where the provider names none. */
export function validFrom([, , , others = []]: ModelRow, asOf: number): number | undefined {
  const seconds = secondsOf(asOf);
  for (const [when] of others) if (typeof when === "number" && holds(when, seconds)) return when;
  return undefined;
}

/**
 * What a price is for a prompt of this length; undefined where there is none.
 *
 * @param promptTokens the whole prompt, cached parts included: a prompt above a threshold is
 *   billed at the higher price in all its tokens
 */
export function priceFor(
  price: Price | null | undefined,
  promptTokens: number,
): number | undefined {
  if (price === null || price === undefined) return undefined;
  if (typeof price === "number") return price;
  let reached = price[0];
  for (const [above, dearer] of price[1]) if (promptTokens > above) reached = dearer;
  return reached;
}
