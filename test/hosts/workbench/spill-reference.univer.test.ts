import { headlessWorkbook } from "./headless";

function open() {
  const { univer, api } = headlessWorkbook();
  const sheet = api.getActiveWorkbook()?.getSheetByName("Existing");
  if (!sheet) throw new Error("no sheet");
  return {
    univer,
    calculate: async (formulas: Record<string, string>) => {
      for (const [address, formula] of Object.entries(formulas)) {
        sheet.getRange(address).setFormula(formula);
      }
      await api.getFormula().onCalculationResultApplied();
    },
    formula: (address: string) => sheet.getRange(address).getFormula(),
    shown: (address: string) => sheet.getRange(address).getRawValue(),
  };
}

let workbook: ReturnType<typeof open>;

beforeEach(() => {
  workbook = open();
});

afterEach(() => {
  workbook.univer.dispose();
});

test.each([
  // The spill is 1, 2, 3, 4.
  ["=SUM(C1#)", 10],
  ["=SUM(C1#*2)", 20],
  ["=SUM(-C1#)", -10],
  ["=SUM(1,-C1#*2)", -19],
  ["=-SUM(C1#)", -10],
  ["=SUM(C1#,C1#)", 20],
  ["=ROWS(C1#)", 4],
  ["=INDEX(C1#,3)", 3],
  ["=SUM($C$1#)", 10],
  ["=SUM(Existing!C1#)", 10],
])("means all that has spilled: %s", async (formula, value) => {
  await workbook.calculate({ C1: "=SEQUENCE(4)", E1: formula });
  expect(workbook.shown("E1")).toBe(value);
});

test("follows the spill as it grows", async () => {
  await workbook.calculate({ B1: "=2", C1: "=SEQUENCE(B1)", E1: "=SUM(C1#)" });
  // 1 + 2
  expect(workbook.shown("E1")).toBe(3);
  await workbook.calculate({ B1: "=5" });
  // 1 + 2 + 3 + 4 + 5
  expect(workbook.shown("E1")).toBe(15);
});

test("is the cell itself where nothing spills", async () => {
  await workbook.calculate({ C1: "=7", E1: "=SUM(C1#)" });
  expect(workbook.shown("E1")).toBe(7);
});

test("leaves the formula as it is typed", async () => {
  await workbook.calculate({ C1: "=SEQUENCE(4)", E1: "=SUM(C1#)" });
  expect(workbook.formula("E1")).toBe("=SUM(C1#)");
});
