import { functionInfos } from "../../../src/hosts/workbench/register-functions";
import { headlessWorkbook } from "./headless";

/** What a function of the tests was called with last, and what it is to answer. */
let received: unknown[];
let answer: () => unknown;

const METADATA = [
  {
    id: "PROBE",
    name: "PROBE",
    description: "Answers what the test wants.",
    parameters: [
      { name: "first", description: "Anything." },
      { name: "second", description: "Anything.", optional: true },
    ],
  },
  { id: "MISSING", name: "MISSING", parameters: [] },
];

const probe = (...args: unknown[]) => {
  received = args;
  return answer();
};

function open() {
  const workbook = headlessWorkbook(new Map([["PROBE", probe]]), METADATA);
  const sheet = workbook.api.getActiveWorkbook()?.getSheetByName("Existing");
  if (!sheet) throw new Error("no sheet");
  const calculate = async (cells: Record<string, string | number | boolean>) => {
    for (const [address, content] of Object.entries(cells)) {
      const range = sheet.getRange(address);
      if (typeof content === "string" && content.startsWith("=")) range.setFormula(content);
      else range.setValue(content);
    }
    await workbook.api.getFormula().onCalculationResultApplied();
  };
  const shown = (address: string) => sheet.getRange(address).getRawValue();
  return { ...workbook, sheet, calculate, shown };
}

let workbook: ReturnType<typeof open>;

beforeEach(() => {
  received = [];
  answer = () => 1;
  workbook = open();
});

afterEach(() => {
  workbook.univer.dispose();
});

describe("what a function is handed", () => {
  test.each([
    ["a cell with a number", "=AIM.PROBE(A1)", [[41]]],
    ["a number as it is typed", "=AIM.PROBE(30%)", [[0.3]]],
    ["text", '=AIM.PROBE("claude")', [["claude"]]],
    ["text that looks like a number", '=AIM.PROBE("0042")', [["0042"]]],
    ["a boolean", "=AIM.PROBE(TRUE)", [[true]]],
    ["an empty cell", "=AIM.PROBE(D9)", [[null]]],
    [
      "an array",
      "=AIM.PROBE({1,2;3,4})",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["a range with an empty cell", "=AIM.PROBE(A1:B1)", [[41, null]]],
    [
      "an error",
      "=AIM.PROBE(1/0)",
      [[{ type: "Error", basicType: "Error", basicValue: "#DIV/0!" }]],
    ],
  ])("is rows of cells for %s", async (_what, formula, cells) => {
    await workbook.calculate({ C1: formula });
    expect(received[0]).toEqual(cells);
  });

  test("is null for an argument that is left out, at the end or in between", async () => {
    await workbook.calculate({ C1: "=AIM.PROBE(A1)" });
    expect(received).toEqual([[[41]], null]);
    await workbook.calculate({ C1: "=AIM.PROBE(,A1)" });
    expect(received).toEqual([null, [[41]]]);
  });

  test("holds an error cell of a range in its place", async () => {
    await workbook.calculate({ A2: "=NA()", C1: "=AIM.PROBE(A1:A2)" });
    expect(received[0]).toEqual([
      [41],
      [{ type: "Error", basicType: "Error", basicValue: "#N/A" }],
    ]);
  });
});

describe("what a function answers", () => {
  test.each([
    ["a number", 0.75, 0.75],
    ["text", "Healthy", "Healthy"],
    ["text that looks like a number", "0042", "0042"],
    ["nothing", null, ""],
  ])("stands in the cell: %s", async (_what, given, expected) => {
    answer = () => [[given]];
    await workbook.calculate({ C1: "=AIM.PROBE(A1)" });
    expect(workbook.shown("C1")).toBe(expected);
  });

  test("goes on into other functions", async () => {
    answer = () => [[2, 3]];
    await workbook.calculate({ C1: "=SUM(AIM.PROBE(A1))*10" });
    // (2 + 3) x 10
    expect(workbook.shown("C1")).toBe(50);
  });

  test("shows the error that is thrown, and keeps its sentence", async () => {
    answer = () => {
      throw Object.assign(new Error("revenue is 0"), { code: "#DIV/0!" });
    };
    await workbook.calculate({ C1: "=AIM.PROBE(A1)" });
    expect(workbook.shown("C1")).toBe("#DIV/0!");
    const place = { sheetId: "existing", row: 0, column: 2 };
    expect(workbook.messages.at(place, place, "=AIM.PROBE(A1)")).toBe("revenue is 0");
  });

  test("is #VALUE! where the function itself fails, and nothing else breaks", async () => {
    answer = () => {
      throw new TypeError("of no use");
    };
    await workbook.calculate({ C1: "=AIM.PROBE(A1)", C2: "=A1+1" });
    expect(workbook.shown("C1")).toBe("#VALUE!");
    expect(workbook.shown("C2")).toBe(42);
  });

  test("is #NAME? for a function that is described and not there", async () => {
    await workbook.calculate({ C1: "=AIM.MISSING()" });
    expect(workbook.shown("C1")).toBe("#NAME?");
  });
});

test("lists functions with their parameters for completion and help", () => {
  const [info] = functionInfos("AIM", METADATA);
  expect(info).toMatchObject({
    functionName: "AIM.PROBE",
    description: "Answers what the test wants.",
    functionParameter: [
      { name: "first", detail: "Anything.", require: 1 },
      { name: "second", detail: "Anything.", require: 0 },
    ],
  });
});
