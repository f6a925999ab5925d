import { freeSheetName, isSheetName } from "../../src/workbook/sheet-name";

describe("freeSheetName", () => {
  it("keeps a name that is free", () => {
    expect(freeSheetName("Flat seat at $99", ["Sheet1"])).toBe("Flat seat at $99");
  });

  it("numbers a name that is taken, whatever its case", () => {
    expect(freeSheetName("Pilot", ["PILOT"])).toBe("Pilot (2)");
    expect(freeSheetName("Pilot", ["Pilot", "pilot (2)"])).toBe("Pilot (3)");
  });

  it("replaces what Excel forbids in a sheet name", () => {
    expect(freeSheetName("Q1/Q2: a*b? [x]\\y", [])).toBe("Q1 Q2 a b x y");
  });

  it("takes apostrophes off both ends", () => {
    expect(freeSheetName("'Tom's plan'", [])).toBe("Tom's plan");
    // The 31st of its characters is the apostrophe.
    expect(freeSheetName(`${"a".repeat(30)}'s plan`, [])).toBe("a".repeat(30));
  });

  it("cuts at 31 characters, and cuts further to make room for the number", () => {
    const long = "A name that is longer than Excel allows";
    expect(freeSheetName(long, [])).toBe("A name that is longer than Exce");
    expect(freeSheetName(long, ["A name that is longer than Exce"])).toBe(
      "A name that is longer than (2)",
    );
  });

  it("avoids the name that Excel reserves", () => {
    expect(freeSheetName("history", [])).toBe("history (2)");
  });

  it("falls back to a name of its own where nothing is left", () => {
    expect(freeSheetName(" ??? ", [])).toBe("Scenario");
  });
});

test.each([
  ["Unit costs (2)", true],
  ["Tom's plan", true],
  ["a".repeat(31), true],
  ["a".repeat(32), false],
  ["", false],
  [" ", false],
  ["Q1/Q2", false],
  ["[x]", false],
  ["'x", false],
  ["x'", false],
  ["HISTORY", false],
])("knows whether %s is a name for a sheet", (name, isOne) => {
  expect(isSheetName(name)).toBe(isOne);
});
