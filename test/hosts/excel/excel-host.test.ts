import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { areaAddress, cellAddress } from "../../../src/workbook/address";
import type { InputCheck } from "../contract";
import { describeHost, livePart } from "../live-contract";
import type { FakeDataValidation } from "./fake/cell-rules";
import { FakeExcel } from "./fake/fake-excel";

const noPause = () => Promise.resolve();

/** Excel's rule for numbers; the others have a formula or a source alone. */
interface NumberRule {
  readonly operator: string;
  readonly formula1: number;
  readonly formula2?: number;
}

type Rule =
  | { readonly decimal: NumberRule }
  | { readonly wholeNumber: NumberRule }
  | { readonly custom: { readonly formula: string } }
  | { readonly list: { readonly source: string } };

function numberCheck(type: string, { operator, formula1, formula2 }: NumberRule) {
  const [first = ""] = operator;
  return {
    type,
    operator: first.toLowerCase() + operator.slice(1).replace(/To$/, ""),
    formulas: [formula1, ...(formula2 === undefined ? [] : [formula2])].map(String),
  };
}

function check(rule: Rule) {
  if ("decimal" in rule) return numberCheck("decimal", rule.decimal);
  if ("wholeNumber" in rule) return numberCheck("whole", rule.wholeNumber);
  const [type, formula] =
    "custom" in rule ? ["custom", rule.custom.formula] : ["list", rule.list.source];
  return { type, operator: undefined, formulas: [formula.replace(/^=/, "")] };
}

function inputCheck(validation: FakeDataValidation): InputCheck {
  const { message } = validation.kept("errorAlert") as { readonly message: string };
  const range = areaAddress(validation.range.area);
  return { range, ...check(validation.kept("rule") as Rule), message };
}

describeHost("Excel", async () => {
  const excel = new FakeExcel();
  const { workbook } = excel;
  const sheetNamed = (name: string) => workbook.worksheets.getItem(name);
  return {
    ...livePart(createExcelHost(noPause)),
    select: async (sheet, address) => {
      workbook.select(sheet, address);
    },
    selected: async () => {
      const { sheet, row, column } = workbook.active;
      return `${sheet.name}!${cellAddress(row, column)}`;
    },
    hide: async (sheet) => {
      sheetNamed(sheet).visibility = "Hidden";
    },
    sheetShown: async () => workbook.active.sheet.name,
    formulaAt: async (sheet, address) => {
      const [[formula] = []] = sheetNamed(sheet).getRange(address).formulas;
      return typeof formula === "string" && formula.startsWith("=") ? formula : "";
    },
    lookOf: async (sheet, address) => {
      const { format, numberFormat } = sheetNamed(sheet).getRange(address);
      const fill = format.fill.kept("color");
      return {
        bold: format.font.kept("bold") === true,
        color: String(format.font.kept("color")),
        fill: typeof fill === "string" ? fill : undefined,
        numberFormat: String(numberFormat[0]?.[0]),
      };
    },
    frozen: async (sheet) => sheetNamed(sheet).freezePanes.frozen,
    names: async (sheet) =>
      Object.fromEntries(
        sheetNamed(sheet).names.items.map(({ name, range }) => [
          name,
          `${range.worksheet.name}!${areaAddress(range.area).replace(/[A-Z]+/g, "$$$&$")}`,
        ]),
      ),
    inputChecks: async (sheet) => sheetNamed(sheet).validations.map(inputCheck),
    givesValues: false,
    givesNames: true,
    dispose: () => {
      excel.check();
    },
  };
});
