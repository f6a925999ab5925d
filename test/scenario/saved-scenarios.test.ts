import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { freeScenarioId } from "../../src/scenario/saved-scenario-properties";
import { keptJson, readKeptJson } from "../../src/scenario/saved-scenario-text";
import { savedScenarios, sheetsOfScenario } from "../../src/scenario/saved-scenarios";
import type { Scenario } from "../../src/scenario/scenario";
import type { KeptProperties } from "../../src/workbook/host";
import { PROVEN } from "./proven-scenarios";
import { DAY, listed, workbookWith } from "./saved-workbook";

const RECORD = { id: "a", at: "2026-11-23T09:00:00.000Z", version: "1.0.0" };

function kept(scenario: Scenario, style: "native" | "AIM" = "native"): KeptProperties[] {
  return planScenario(scenario, [], style, RECORD).sheets.map(({ name, properties = {} }) => ({
    sheet: name,
    properties,
  }));
}

/** The sample's properties with those of Summary changed. */
function damaged(change: (properties: Record<string, string>) => Record<string, string>) {
  return kept(SAMPLE).map((one) =>
    one.sheet === "Summary" ? { ...one, properties: change({ ...one.properties }) } : one,
  );
}

function without(key: string) {
  return damaged((all) => Object.fromEntries(Object.entries(all).filter(([own]) => own !== key)));
}

function problemOf(properties: readonly KeptProperties[]): unknown {
  return savedScenarios(properties, DAY)[0]?.content;
}

describe("a text kept in pieces", () => {
  test("comes back as it was, whatever its letters", () => {
    const value = { name: "Prüfung “teuer” 💸", list: [1, null, "a\nb"], long: "x".repeat(1000) };
    const properties = keptJson("key", value);
    expect(readKeptJson("key", properties)).toEqual(value);
  });

  test("has no piece that a version of Excel would cut, and nothing but ASCII", () => {
    const pieces = Object.values(keptJson("key", { name: "é💸".repeat(200) }));
    // Excel 16.85 cuts after 127 characters.
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(127);
    expect(pieces.every((piece) => /^[\x20-\x7e]*$/.test(piece))).toBe(true);
  });

  test.each([
    ["of which one piece is missing", { "key.2": undefined }],
    ["of which one piece is cut", { "key.1": "{" }],
    ["whose length is gone", { key: undefined }],
    ["that is no JSON", { "key.1": "}".repeat(120) }],
  ])("is nothing %s", (_it, change) => {
    const whole: Record<string, string | undefined> = {
      ...keptJson("key", { long: "x".repeat(300) }),
      ...change,
    };
    const left = Object.entries(whole).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined;
    });
    expect(readKeptJson("key", Object.fromEntries(left))).toBeUndefined();
  });
});

