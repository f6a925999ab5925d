import { areaAddress, cellAddress, columnLetters } from "../../src/workbook/address";

describe("columnLetters", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"], // Excel's last column
  ])("names column %i %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe("cellAddress", () => {
  it("counts rows and columns from 0", () => {
    expect(cellAddress(0, 0)).toBe("A1");
    expect(cellAddress(11, 2)).toBe("C12");
  });
});

describe("areaAddress", () => {
  it("names a block by its corners", () => {
    expect(areaAddress({ row: 1, column: 1, rows: 3, columns: 2 })).toBe("B2:C4");
  });

  it("names a single cell without a colon", () => {
    expect(areaAddress({ row: 4, column: 0, rows: 1, columns: 1 })).toBe("A5");
  });
});
