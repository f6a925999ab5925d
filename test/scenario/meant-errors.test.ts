import { CalcError } from "../../src/calc";
import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario, TariffInput } from "../../src/scenario/scenario";
import { PROVEN } from "./proven-scenarios";

function chargesNothing({ baseFee, commitment, tiers }: TariffInput): boolean {
  const isFree = tiers.every(({ unitPrice, flatFee }) => unitPrice === 0 && flatFee === 0);
  return baseFee === 0 && commitment === 0 && isFree;
}

/** Every error of a scenario's sheets, by the name of its cell. */
function errorsOf(scenario: Scenario): string[] {
  const model = scenarioModel(scenario);
  return [...model.entries.keys()].flatMap((name) =>
    model
      .values(name)
      .flatMap((value) =>
        value instanceof CalcError ? [`${name}: ${value.code} ${value.message}`] : [],
      ),
  );
}

test.each(PROVEN)("has no error at all: $it", ({ scenario }) => {
  expect(errorsOf(scenario)).toEqual([]);
});

test("says in words why there is no margin where nothing is charged", () => {
  const free = PROVEN.filter(({ scenario }) => scenario.tariffs.some(chargesNothing));
  expect(free.map(({ it }) => it)).toContain("price 0");
  for (const { scenario } of free) {
    const model = scenarioModel(scenario);
    const place = scenario.tariffs.findIndex(chargesNothing);
    expect(model.value("tariff.margin", place)).toBe("no revenue");
    expect(model.value("tariff.band", place)).toBe("No revenue");
  }
});

test("finds an error on any sheet", () => {
  // P99 below P50 gives no distribution.
  const { usage } = SAMPLE;
  const model = scenarioModel({ ...SAMPLE, usage: { ...usage, p99: usage.p50 / 2 } });
  expect(model.value("check.errors.usageTail")).toBe("Check");
  expect(model.value("check.errors.tariffs")).toBe("Check");
  expect(model.value("check.errors.summary")).toBe("Check");
  expect(model.value("check.errors.prices")).toBe("OK");
  expect(model.value("check.overall")).toBe("Check");
});

test.each(PROVEN)("ties in every check: $it", ({ scenario }) => {
  const model = scenarioModel(scenario);
  const failed = [...model.entries.keys()].filter(
    (name) => name.startsWith("check.") && model.value(name) === "Check",
  );
  expect(failed).toEqual([]);
});
