import type { NamedTariff } from "./backtest";

function number(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
}

function usageWords({ tariff }: NamedTariff): string[] {
  const { rule, upTo, unitPrices, flatFees, packageSize, freeUnits } = tariff;
  if (rule === "package") {
    const free = freeUnits > 0 ? ` beyond ${number(freeUnits)} free` : "";
    return [`${number(unitPrices[0] ?? 0)} for each ${number(packageSize)} units started${free}`];
  }
  const isFree = unitPrices.every((price) => price === 0) && flatFees.every((fee) => fee === 0);
  if (isFree) return [];
  const tiers = upTo.map((bound, i) => {
    const fee = flatFees[i] ?? 0;
    const range =
      bound === Infinity ? (i === 0 ? "all units" : "beyond") : `up to ${number(bound)}`;
    return `${range} at ${number(unitPrices[i] ?? 0)}${fee > 0 ? ` and ${number(fee)}` : ""}`;
  });
  return [`${rule === "volume" ? "volume, " : ""}${tiers.join(", ")}`];
}

/** A tariff in a line, such as "Hybrid: base fee 99; up to 1,000 at 0, beyond at 0.15". */
export function tariffInWords(named: NamedTariff): string {
  const { baseFee, billedUnitsPerTask, discount, commitment } = named.tariff;
  const parts = [
    ...(baseFee > 0 ? [`base fee ${number(baseFee)}`] : []),
    ...usageWords(named),
    ...(billedUnitsPerTask === 1 ? [] : [`${number(billedUnitsPerTask)} units per task`]),
    ...(discount > 0 ? [`${number(100 * discount)}% discount`] : []),
    ...(commitment > 0 ? [`at least ${number(commitment)} a month`] : []),
  ];
  return `${named.name}: ${parts.join("; ") || "free"}`;
}
