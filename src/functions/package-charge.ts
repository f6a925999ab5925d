import * as calc from "../calc";
import { define } from "./define";
import { minus } from "./native-terms";
import { number, optional } from "./parameter";

/** What packages of units cost in a month: every started package is due in full.
 * @customfunction PACKAGECHARGE
 * @helpurl https://localhost:3000/help/packagecharge.html
 * @param units Usage of the month (units).
 * @param packageSize Units in a package, above 0.
 * @param packagePrice Price of a package (currency).
 * @param freeUnits Units before the first package starts; 0 if omitted.
 * @returns Charge of the month (currency). */
export function packageCharge(
  units: unknown[][],
  packageSize: unknown[][],
  packagePrice: unknown[][],
  freeUnits?: unknown[][],
): unknown[][] {
  return PACKAGECHARGE.spill(units, packageSize, packagePrice, freeUnits);
}

export const PACKAGECHARGE = define({
  calc: calc.packageCharge,
  params: [
    number("units", calc.FROM_ZERO),
    number("packageSize", calc.ABOVE_ZERO),
    number("packagePrice", calc.FROM_ZERO),
    optional(number("freeUnits", calc.FROM_ZERO), "0"),
  ],
  native: (units, packageSize, packagePrice, freeUnits) =>
    `ROUNDUP(MAX(0,${units}${minus(freeUnits)})/${packageSize},0)*${packagePrice}`,
  examples: [
    { it: "bills a second package for its first unit", args: [201, 100, 5, 100], gives: 10 },
    { it: "bills one package where it is just full", args: [200, 100, 5, 100], gives: 5 },
    { it: "bills nothing within the free units", args: [100, 100, 5, 100], gives: 0 },
    { it: "refuses packages without units", args: [201, 0, 5], fails: "#NUM!" },
  ],
  formula: "packagePrice × ROUNDUP(MAX(0, units − freeUnits) ÷ packageSize)",
  source: "Lago's package charge model.",
});
