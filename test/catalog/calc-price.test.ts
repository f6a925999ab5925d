import { calcPrice, type ConditionalPrice, type ModelPrice } from "@pydantic/genai-prices";
import fc from "fast-check";
import { CalcError } from "../../src/calc";
import { tokenCost } from "../../src/catalog";
import { size } from "../../src/catalog/price-table.generated";
import { NO_INPUT_PRICE, NO_OUTPUT_PRICE, PRICED_PER_REQUEST } from "./differences";
import { PACKAGE_MODELS, type PackageModel, timestamp } from "./package-models";

const SEED = 20_260_923;
const USAGES_PER_MODEL = 24;

interface Usage {
  readonly input: number;
  readonly output: number;
  readonly read: number;
  readonly write: number;
  readonly asOf: number;
}

function entries({ model: { prices } }: PackageModel): readonly ConditionalPrice[] {
  return Array.isArray(prices) ? prices : [{ prices }];
}

/** Prompt lengths from which a price of the model changes. */
function thresholds(model: PackageModel): number[] {
  const prices = entries(model).flatMap((entry) => Object.values(entry.prices));
  const starts = prices.flatMap((price) =>
    typeof price === "object" ? price.tiers.map(({ start }) => start) : [],
  );
  return [...new Set(starts)];
}

/** Excel serial numbers at which a price of the model changes. */
function changes(model: PackageModel): number[] {
  return entries(model).flatMap(({ constraint }) => {
    if (!constraint) return [];
    if (constraint.type === "start_date") {
      return [Date.parse(`${constraint.start_date}T00:00:00Z`) / 86_400_000 + 25_569];
    }
    // A time of day, on a day on which all of today's prices hold.
    return [constraint.start_time, constraint.end_time].map(
      (time) => Date.parse(`2026-09-20T${time}`) / 86_400_000 + 25_569,
    );
  });
}

/** Below, at and above each of the values. */
function around(values: readonly number[], step: number): number[] {
  return values.flatMap((value) => [value - step, value, value + step]);
}

const SECOND = 1 / 86_400;

function usages(model: PackageModel): fc.Arbitrary<Usage> {
  const lengths = [0, 1, 1_000, ...around(thresholds(model), 1)];
  const dates = [43_831, 46_266, ...around(changes(model), SECOND)];
  return fc
    .record({
      input: fc.oneof(fc.constantFrom(...lengths), fc.nat(1_000_000)),
      output: fc.oneof(fc.constant(0), fc.nat(100_000)),
      readShare: fc.constantFrom(0, 0.5, 1),
      writeShare: fc.constantFrom(0, 0.3, 1),
      asOf: fc.oneof(
        fc.constantFrom(...dates),
        fc.integer({ min: 43_831 * 86_400, max: 46_700 * 86_400 }).map((second) => second * SECOND),
      ),
    })
    .map(({ input, output, readShare, writeShare, asOf }) => {
      const read = Math.floor(input * readShare);
      return { input, output, read, write: Math.floor((input - read) * writeShare), asOf };
    });
}

/** What the package asks, its own choice of a model set aside: this model is the only one. */
function packagePrice({ provider, model }: PackageModel, usage: Usage) {
  const answer = calcPrice(
    {
      input_tokens: usage.input,
      output_tokens: usage.output,
      cache_read_tokens: usage.read,
      cache_write_tokens: usage.write,
    },
    "this",
    {
      provider: { ...provider, models: [{ ...model, match: { equals: "this" } }] },
      timestamp: timestamp(usage.asOf),
    },
  );
  if (!answer) throw new Error("the package has no answer");
  return answer;
}

/** $ per request, which TOKENCOST leaves out. */
function requestFee(prices: ModelPrice): number {
  const perThousand = prices.requests_kcount;
  return typeof perThousand === "number" ? perThousand / 1000 : 0;
}

/** Our cost, or the code of its error. */
function ourCost(name: string, { input, output, read, write, asOf }: Usage): number | string {
  try {
    return tokenCost(name, input, output, read, write, asOf);
  } catch (error) {
    if (error instanceof CalcError) return error.code;
    throw error;
  }
}

interface Comparison {
  readonly model: PackageModel;
  readonly usage: Usage;
  readonly ours: number | string;
  readonly theirs: number;
  readonly prices: ModelPrice;
}

let comparisons: readonly Comparison[];

beforeAll(() => {
  comparisons = PACKAGE_MODELS.flatMap((model) =>
    fc.sample(usages(model), { seed: SEED, numRuns: USAGES_PER_MODEL }).map((usage) => {
      const { total_price: theirs, model_price: prices } = packagePrice(model, usage);
      return { model, usage, ours: ourCost(model.name, usage), theirs, prices };
    }),
  );
});

function lacksPrice({ usage, prices }: Comparison): boolean {
  return (
    (usage.input > 0 && prices.input_mtok === undefined) ||
    (usage.output > 0 && prices.output_mtok === undefined)
  );
}

test("covers every model, below, at and above its thresholds and dates", () => {
  expect(comparisons).toHaveLength(size.models * USAGES_PER_MODEL);
  const tiered = comparisons.filter(({ model }) => thresholds(model).length > 0);
  const where = new Set(
    tiered.map(({ model, usage }) => Math.sign(usage.input - (thresholds(model)[0] ?? 0))),
  );
  expect(where).toEqual(new Set([-1, 0, 1]));
});

test("costs what the package's own calculation says, to 12 digits", () => {
  const wrong = comparisons.filter((comparison) => {
    const { ours, theirs, prices } = comparison;
    if (lacksPrice(comparison)) return ours !== "#N/A";
    const expected = theirs - requestFee(prices);
    // The fee is taken away from a sum, so its rounding counts in the sum's scale.
    return !(typeof ours === "number" && Math.abs(ours - expected) <= 1e-12 * theirs);
  });
  expect(
    wrong.map(({ model, usage, ours, theirs }) => ({ name: model.name, usage, ours, theirs })),
  ).toEqual([]);
});

/** Names of the models for which a comparison is of a kind. */
function names(isOfKind: (comparison: Comparison) => boolean): string[] {
  return [...new Set(comparisons.filter(isOfKind).map(({ model }) => model.name))];
}

describe("differs deliberately", () => {
  it("where the provider bills requests too, by that fee", () => {
    expect(names(({ prices }) => requestFee(prices) > 0)).toEqual(PRICED_PER_REQUEST);
  });

  it("where there is no price for input, which is unknown to us and free to the package", () => {
    expect(names(({ prices }) => prices.input_mtok === undefined)).toEqual(NO_INPUT_PRICE);
  });

  it("where there is no price for output, which is unknown to us and free to the package", () => {
    expect(
      names(
        (each) => each.prices.output_mtok === undefined && each.prices.input_mtok !== undefined,
      ),
    ).toEqual(NO_OUTPUT_PRICE);
  });
});
