import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { BOOK_NAME, BOOK_PLAN, describeBooks, quietRun, RESULTS } from "../book-contract";
import { FakeExcel } from "./fake/fake-excel";
import { noPause } from "./plans";

/** An Excel with the workbook of the contract. */
async function excelWithBook(): Promise<FakeExcel> {
  const excel = new FakeExcel();
  const { workbook } = excel;
  for (const [formula, values] of RESULTS) workbook.results.set(formula, values);
  await createExcelHost(noPause).apply(BOOK_PLAN, quietRun());
  workbook.worksheets.getItem("It's 5").visibility = "Hidden";
  workbook.names.add(BOOK_NAME.name, BOOK_NAME.formula);
  return excel;
}

describe.each([false, true])("where cells that a formula fills tell it: %s", (tells) => {
  describeBooks("Excel", async () => {
    const excel = await excelWithBook();
    excel.workbook.tellsFormulaOfFilled = tells;
    return {
      host: createExcelHost(noPause),
      dispose: () => {
        excel.check();
      },
    };
  });
});
