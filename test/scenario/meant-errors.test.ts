import { CalcError } from "../../src/calc";
import { scenarioModel } from "../../src/scenario/build-scenario";
import type { Scenario, TariffInput } from "../../src/scenario/scenario";
import { PROVEN } from "./proven-scenarios";

/** Without revenue there is no margin, and nothing that is made of one. */
const NO_MARGIN = "#DIV/0!";

const OF_ONE_TARIFF = /^(tariff|compare|summary)\.(margin|status)\.p\d+$|^forecast\.margin\.p\d+$/;

const OF_FOCUS =
  /^(tariff\.(margin|band|contribution|floorFactor)|summary\.(margin|band|contribution)|compare\.(margin|band)|cap\.margin|(before|after)\.margin|lever\.(tie|marginAlone|pointsAlone|points)|subset\.(margin|gain\..+)|forecast\.(margin|band)|driver\.(lowMargin|highMargin|swing|rank)|step\.margin\.\d|(case|two)\.margin|check\.(levers|today|base)\.figure)$/;

/** The ranks of swings that are none are not there to be found. */
const RANKS = /^rank\.(label|low|high|swing)$/;

function chargesNothing({ baseFee, commitment, tiers }: TariffInput): boolean {
  const isFree = tiers.every(({ unitPrice, flatFee }) => unitPrice === 0 && flatFee === 0);
  return baseFee === 0 && commitment === 0 && isFree;
}

function focusIsFree({ tariffs, focus }: Scenario): boolean {
  return tariffs.slice(focus - 1, focus).every(chargesNothing);
}

function isMeant(scenario: Scenario, name: string, code: string): boolean {
  // A customer who is charged nothing at some usage: no base fee, and free or no units.
  if (OF_ONE_TARIFF.test(name)) return code === NO_MARGIN;
  // Once all customers have left there is no revenue either.
  const empties = scenario.growth.churn === 1 && scenario.growth.newCustomers === 0;
  if (empties && /^forecast\.(margin|band)$/.test(name)) return code === NO_MARGIN;
  if (!scenario.tariffs.some(chargesNothing)) return false;
  return RANKS.test(name) ? code === "#N/A" : OF_FOCUS.test(name) && code === NO_MARGIN;
}

test.each(PROVEN)("has no error but those of margins without revenue: $it", ({ scenario }) => {
  const model = scenarioModel(scenario);
  const unmeant = [...model.entries.keys()].flatMap((name) =>
    model
      .values(name)
      .flatMap((value) =>
        value instanceof CalcError && !isMeant(scenario, name, value.code)
          ? [`${name}: ${value.code} ${value.message}`]
          : [],
      ),
  );
  expect(unmeant).toEqual([]);
});

test.each(PROVEN)("ties in every check: $it", ({ scenario }) => {
  const model = scenarioModel(scenario);
  const failed = [...model.entries.keys()].filter(
    (name) => name.startsWith("check.") && model.value(name) === "Check",
  );
  // Where nothing is charged there is no margin to hold against another.
  const known = ["check.overall", "check.levers", "check.today", "check.base"];
  expect(failed).toEqual(focusIsFree(scenario) ? known : []);
});

test("the sample has no error at all", () => {
  const model = scenarioModel(PROVEN[0]?.scenario ?? failed());
  const errors = [...model.entries.keys()].filter((name) =>
    model.values(name).some((value) => value instanceof CalcError),
  );
  expect(errors).toEqual([]);
});

function failed(): never {
  throw new Error("the sample is the first");
}
