import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

const { readProviders, priceTable, nameTable } = jest.requireActual<{
  readonly readProviders: (script: string) => unknown[];
  readonly priceTable: (
    providers: unknown,
  ) => { readonly id: string; readonly models: unknown[] }[];
  readonly nameTable: (providers: unknown) => unknown[];
}>("../../.build/price-table.cjs");

/** A script as the package has it: providers, then units. */
const script = (providers: string) => `const E = [\n${providers}\n], J = {\n  requests: {}\n};\n`;

const PRICES = { input_mtok: 3, output_mtok: 15 };

/** A provider with one model, in which something may be other than expected. */
function provider(model: object = {}, rest: object = {}) {
  const whole = { id: "acme-1", match: { equals: "acme-1" }, prices: PRICES, ...model };
  return { id: "acme", name: "Acme", models: [whole], ...rest };
}

function row(model: object): unknown {
  return priceTable([provider(model)])[0]?.models[0];
}

describe("reading the package's script", () => {
  it("finds the providers", () => {
    expect(
      readProviders(script('  { id: "acme", name: `A\nB`, deprecated: !0, window: 2e5 }')),
    ).toEqual([{ id: "acme", name: "A\nB", deprecated: true, window: 200_000 }]);
  });

  it.each([
    ["another first statement", "let E = [\n{}\n], J = {\n};"],
    ["an array that is not followed by the units", "const E = [\n{}\n];\nclass X {\n}"],
    ["nothing", ""],
    ["code in the place of data", script("  { id: fetchIt() }")],
    ["a value that no data has", script("  { id: 1n }")],
  ])("fails on %s", (_what, text) => {
    expect(() => readProviders(text)).toThrow("The price data has changed its shape: script");
  });
});

describe("the table", () => {
  it("holds prices by kind, without those that are missing at the end", () => {
    expect(row({})).toEqual(["acme-1", "", [3, 15]]);
    const cached = { ...PRICES, cache_read_mtok: 0.3, web_searches_kcount: 10 };
    expect(row({ prices: cached })).toEqual(["acme-1", "", [3, 15, 0.3]]);
    const written = { input_mtok: 3, cache_write_mtok: 3.75 };
    expect(row({ prices: written })).toEqual(["acme-1", "", [3, null, null, 3.75]]);
    expect(row({ prices: {} })).toEqual(["acme-1", "", []]);
  });

  it("holds long-context tiers in ascending order", () => {
    const tiers = [
      { start: 400_000, price: 12 },
      { start: 200_000, price: 6 },
    ];
    expect(row({ prices: { input_mtok: { base: 3, tiers } } })).toEqual([
      "acme-1",
      "",
      [
        [
          3,
          [
            [200_000, 6],
            [400_000, 12],
          ],
        ],
      ],
    ]);
  });

  it("keeps rules, in lower case but for patterns", () => {
    const match = {
      or: [
        { equals: "Acme-One" },
        { starts_with: "ACME-" },
        { ends_with: "-One" },
        { contains: "Acme" },
        { and: [{ regex: "^(?!.*-[tT]ts$)" }, { contains: "X" }] },
      ],
    };
    expect(row({ match })).toEqual([
      "acme-1",
      ["=acme-one", "^acme-", "$-one", "~acme", { and: ["/^(?!.*-[tT]ts$)", "~x"] }],
      [3, 15],
    ]);
  });

  it("holds dated prices newest first, days as Excel's serial numbers, times as seconds", () => {
    const prices = [
      { prices: { input_mtok: 1 } },
      { constraint: { type: "start_date", start_date: "2026-01-01" }, prices: { input_mtok: 2 } },
      {
        constraint: { type: "time_of_date", start_time: "00:30:00Z", end_time: "16:30:05Z" },
        prices: { input_mtok: 3 },
      },
    ];
    expect(row({ prices })).toEqual([
      "acme-1",
      "",
      [1],
      [
        // 16:30:05 is 16 x 3600 + 30 x 60 + 5
        [[1_800, 59_405], [3]],
        [46_023, [2]],
      ],
    ]);
  });

  it("keeps what names a provider and whose models it resells", () => {
    const reseller = provider({}, { id: "shop", fallback_model_providers: ["acme"] });
    const maker = provider(
      {},
      { model_match: { contains: "Acme" }, provider_match: { equals: "ac" } },
    );
    expect(priceTable([reseller, maker])).toMatchObject([
      { id: "shop", fallbacks: ["acme"] },
      { id: "acme", sells: "~acme", named: "=ac" },
    ]);
  });
});

