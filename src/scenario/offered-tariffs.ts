import type { Tariff } from "../calc";
import type { Scenario, TariffInput, TariffType } from "./scenario";

function ruleOf(type: TariffType): Tariff["rule"] {
  if (type === "Volume") return "volume";
  return type === "Package" ? "package" : "graduated";
}

function tariffOf(input: TariffInput, seats: number): Tariff {
  const { type, baseFee, tiers, packageSize, freeUnits, unitsPerTask, discount, commitment } =
    input;
  return {
    rule: ruleOf(type),
    baseFee: baseFee * seats,
    upTo: tiers.map(({ upTo }) => upTo ?? Infinity),
    unitPrices: tiers.map(({ unitPrice }) => unitPrice),
    flatFees: tiers.map(({ flatFee }) => flatFee),
    packageSize,
    freeUnits,
    billedUnitsPerTask: unitsPerTask,
    discount,
    commitment,
  };
}

/** The tariffs of a scenario by their names, for a customer with its number of seats. */
export function offeredTariffs({
  tariffs,
  product,
}: Scenario): readonly { readonly name: string; readonly tariff: Tariff }[] {
  return tariffs.map((input) => ({ name: input.name, tariff: tariffOf(input, product.seats) }));
}
