import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FORMATS, importText } from "../../src/usage";
import { fixture } from "./imports";

const FILES = readdirSync(join(__dirname, "..", "fixtures", "usage")).filter(
  (name) => !name.endsWith(".md"),
);
const USABLE = FILES.filter((name) => !/idle|traces\.csv$/.test(name) || name.startsWith("otel"));

test("has an id of its own for every format", () => {
  const ids = FORMATS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(USABLE)("recognises %s as one format alone", (name) => {
  const found = importText(fixture(name));
  expect(found.kind).toBe("recognised");
  expect(found.kind === "recognised" && found.candidates.length).toBe(1);
});

test("has an export in the tests for every format", () => {
  const seen = new Set(
    FILES.flatMap((name) => {
      const found = importText(fixture(name));
      return found.kind === "recognised" ? found.candidates.map(({ format }) => format.id) : [];
    }),
  );
  // LiteLLM's daily tables differ in one column; the tests of LiteLLM go through them.
  const unseen = FORMATS.map(({ id }) => id).filter((id) => !seen.has(id));
  expect(unseen.filter((id) => !id.startsWith("litellm-daily-"))).toEqual([]);
});

test.each(USABLE)("reads no person out of %s", (name) => {
  const found = importText(fixture(name));
  if (found.kind !== "recognised") throw new Error(`not recognised: ${name}`);
  const result = found.candidates[0].read({
    customer: "(nobody)",
    cached: "apart",
    zone: "UTC",
    services: "all services",
  });
  if (result.kind === "ask") throw new Error("asks too much");
  expect(result.problems).toEqual([]);
  expect(result.rows.length).toBeGreaterThan(0);
  const values = [...result.rows].flatMap((row) => Object.values(row));
  expect(values.join("\n")).not.toMatch(/@example|203\.0\.113|10\.1\.2\.3|hello|please/);
});
