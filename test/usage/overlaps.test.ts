import { type Imported, overlaps } from "../../src/usage";
import { LITELLM_DAILY } from "../../src/usage/formats/litellm-daily";
import { LITELLM_LOGS } from "../../src/usage/formats/litellm-logs";
import { OPENAI_COST } from "../../src/usage/formats/openai-cost";
import { OPENAI_USAGE } from "../../src/usage/formats/openai-usage";

const [BY_END_USER, BY_TEAM] = LITELLM_DAILY;

function imported(
  name: string,
  format: Imported["format"] | undefined,
  start = 0,
  end = 10,
): Imported {
  if (format === undefined) throw new Error("no such format");
  return { name, format, start, end, providers: ["openai"] };
}

test("never adds totals to the requests that they sum up, nor a bill to usage", () => {
  expect(overlaps([imported("a", LITELLM_LOGS), imported("b", BY_TEAM)])).toEqual([
    {
      names: ["a", "b"],
      isCertain: true,
      why: "one holds single requests, the other totals of the same usage",
    },
  ]);
  expect(overlaps([imported("a", OPENAI_USAGE), imported("b", OPENAI_COST)])).toEqual([
    {
      names: ["a", "b"],
      isCertain: true,
      why: "one holds totals, the other a bill of the same usage",
    },
  ]);
});

test("never adds sums of the same requests by different keys", () => {
  expect(overlaps([imported("a", BY_END_USER), imported("b", BY_TEAM)])).toMatchObject([
    { isCertain: true, why: "both describe the same usage, in different ways" },
  ]);
});

test("warns where a gateway and the provider behind it may have seen the same usage", () => {
  expect(overlaps([imported("a", LITELLM_LOGS), imported("b", OPENAI_USAGE)])).toEqual([
    {
      names: ["a", "b"],
      isCertain: false,
      why: "both hold usage of openai at the same time: single requests and totals",
    },
  ]);
  const elsewhere = { ...imported("b", OPENAI_USAGE), providers: ["anthropic"] };
  expect(overlaps([imported("a", LITELLM_LOGS), elsewhere])).toEqual([]);
});

test("adds files of one format, and files of different times", () => {
  expect(overlaps([imported("a", OPENAI_USAGE), imported("b", OPENAI_USAGE)])).toEqual([]);
  // The end is the first instant after.
  expect(overlaps([imported("a", OPENAI_USAGE), imported("b", OPENAI_COST, 10, 20)])).toEqual([]);
  expect(overlaps([imported("b", OPENAI_COST, 10, 20), imported("a", OPENAI_USAGE)])).toEqual([]);
  expect(overlaps([imported("a", OPENAI_USAGE), imported("b", OPENAI_COST, 9, 20)])).toHaveLength(
    1,
  );
});
