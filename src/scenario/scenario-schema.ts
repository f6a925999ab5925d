import { SAMPLE } from "./sample";
import {
  date,
  type Field,
  type Fields,
  list,
  number,
  numberOrNull,
  object,
  oneOf,
  optional,
  type Reader,
  required,
  text,
} from "./json-reader";
import {
  COST_LINES,
  type CostLine,
  type Leg,
  type PinnedModel,
  POLICIES,
  type Policy,
  type Scenario,
  SENSITIVITY_DRIVERS,
  type SensitivityDriver,
  TARIFF_TYPES,
  type TariffInput,
  type TariffTier,
} from "./scenario";

/** Stands for a lever's model or tariff that is left out: it is chosen once all others are known. */
export const LEFT_OUT = { model: "", tariff: 0 } as const;

/** Numbers that may be left out, with what they are then. */
function numbers<T extends string>(
  defaults: Readonly<Record<T, number>>,
): Fields<Record<T, number>> {
  const fields = Object.entries<number>(defaults).map(([key, value]) => [
    key,
    optional(number, value),
  ]);
  // Its keys are those of the defaults.
  return Object.fromEntries(fields) as Fields<Record<T, number>>;
}

const leg: Reader<Leg> = object<Leg>({
  role: optional(text, "Model"),
  model: required(text),
  ...numbers({ calls: 1, addedPerCall: 0, promptCaching: 0 }),
  basePrompt: required(number),
  outputPerCall: required(number),
});

const pinned: Reader<PinnedModel> = object<PinnedModel>({
  model: required(text),
  input: required(number),
  output: required(number),
  cacheRead: optional(numberOrNull, null),
  cacheWrite: optional(numberOrNull, null),
  negotiatedInput: optional(numberOrNull, null),
  negotiatedOutput: optional(numberOrNull, null),
  longContextFrom: optional(numberOrNull, null),
  validFrom: optional((value, ...at) => (value === null ? null : date(value, ...at)), null),
  source: optional(text, "Given"),
});

const tier: Reader<TariffTier> = object<TariffTier>({
  upTo: optional(numberOrNull, null),
  unitPrice: required(number),
  flatFee: optional(number, 0),
});

/** Tiers of which the last alone is open. */
const tiers: Reader<readonly TariffTier[]> = (value, path, report) => {
  const read = list(tier, 1, 5)(value, path, report);
  for (const [i, { upTo }] of read.entries()) {
    const isLast = i === read.length - 1;
    if (isLast && upTo !== null)
      report(`${path}[${i}].upTo`, "must be null: the last tier is open");
    if (!isLast && upTo === null)
      report(`${path}[${i}].upTo`, "must be a number but in the last tier");
  }
  return read;
};

const tariff: Reader<TariffInput> = object<TariffInput>({
  name: required(text),
  type: required(oneOf(TARIFF_TYPES)),
  tiers: optional(tiers, [{ upTo: null, unitPrice: 0, flatFee: 0 }]),
  ...numbers({
    baseFee: 0,
    packageSize: 1,
    freeUnits: 0,
    unitsPerTask: 1,
    commitment: 0,
    discount: 0,
    usageChange: 0,
    lostCustomers: 0,
  }),
});

const ends = object<{ readonly low: number; readonly high: number }>({
  low: required(number),
  high: required(number),
});

/** The same kind of member for each key of a list. */
function each<K extends string, T>(
  keys: readonly K[],
  read: Reader<T>,
  defaults: Readonly<Record<K, T>>,
): Reader<Readonly<Record<K, T>>> {
  const fields = keys.map((key) => [key, optional(read, defaults[key])]);
  // Its keys are those of the list.
  return object(Object.fromEntries(fields) as Fields<Readonly<Record<K, T>>>);
}

/** A section whose parts all may be left out. */
function section<T extends object>(read: Reader<T>): Field<T> {
  return optional(
    read,
    read({}, "", () => undefined),
  );
}

function without<T extends object, K extends keyof T>(whole: T, ...keys: K[]): Omit<T, K> {
  const left = Object.entries(whole).filter(([key]) => !keys.some((one) => one === key));
  // Exactly the named members are gone.
  return Object.fromEntries(left) as Omit<T, K>;
}

/**
 * Reads the shape of a scenario. What a product costs is nothing where it is left out, and
 * nothing grows; targets, policy, sensitivities and levers are the sample's. Required are the
 * name, customers, usage at P50 and P99, model legs and tariffs.
 *
 * @param day Excel date that stands for dates left out
 */
export function scenarioReader(day: number): Reader<Scenario> {
  const { priceCurrency, costCurrency, ...product } = without(
    SAMPLE.product,
    "customers",
    "usagePer",
  );
  const parts = without(SAMPLE.task, "legs");
  const none = Object.fromEntries(Object.keys(parts).map((key) => [key, 0]));
  return object<Scenario>({
    name: required(text),
    product: required(
      object<Scenario["product"]>({
        customers: required(number),
        usagePer: optional(oneOf(["customer", "seat"]), "customer"),
        priceCurrency: optional(text, priceCurrency),
        costCurrency: optional(text, costCurrency),
        ...numbers({ ...product, fixedCost: 0 }),
        exchangeDate: optional(date, day),
      }),
    ),
    task: required(
      object<Scenario["task"]>({
        legs: required(list(leg, 1, 4)),
        ...numbers<keyof typeof parts>({
          ...parts,
          ...none,
          successRate: 1,
          computeUtilization: 1,
          computeConcurrency: 1,
          costSpread: 1,
        }),
      }),
    ),
    usage: required(
      object<Scenario["usage"]>({
        p50: required(number),
        p99: required(number),
        ...numbers(without(SAMPLE.usage, "p50", "p99")),
      }),
    ),
    targets: section(object<Scenario["targets"]>(numbers(SAMPLE.targets))),
    tariffs: required(list(tariff, 1, 6)),
    focus: optional(number, 1),
    policy: section(each<CostLine, Policy>(COST_LINES, oneOf(POLICIES), SAMPLE.policy)),
    levers: section(
      object<Scenario["levers"]>({
        ...numbers({
          ...without(SAMPLE.levers, "routedModel", "studentModel"),
          usageTariff: LEFT_OUT.tariff,
        }),
        routedModel: optional(text, LEFT_OUT.model),
        studentModel: optional(text, LEFT_OUT.model),
      }),
    ),
    growth: section(
      object<Scenario["growth"]>({
        ...numbers({ ...SAMPLE.growth, newCustomers: 0, churn: 0, usageGrowth: 0, priceGrowth: 0 }),
        startDate: optional(date, day),
      }),
    ),
    sensitivity: section(
      each<SensitivityDriver, { readonly low: number; readonly high: number }>(
        SENSITIVITY_DRIVERS,
        ends,
        SAMPLE.sensitivity,
      ),
    ),
    prices: optional(list(pinned, 0, 50), []),
    pinnedOn: optional(date, day),
    catalogDate: optional(date, day),
  });
}
