import type { Leg, Scenario, TariffInput } from "../../../scenario/scenario";
import { problemKey } from "../../../scenario/scenario-problems";
import type { Item, Line } from "../../../workbook/sheet-blocks";

export type FieldValue = number | string | null;

/** What a field is called and what it takes; the sheets say the same of their cells. */
export type Description = Pick<Line | Item, "label" | "unit" | "format" | "note"> & {
  readonly allowed?: Extract<Line, { input: unknown }>["allowed"];
};

/** One input of the form: where it stands in the scenario, and as what the model knows it. */
export interface FormField {
  /** The input's name in the model, which describes it, and its place along the axis. */
  readonly name: string;
  readonly place: number;
  readonly key: string;
  readonly of: (scenario: Scenario) => FieldValue;
  readonly put: (scenario: Scenario, value: FieldValue) => Scenario;
  /** Where the model has no such input, or calls it what would be unclear in the form. */
  readonly described?: Partial<Description> & { readonly label: string };
}

type SectionOf = "product" | "task" | "usage" | "targets" | "levers" | "growth";
type KeyOf<T> = { [K in keyof T]: T[K] extends FieldValue ? K : never }[keyof T] & string;

function plain(value: unknown): FieldValue {
  return typeof value === "number" || typeof value === "string" ? value : null;
}

/** A field of a section; `name` is what the model calls it. */
export function field<S extends SectionOf>(
  section: S,
  key: KeyOf<Scenario[S]>,
  name: string = key,
  described?: FormField["described"],
): FormField {
  return {
    name,
    place: 0,
    key: problemKey(name),
    of: (scenario) => plain(scenario[section][key]),
    put: (scenario, value) => ({ ...scenario, [section]: { ...scenario[section], [key]: value } }),
    ...(described && { described }),
  };
}

/** A list with one of its entries replaced. */
export function replaced<T>(list: readonly T[], place: number, entry: T): T[] {
  return list.map((one, i) => (i === place ? entry : one));
}

export function legField(
  place: number,
  key: KeyOf<Leg>,
  described?: FormField["described"],
): FormField {
  const name = `leg.${key}`;
  return {
    name,
    place,
    key: problemKey(name, place),
    of: ({ task }) => plain(task.legs[place]?.[key]),
    put: (scenario, value) => {
      const { task } = scenario;
      const leg = task.legs[place];
      if (!leg) return scenario;
      const legs = replaced(task.legs, place, { ...leg, [key]: value });
      return { ...scenario, task: { ...task, legs } };
    },
    ...(described && { described }),
  };
}

/** The scenario with one of its tariffs changed. */
export function withTariff(
  scenario: Scenario,
  place: number,
  change: (tariff: TariffInput) => TariffInput,
): Scenario {
  const tariff = scenario.tariffs[place];
  if (!tariff) return scenario;
  return { ...scenario, tariffs: replaced(scenario.tariffs, place, change(tariff)) };
}

export function tariffField(
  place: number,
  key: KeyOf<TariffInput>,
  described?: FormField["described"],
): FormField {
  const name = `tariff.${key}`;
  return {
    name,
    place,
    key: problemKey(name, place),
    of: ({ tariffs }) => plain(tariffs[place]?.[key]),
    put: (scenario, value) =>
      withTariff(scenario, place, (tariff) => ({ ...tariff, [key]: value })),
    ...(described && { described }),
  };
}

export function tierField(
  place: number,
  tier: number,
  key: "upTo" | "unitPrice" | "flatFee",
): FormField {
  const name = `tariff.${key}.${tier + 1}`;
  return {
    name,
    place,
    key: problemKey(name, place),
    of: ({ tariffs }) => plain(tariffs[place]?.tiers[tier]?.[key]),
    put: (scenario, value) =>
      withTariff(scenario, place, (tariff) => {
        const own = tariff.tiers[tier];
        if (!own) return tariff;
        return { ...tariff, tiers: replaced(tariff.tiers, tier, { ...own, [key]: value }) };
      }),
    // The sheet's note says what a blank cell means; here the last tier is open by itself.
    ...(key === "upTo" && { described: { label: `Tier ${tier + 1}: up to`, note: "Inclusive" } }),
  };
}
