import { cellInput } from "../../../src/hosts/excel/cell-input";

describe("what is handed to a cell", () => {
  it("is a number, a truth value or nothing as it is", () => {
    expect(cellInput(0.1, false)).toBe(0.1);
    expect(cellInput(false, false)).toBe(false);
    expect(cellInput(null, false)).toBeNull();
  });

  it("is a formula's text, whatever the cell's format", () => {
    expect(cellInput({ formula: "=B1*2", value: 4 }, false)).toBe("=B1*2");
    expect(cellInput({ formula: "=B1*2", value: 4 }, true)).toBe("=B1*2");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", " =1+1", "#N/A", "-5 tasks that failed"])(
    "keeps %j text with an apostrophe: Excel would read a formula or an error",
    (text) => {
      expect(cellInput(text, false)).toBe(`'${text}`);
    },
  );

  it.each(["0042", "1e5", "12%", "$9", "1,000", "3/4", "1-2", "SEP1", "12 May", "3:30 PM", "TRUE"])(
    "keeps %j text with an apostrophe: Excel would read a number, a date or a truth value",
    (text) => {
      expect(cellInput(text, false)).toBe(`'${text}`);
    },
  );

  it.each(["Revenue", "$ per task", "Flat seat at $99", "a truer margin", "", "→ see below"])(
    "leaves %j without an apostrophe",
    (text) => {
      expect(cellInput(text, false)).toBe(text);
    },
  );

  it("counts words: with digits and two of them it may be a date, with three it is prose", () => {
    expect(cellInput("Monday, May 5", false)).toBe("'Monday, May 5");
    expect(cellInput("Usage at P50", false)).toBe("Usage at P50");
  });

  it("leaves any text alone in a text cell, which reads nothing", () => {
    expect(cellInput("0042", true)).toBe("0042");
    expect(cellInput("=1+1", true)).toBe("=1+1");
  });

  it("refuses numbers that a request would turn into nothing", () => {
    expect(() => cellInput(NaN, false)).toThrow("a cell cannot hold NaN");
    expect(() => cellInput(Infinity, false)).toThrow("a cell cannot hold Infinity");
  });
});
