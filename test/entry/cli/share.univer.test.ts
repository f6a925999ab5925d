import { readFileSync, writeFileSync } from "node:fs";
import { runShare } from "../../../src/entry/cli/share";
import { readBook } from "../../../src/hosts/file/share/read-book";
import { data, workbookOf } from "../../hosts/file/share/file-of";
import { trial } from "./trial";

// Univer takes its time to start where other suites run beside this one.
jest.setTimeout(60_000);

/** A date on which Claude Sonnet 4.5 costs $3 in and $15 out a million tokens. */
const DAY = new Date(Date.UTC(2026, 8, 1));

const { path, run } = trial((args, output) => runShare(args, output, DAY));

/** A workbook of one sheet, "Sales", with these cells in its first row. */
function workbook(name: string, cells: string): string {
  const bytes = workbookOf({ Sales: data(`<row r="1">${cells}</row>`) });
  writeFileSync(path(name), bytes);
  return path(name);
}

// (99 - 33) / 99; 12,000 x $3 + 800 x $15 = $0.048; a random number that became -0.5
const CELLS = `<c r="A1"><v>99</v></c><c r="B1"><v>33</v></c>
<c r="C1"><f>_xldudf_AIM_GROSSMARGIN(A1,B1)</f><v>0.66666666666666663</v></c>
<c r="D1"><f>_xldudf_AIM_TOKENCOST("claude-sonnet-4-5",12000,800)</f><v>4.8000000000000001E-2</v></c>
<c r="E1"><f>_xldudf_AIM_GROSSMARGIN(RAND(),1)</f><v>-0.5</v></c>`;

test("writes a copy without our functions, and tells what became of each", async () => {
  const input = workbook("model.xlsx", CELLS);
  const before = readFileSync(input);
  const { code, out, err } = await run(input, "-o", path("shared.xlsx"), "--by", "A. Analyst");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n").slice(1)).toEqual([
    "2 formulas are ordinary Excel now; 1 is a value.",
    "  Sales!E1 is a value because an argument is drawn at random, and would be drawn several times",
    "2 figures are the same as before, to a billionth.",
    "",
  ]);
  const { sheets } = readBook(readFileSync(path("shared.xlsx")));
  expect(sheets.map(({ name }) => name)).toEqual([
    "Sales",
    "Prices",
    "AIM formulas",
    "About these figures",
  ]);
  const [, , margin, cost, drawn] = sheets[0]?.cells ?? [];
  expect(margin?.formula).toBe("=IF(A1<0,#NUM!,(A1-B1)/A1)");
  expect(cost?.formula).toContain("Prices!");
  expect(drawn).toEqual({ row: 0, column: 4, value: -0.5 });
  expect(sheets[3]?.cells.map(({ value }) => value)).toContain("A. Analyst");
  expect(readFileSync(input)).toEqual(before);
});

test("says which figure the new formula does not give", async () => {
  // (99 - 33) / 99 is not 0.5
  const stale = `<c r="A1"><v>99</v></c><c r="B1"><v>33</v></c><c r="C1"><f>AIM.GROSSMARGIN(A1,B1)</f><v>0.5</v></c>`;
  const { code, out } = await run(workbook("stale.xlsx", stale), "-o", path("stale-copy.xlsx"));
  expect(code).toBe(1);
  expect(out).toContain("Sales!C1 showed 0.5, and its new formula gives 0.66666666666");
});

test("lists what stands in the way, and writes nothing", async () => {
  const { code, out } = await run(workbook("checked.xlsx", CELLS), "--check");
  expect(code).toBe(1);
  expect(out).toContain("Sales!D1: Prices without a date.");
  expect(out).toMatch(/\n\d+ found\.\n$/);
});

test.each([
  [[], "Name the workbook to be shared."],
  [["in.xlsx"], "Name the copy with -o, or ask for --check."],
  [["in.xlsx", "-o", "out.xlsx", "--nonsense"], "Unknown option '--nonsense'"],
])("says how it is used when it is told %j", async (args, sentence) => {
  const { code, err } = await run(...args);
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err).toContain("Usage: npm run share");
});

test("says how it is used when it is asked", async () => {
  const { code, out, err } = await run("--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: npm run share -- in\.xlsx -o out\.xlsx /);
});

test("refuses to write over the workbook itself or another file, or under a wrong ending", async () => {
  const input = workbook("precious.xlsx", CELLS);
  writeFileSync(path("other.xlsx"), "precious");
  const itself = await run(input, "-o", input, "--force");
  expect(itself.err).toContain("the copy needs a name of its own");
  const other = await run(input, "-o", path("other.xlsx"));
  expect(other.err).toContain("exists already; --force replaces it");
  expect(readFileSync(path("other.xlsx"), "utf8")).toBe("precious");
  const macro = await run(input, "-o", path("other.xlsm"));
  expect(macro.err).toContain("must end in .xlsx: it has no macros");
});

test("says what is wrong with a file that is no workbook, in a sentence", async () => {
  writeFileSync(path("notes.xlsx"), "just text");
  const { code, err } = await run(path("notes.xlsx"), "-o", path("never.xlsx"));
  expect(code).toBe(1);
  expect(err).toMatch(/^This is no \.xlsx workbook\. .*\.\n$/);
});
