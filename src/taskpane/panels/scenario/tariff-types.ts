import type { Scenario, TariffInput, TariffTier, TariffType } from "../../../scenario/scenario";

/** Tiers at most. */
export const MOST_TIERS = 5;

/** Types that have one price, whatever the usage. */
const ONE_PRICE: readonly TariffType[] = ["Metered", "Package", "Outcome"];

export function hasTiers(type: TariffType): boolean {
  return type !== "Seat" && !ONE_PRICE.includes(type);
}

const FREE: TariffTier = { upTo: null, unitPrice: 0, flatFee: 0 };

function tiersFor(type: TariffType, tiers: readonly TariffTier[]): readonly TariffTier[] {
  const last = tiers.at(-1) ?? FREE;
  if (type === "Seat") return [FREE];
  if (ONE_PRICE.includes(type)) return [{ ...last, upTo: null, flatFee: 0 }];
  // An allowance comes first.
  if (tiers.length === 1) return [{ ...FREE, upTo: 1000 }, last];
  return tiers;
}

/** A tariff under another rule: what the rule does not use goes back to what leaves it out. */
export function retyped(tariff: TariffInput, type: TariffType, { task }: Scenario): TariffInput {
  return {
    ...tariff,
    type,
    tiers: tiersFor(type, tariff.tiers),
    packageSize: type === "Package" ? 100 : 1,
    freeUnits: 0,
    unitsPerTask: type === "Outcome" && task.successRate > 0 ? task.successRate : 1,
  };
}

/** A tier more, below the open last one. */
export function withTier(tariff: TariffInput): TariffInput {
  const last = tariff.tiers.at(-1) ?? FREE;
  const bound = tariff.tiers.at(-2)?.upTo ?? 0;
  const upTo = bound > 0 ? bound * 2 : 1000;
  return { ...tariff, tiers: [...tariff.tiers.slice(0, -1), { ...last, upTo }, last] };
}

export function withoutTier(tariff: TariffInput, tier: number): TariffInput {
  return { ...tariff, tiers: tariff.tiers.filter((_, i) => i !== tier) };
}

/** The tariff in focus, or another that is meant by its number, after one is taken away. */
function afterRemoval(number: number, removed: number): number {
  return number > removed + 1 || (number === removed + 1 && number > 1) ? number - 1 : number;
}

export function withoutTariff(scenario: Scenario, place: number): Scenario {
  const { levers } = scenario;
  return {
    ...scenario,
    tariffs: scenario.tariffs.filter((_, i) => i !== place),
    focus: afterRemoval(scenario.focus, place),
    levers: { ...levers, usageTariff: afterRemoval(levers.usageTariff, place) },
  };
}

/** A copy of the last tariff to start from. */
export function withNewTariff(scenario: Scenario): Scenario {
  const { tariffs } = scenario;
  const last = tariffs.at(-1);
  if (!last) return scenario;
  return { ...scenario, tariffs: [...tariffs, { ...last, name: `Tariff ${tariffs.length + 1}` }] };
}
