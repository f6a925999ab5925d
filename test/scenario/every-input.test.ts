import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import type { Scenario } from "../../src/scenario/scenario";
import { inputCells, withValue } from "./changed-inputs";

/** Units, factors of a stress and steps of a table: inputs that no form asks for. */
const OF_SHEETS_ALONE = ["minutesPerHour", "monthsPerYear", "stress.factor"];

const CELLS = inputCells(SAMPLE);
const FROM_SCENARIO = CELLS.flatMap(({ name, place, path }) =>
  path === undefined ? [] : [{ at: `${name} ${place}`, path }],
);

/** Whether a tariff has fewer tiers than its neighbours, so that cells below its last are blank. */
function isBelowLastTier({ path }: { readonly path: string }): boolean {
  const [, tariff, tier] = /^tariffs\[(\d)\]\.tiers\[(\d)\]/.exec(path) ?? [];
  const tiers = SAMPLE.tariffs[Number(tariff)]?.tiers.length ?? Infinity;
  return Number(tier) >= tiers;
}

/** What stands in cells that are not worked out, and the formulas of the others. */
function contents(scenario: Scenario): Map<string, unknown> {
  return new Map(
    [...scenarioModel(scenario).entries].flatMap(
      ([name, { definition, given }]): [string, unknown][] =>
        given
          ? given.map((value, place) => [`${name} ${place}`, value])
          : [[name, "formula" in definition ? definition.formula : undefined]],
    ),
  );
}

const BEFORE = contents(SAMPLE);

test("each input cell has a place of its own in the scenario, but for those of the sheets alone", () => {
  const alone = CELLS.filter(({ path }) => path === undefined).map(({ name }) => name);
  expect(alone.filter((name) => !name.startsWith("two."))).toEqual(OF_SHEETS_ALONE);
  const paths = FROM_SCENARIO.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test.each(FROM_SCENARIO.filter((cell) => !isBelowLastTier(cell)))(
  "$path changes one cell and no formula",
  ({ at, path }) => {
    const value = BEFORE.get(at);
    const other = typeof value === "string" ? `${value} II` : Number(value) + 1;
    const after = contents(withValue(SAMPLE, path, other));
    expect([...after.keys()]).toEqual([...BEFORE.keys()]);
    const changed = [...after].filter(([key, content]) => content !== BEFORE.get(key));
    expect(changed).toEqual([[at, other]]);
  },
);
