import { join } from "node:path";
import type { FunctionMetadata } from "../../src/functions/function-metadata";
import { FUNCTIONS } from "../../src/functions";
import { expectGolden } from "../golden";
import { CONTRACT } from "./contract";
import { functionMetadata } from "./function-metadata";

const GOLDEN = join(__dirname, "functions.golden.json");

/** A word that says in what a parameter is measured. */
const UNIT =
  /currency|\$|dollar|fraction|percentile|share|ratio|token|count|number of|months?|seconds|hour|date|text|id of|name|units?|credits?|tasks|steps|times|customers|correlation|0 or 1|TRUE/i;

let functions: readonly FunctionMetadata[];

beforeAll(async () => {
  functions = await functionMetadata();
});

function signature({ parameters }: FunctionMetadata): string {
  return parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
}

test("keeps every id and parameter of the contract, in order", () => {
  const found = Object.fromEntries(functions.map((entry) => [entry.id, signature(entry)]));
  expect(found).toEqual(CONTRACT);
});

test("lists the functions in the order of the registry, each once", () => {
  expect(functions.map(({ id }) => id)).toEqual([...FUNCTIONS.keys()]);
  expect(Object.keys(CONTRACT)).toEqual([...FUNCTIONS.keys()]);
});

test("names parameters as their definitions do", () => {
  for (const { id, parameters } of functions) {
    const told = parameters.map(({ name, optional }) => ({ name, optional: optional === true }));
    const defined = FUNCTIONS.get(id)?.params.map(({ name, optional }) => ({ name, optional }));
    expect({ id, parameters: told }).toEqual({ id, parameters: defined });
  }
});

test("takes a range for every parameter and gives one back", () => {
  for (const { id, parameters } of functions) {
    for (const { name, dimensionality, type } of parameters) {
      expect({ id, name, dimensionality, type }).toEqual({
        id,
        name,
        dimensionality: "matrix",
        type: "any",
      });
    }
  }
});

test("describes every function and every parameter in sentences", () => {
  const texts = functions.flatMap(({ id, description, parameters }) => [
    { of: id, description },
    ...parameters.map((parameter) => ({
      of: `${id} ${parameter.name}`,
      description: parameter.description,
    })),
  ]);
  expect(texts.filter(({ description }) => !/^[A-Z$].*\.$/s.test(description))).toEqual([]);
});

test("says in what every parameter is measured", () => {
  const silent = functions.flatMap(({ id, parameters }) =>
    parameters
      .filter(({ description }) => !UNIT.test(description))
      .map(({ name, description }) => `${id} ${name}: ${description}`),
  );
  expect(silent).toEqual([]);
});

test("links each function to its help page", () => {
  for (const { id, helpUrl } of functions) {
    expect(helpUrl).toBe(`https://localhost:3000/help/${id.toLowerCase()}.html`);
  }
});

test("has names that Excel takes: letters first, at least three, no cell address", () => {
  for (const { id, name } of functions) {
    expect(name).toBe(id);
    expect(id).toMatch(/^[A-Z]{3}[A-Z0-9]*$/);
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/);
  }
});

test("stays as released", () => {
  expectGolden(GOLDEN, `${JSON.stringify(functions, null, 2)}\n`);
});
