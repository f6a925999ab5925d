import { strFromU8, unzipSync } from "fflate";
import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import { planScenario } from "../../../src/scenario/build-scenario";
import { SAMPLE } from "../../../src/scenario/sample";
import type { Plan } from "../../../src/workbook/plan";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { PROVEN } from "../../scenario/proven-scenarios";
import { sampleScenario } from "../../scenario/sample-scenarios";
import { describeWithValidator, objections, OFFICE_VERSIONS } from "./validate-file";

/** Some seconds a file, on a busy computer many more. */
const PATIENCE_MS = 300_000;

const AT = new Date(Date.UTC(2026, 0, 2));

async function fileOf(plan: Plan): Promise<Uint8Array> {
  return writeXlsx(plan, { title: "A scenario", at: AT });
}

/** Random scenarios at edges that shape a file: many columns, many tariffs, one, errors in cells. */
const EDGES = ["60 months", "the first six types", "the last six types", "one tariff", "price 0"];

const FILES: readonly { readonly it: string; readonly plan: () => Plan }[] = [
  { it: "the sample", plan: () => planScenario(SAMPLE, []) },
  {
    it: "the sample that can be opened again in the pane",
    plan: () =>
      planScenario(SAMPLE, [], "native", { id: "a", at: "2026-01-01T00:00:00.000Z", version: "1" }),
  },
  { it: "the sample with the add-in's functions", plan: () => planScenario(SAMPLE, [], "AIM") },
  { it: "the flat seat", plan: () => planScenario(sampleScenario("flat-seat"), []) },
  { it: "the support agent", plan: () => planScenario(sampleScenario("support-agent"), []) },
  ...PROVEN.filter(({ it }) => EDGES.includes(it)).map(({ it, scenario }) => ({
    it,
    plan: () => planScenario(scenario, []),
  })),
];

describeWithValidator("to Microsoft's Open XML validator", () => {
  test.each(FILES)(
    "the file of $it keeps to the schemas of all versions",
    async ({ plan }) => {
      const file = await fileOf(plan());
      for (const version of OFFICE_VERSIONS) expect(await objections(file, version)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** What a workbook file has beside its cells, by sheet where a sheet has it. */
function furniture(file: Uint8Array) {
  const parts = Object.entries(unzipSync(file)).map(
    ([path, bytes]) => [path, strFromU8(bytes)] as const,
  );
  const sheets = parts.filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));
  const count = (pattern: RegExp) =>
    sheets.map(([, xml]) => xml.match(pattern)?.length ?? 0).reduce((sum, one) => sum + one, 0);
  const [, workbook = ""] = parts.find(([path]) => path === "xl/workbook.xml") ?? [];
  const names = [...workbook.matchAll(/<definedName [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  return {
    sheets: sheets.length,
    charts: parts.filter(([path]) => /^xl\/charts\/chart\d+\.xml$/.test(path)).length,
    names: names.filter((name) => !name?.startsWith("_xlnm")).sort(),
    printed: names.filter((name) => name?.startsWith("_xlnm.Print")).length,
    inputRules: count(/<dataValidation /g),
    outside: parts.filter(([path]) => path.startsWith("xl/externalLinks/")).length,
  };
}

describeWithLibreOffice("the sample's file, opened and saved by LibreOffice", (libreOffice) => {
  test(
    "keeps its sheets, charts, names, rules for input and printing",
    async () => {
      const file = await fileOf(planScenario(SAMPLE, []));
      const before = furniture(file);
      expect(before).toMatchObject({ sheets: 10, outside: 0 });
      expect(before.charts).toBeGreaterThan(3);
      expect(before.names.length).toBeGreaterThan(500);
      expect(before.inputRules).toBeGreaterThan(50);
      const [saved = new Uint8Array()] = await libreOffice().resave([file]);
      expect(furniture(saved)).toEqual(before);
    },
    PATIENCE_MS,
  );
});