test("the names leave out what the id says", () => {
  const named = provider({ name: "Acme One" }, { pricing_urls: ["https://acme.example/prices"] });
  expect(nameTable([named, provider({ name: "acme-1" }), provider()])).toEqual([
    {
      id: "acme",
      name: "Acme",
      pricesAt: "https://acme.example/prices",
      models: [["acme-1", "Acme One"]],
    },
    { id: "acme", name: "Acme", models: [] },
    { id: "acme", name: "Acme", models: [] },
  ]);
});

const constrained = (constraint: unknown) => ({
  prices: [{ prices: PRICES }, { constraint, prices: PRICES }],
});

describe("a changed shape fails loudly", () => {
  it.each<[string, unknown, string]>([
    ["providers that are no list", { acme: provider() }, "providers: expected a list"],
    ["no providers", [], "providers: expected a list"],
    [
      "a provider without a name",
      [provider({}, { name: undefined })].map(forget),
      "name is missing",
    ],
    ["a new field of a provider", [provider({}, { region: "eu" })], "acme: region is unknown"],
    ["a provider without models", [provider({}, { models: [] })], "acme: expected a list"],
    ["a provider twice", [provider(), provider()], "acme is there twice"],
    [
      "a reseller of nobody",
      [provider({}, { fallback_model_providers: ["nobody"] })],
      "the provider nobody is unknown",
    ],
    ["a new field of a model", [provider({ currency: "EUR" })], "acme:acme-1: currency is unknown"],
    ["a model without prices", [provider({ prices: undefined })].map(forget), "prices is missing"],
    ["a model without an id", [provider({ id: "" })], "expected a text"],
    ["a new kind of price", [provider({ prices: { input_ktok: 1 } })], "input_ktok is unknown"],
    ["a price that is a text", [provider({ prices: { input_mtok: "3" } })], 'got "3"'],
    ["a price below 0", [provider({ prices: { input_mtok: -1 } })], "got -1"],
    ["a price that is none", [provider({ prices: { input_mtok: null } })], "got null"],
    [
      "cached tokens priced and others not",
      [provider({ prices: { cache_read_mtok: 1 } })],
      "none for others",
    ],
    [
      "tiers of another form",
      [provider({ prices: { input_mtok: { base: 1, tiers: [{ from: 2, price: 2 }] } } })],
      "start is missing",
    ],
    [
      "tiers of another kind",
      [provider({ prices: { input_mtok: { base: 1, tiers: [], mode: "graduated" } } })],
      "mode is unknown",
    ],
    ["a new kind of rule", [provider({ match: { like: "acme" } })], "like is unknown"],
    [
      "two rules in one",
      [provider({ match: { equals: "a", contains: "b" } })],
      "expected one rule",
    ],
    ["no rule at all", [provider({ match: {} })], "expected one rule"],
    ["a pattern that is none", [provider({ match: { regex: "(" } })], "Invalid regular expression"],
    [
      "a first price with a condition",
      [provider({ prices: [{ constraint: { type: "start_date" }, prices: PRICES }] })],
      "constraint is unknown",
    ],
    [
      "a later price without one",
      [provider({ prices: [{ prices: {} }, { prices: {} }] })],
      "missing",
    ],
    ["a new condition", [provider(constrained({ type: "weekday", day: 1 }))], '"weekday"'],
    [
      "a date of another form",
      [provider(constrained({ type: "start_date", start_date: "01/02/2026" }))],
      "expected a date",
    ],
    [
      "a time zone",
      [
        provider(
          constrained({
            type: "time_of_date",
            start_time: "00:30:00+08:00",
            end_time: "01:00:00Z",
          }),
        ),
      ],
      "expected a time",
    ],
  ])("%s", (_what, providers, message) => {
    expect(() => priceTable(providers)).toThrow(message);
  });
});

/** Without the fields that are undefined, as data has none. */
function forget(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("building the tables again leaves them untouched", () => {
  const files = ["price-table", "name-table"].map((name) =>
    join(ROOT, "src", "catalog", `${name}.generated.ts`),
  );
  const state = () => files.map((file) => [statSync(file).mtimeMs, readFileSync(file, "utf8")]);
  const before = state();
  execFileSync(process.execPath, [join(ROOT, ".build", "catalog.mjs")]);
  expect(state()).toEqual(before);
});