describe("a scenario in a workbook", () => {
  test("is read as it was built, with how and when", () => {
    const [saved, ...others] = savedScenarios(kept(SAMPLE, "AIM"), DAY);
    expect(others).toEqual([]);
    expect(saved).toMatchObject({
      id: "a",
      name: "Flat seat at $99",
      compares: [],
      content: {
        scenario: SAMPLE,
        style: "AIM",
        at: "2026-11-23T09:00:00.000Z",
        version: "1.0.0",
        missing: [],
      },
    });
    expect(saved && sheetsOfScenario(saved)).toEqual([
      "Summary",
      "Assumptions",
      "Cost to serve",
      "Tariffs",
      "Usage tail",
      "Levers",
      "Forecast",
      "Sensitivity",
      "Prices",
      "Checks",
    ]);
  });

  test.each(PROVEN)("is read as it was built: $it", ({ scenario }) => {
    expect(problemOf(kept(scenario))).toMatchObject({ scenario, missing: [] });
  });

  test("keeps nothing where no record is asked for", () => {
    const properties = planScenario(SAMPLE, []).sheets.map((sheet) => sheet.properties);
    expect(properties.every((one) => one === undefined)).toBe(true);
  });

  test("has the names that its sheets were given meanwhile", async () => {
    const host = await workbookWith(SAMPLE);
    host.rename("Summary", "Board");
    host.rename("Prices", "Model prices");
    const [saved] = await listed(host);
    expect(saved?.sheets.get("summary")).toBe("Board");
    expect(saved?.sheets.get("prices")).toBe("Model prices");
    expect(saved?.content).toMatchObject({ missing: [] });
  });

  test("stands beside others, each with its own sheets", async () => {
    const host = await workbookWith(SAMPLE, { ...SAMPLE, name: "Second" });
    const all = await listed(host);
    expect(all.map(({ id, name }) => [id, name])).toEqual([
      ["a", "Flat seat at $99"],
      ["b", "Second"],
    ]);
    expect(all[1]?.sheets.get("summary")).toBe("Summary (2)");
  });

  test("names the sheets that were deleted", async () => {
    const host = await workbookWith(SAMPLE);
    await host.remove(["Prices", "Levers"]);
    const [saved] = await listed(host);
    expect(saved?.content).toMatchObject({ scenario: SAMPLE, missing: ["Levers", "Prices"] });
    expect(saved && sheetsOfScenario(saved)).toHaveLength(8);
  });

  test("leaves a copy of one of its sheets to the user", () => {
    const all = kept(SAMPLE);
    const prices = all.find(({ sheet }) => sheet === "Prices");
    const copy = { sheet: "Prices (2)", properties: prices?.properties ?? {} };
    const [saved] = savedScenarios([copy, ...all], DAY);
    expect(saved?.sheets.get("prices")).toBe("Prices");
    expect(saved && sheetsOfScenario(saved)).toHaveLength(10);
  });

  test("gets an id that no other has", () => {
    expect(freeScenarioId("now", [])).toBe("now");
    expect(freeScenarioId("now", ["now"])).toBe("now 2");
    expect(freeScenarioId("now", ["now", "now 2", "then"])).toBe("now 3");
  });
});

describe("a scenario that cannot be read", () => {
  test.each([
    ["without a piece", without("aim.json.3"), "What it was built from is damaged."],
    ["without its length", without("aim.json"), "What it was built from is damaged."],
    [
      "without its sheet Summary",
      kept(SAMPLE).slice(1),
      "Its sheet Summary is gone, and with it what it was built from.",
    ],
    [
      "of another shape",
      damaged((all) => ({ ...all, ...keptJson("aim.json", { ...SAMPLE, task: undefined }) })),
      "It was built by version 1.0.0 and cannot be read: task is missing.",
    ],
    [
      "of another shape and an unknown version",
      damaged((all) => ({
        ...all,
        ...keptJson("aim.json", {
          ...SAMPLE,
          focus: 9,
          seasons: 4,
          usage: { p50: 1, p99: 2, p0: 0 },
        }),
        "aim.build": "",
      })),
      "It was built by another version and cannot be read: seasons is not known; known here: name, product, task, usage, targets, tariffs, focus, policy, levers, growth, sensitivity, prices, pinnedOn, catalogDate (and 2 more).",
    ],
  ])("says why: %s", (_it, properties, problem) => {
    expect(problemOf(properties)).toEqual({ problem });
  });

  test("can still be removed, and leaves the others alone", async () => {
    const host = await workbookWith(SAMPLE, { ...SAMPLE, name: "Second" });
    await host.remove(["Summary"]);
    const [first, second] = await listed(host);
    expect(first?.name).toBe("Flat seat at $99");
    expect(first && sheetsOfScenario(first)).toHaveLength(9);
    expect(second?.content).toMatchObject({ scenario: { name: "Second" } });
  });

  test("does not hide figures that are kept well beside some that are not", () => {
    const figures = { good: { sheet: "summary", at: "C1", label: "Good" }, bad: { at: 1 } };
    const found = problemOf(damaged((all) => ({ ...all, ...keptJson("aim.figures", figures) })));
    expect(found).toMatchObject({ figures: { good: figures.good } });
    expect(Object.keys((found as { figures: object }).figures)).toEqual(["good"]);
  });
});
