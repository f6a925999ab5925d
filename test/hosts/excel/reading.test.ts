import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { FakeExcel } from "./fake/fake-excel";
import { noPause } from "./plans";

let excel: FakeExcel;
const host = createExcelHost(noPause);
beforeEach(() => {
  excel = new FakeExcel();
});
afterEach(() => {
  excel.check();
});

describe("reading", () => {
  it("lists hidden sheets too", async () => {
    const { worksheets } = excel.workbook;
    worksheets.add("Hidden").visibility = "Hidden";
    worksheets.add("Very hidden").visibility = "VeryHidden";
    expect(await host.sheetNames()).toEqual(["Existing", "Hidden", "Very hidden"]);
    expect(excel.roundTrips).toBe(1);
  });

  it("gives values by rows, errors as their text", async () => {
    const { cells } = excel.workbook.worksheets.getItem("Existing");
    cells.at(0, 1).entry = { value: true };
    cells.at(1, 0).entry = { value: "#DIV/0!", formula: "=1/0" };
    expect(await host.read("Existing", "A1:B2")).toEqual([
      [41, true],
      ["#DIV/0!", ""],
    ]);
    expect(excel.roundTrips).toBe(2);
  });

  it("names the sheet that is missing", async () => {
    await expect(host.read("Nowhere", "A1")).rejects.toThrow("There is no sheet named Nowhere.");
  });

  it("names the range that is none", async () => {
    await expect(host.read("Existing", "A0")).rejects.toThrow(
      /^A0 on Existing could not be read\. Excel says: /,
    );
  });

  it("says so where a range is more than Excel hands out", async () => {
    const { cells } = excel.workbook.worksheets.getItem("Existing");
    // 200 texts of 30,000 letters: 6 MB
    for (let row = 0; row < 200; row++) cells.at(row, 0).entry = { value: "a".repeat(30_000) };
    await expect(host.read("Existing", "A1:A200")).rejects.toThrow("choose a smaller range");
  });
});

describe("inserting a formula", () => {
  const cell = (address: string) => excel.workbook.worksheets.getItem("Existing").getRange(address);

  it("gives its cell's address, whatever the sheet is called", async () => {
    excel.workbook.worksheets.getItem("Existing").name = "It's 5!";
    excel.workbook.select("It's 5!", "AB12");
    expect(await host.insertFormula("=AIM.GROSSMARGIN(99,33)")).toBe("AB12");
    expect(excel.workbook.getActiveCell().formulas).toEqual([["=AIM.GROSSMARGIN(99,33)"]]);
    expect(excel.roundTrips).toBe(1);
  });

  it("makes a formula of it in a text cell too, in the same cell if another is selected", async () => {
    excel.workbook.select("Existing", "B2");
    cell("B2").numberFormat = "@";
    excel.onRequest = (number) => {
      if (number === 2) excel.workbook.select("Existing", "D4");
    };
    expect(await host.insertFormula("=A1+1")).toBe("B2");
    expect(cell("B2").formulas).toEqual([["=A1+1"]]);
    expect(cell("B2").numberFormat).toEqual([["General"]]);
    expect(cell("D4").formulas).toEqual([[""]]);
  });

  it("keeps the number format of any other cell", async () => {
    excel.workbook.select("Existing", "B2");
    cell("B2").numberFormat = "0.0%";
    await host.insertFormula("=A1+1");
    expect(cell("B2").numberFormat).toEqual([["0.0%"]]);
  });

  it("says that the sheet is protected", async () => {
    excel.faults.failOperation("Range.formulas", "AccessDenied");
    await expect(host.insertFormula("=1")).rejects.toThrow(
      /^The formula could not be inserted\. .*protected\.$/,
    );
  });
});
