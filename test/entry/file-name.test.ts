import { sharedFileName, xlsxFileName } from "../../src/entry/file-name";

test.each([
  ["Flat seat at $99", "Flat seat at $99.xlsx"],
  ["What if: Flat seat", "What if Flat seat.xlsx"],
  ["A/B  <test>?", "A B test.xlsx"],
  ["C:\\Users\\plan", "C Users plan.xlsx"],
  // Excel opens no workbook whose name has brackets.
  ["Plan [2]", "Plan 2.xlsx"],
  ["Preis für Zürich, 日本", "Preis für Zürich, 日本.xlsx"],
  ["line\nbreak\ttab", "line break tab.xlsx"],
  ["../../etc/passwd", "etc passwd.xlsx"],
  [".hidden", "hidden.xlsx"],
  ["~$locked", "locked.xlsx"],
  ["ends with dots. . .", "ends with dots.xlsx"],
  ["v1.2", "v1.2.xlsx"],
  // Windows keeps these for devices, with any ending, and these alone.
  ["con", "con file.xlsx"],
  ["LPT1.plan", "LPT1 file.plan.xlsx"],
  ["COM1", "COM1 file.xlsx"],
  ["Console", "Console.xlsx"],
  ["COM10", "COM10.xlsx"],
  // Turned round, the ending would read as another.
  ["plan\u202excod", "plan xcod.xlsx"],
  ["", "Scenario.xlsx"],
  [" ?? ", "Scenario.xlsx"],
])("names the file of %j %s", (title, name) => {
  expect(xlsxFileName(title)).toBe(name);
});

test("keeps the first hundred characters, and no half of one", () => {
  expect(xlsxFileName("a".repeat(100))).toBe(`${"a".repeat(100)}.xlsx`);
  expect(xlsxFileName("a".repeat(101))).toBe(`${"a".repeat(100)}.xlsx`);
  expect(xlsxFileName(`${"a".repeat(99)}😀b`)).toBe(`${"a".repeat(99)}😀.xlsx`);
});

describe("the name of a share-safe copy", () => {
  it.each([
    ["Plan.xlsx", false, "Plan (share-safe).xlsx"],
    ["Plan v1.2.XLSM", true, "Plan v1.2 (share-safe).xlsm"],
    ["Plan", false, "Plan (share-safe).xlsx"],
    [".xlsx", false, "Workbook (share-safe).xlsx"],
    // 80 characters are kept of what it was called.
    [`${"a".repeat(120)}.xlsx`, false, `${"a".repeat(80)} (share-safe).xlsx`],
  ])("is made of %s", (original, isMacroEnabled, name) => {
    expect(sharedFileName(original, isMacroEnabled)).toBe(name);
  });
});
