import fc from "fast-check";
import { FUNCTIONS } from "../../../src/functions";
import type { CaseArgument } from "../../functions/parity/cases";
import { randomArguments } from "../../functions/parity/random-arguments";

const SEED = 20261125;
const ARGUMENTS_EACH = 60;

const MODELS = [
  "claude-sonnet-4-5",
  "GPT-4o",
  " gemini-2.5-pro ",
  "gpt-6-astra",
  "gpt-5.6-sol",
  "no-such-model",
];
const DATES = [undefined, null, 46266, 46254, 46100.5];

/** Arguments of the functions whose first one is a model. */
const ASKED_OF_MODELS: Readonly<Record<string, fc.Arbitrary<readonly CaseArgument[]>>> = {
  MODELPRICE: fc.tuple(
    fc.constantFrom(...MODELS),
    fc.constantFrom(undefined, "input", "Output", "cacheRead", "cacheWrite", "none", null),
    fc.constantFrom(...DATES),
  ),
  TOKENCOST: fc.tuple(
    fc.constantFrom(...MODELS),
    fc.constantFrom(0, 1000, 200000, 200001, 300000, 12345.5, -1),
    fc.constantFrom(0, 800, 2000, null),
    fc.constantFrom(undefined, 0, 500, 100000, null),
    fc.constantFrom(undefined, 0, 400, 100000),
    fc.constantFrom(...DATES),
  ),
};

/** Every function of one value a cell, with arguments for it. */
export const POOL = [...FUNCTIONS].flatMap(([id, definition]) => {
  if (definition.shape === "table") return [];
  const ofModels = ASKED_OF_MODELS[id];
  const args = ofModels
    ? fc.sample(ofModels, { seed: SEED, numRuns: ARGUMENTS_EACH })
    : randomArguments(definition.params, ARGUMENTS_EACH);
  return [{ id, definition, args }];
});
