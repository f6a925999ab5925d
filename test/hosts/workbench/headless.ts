import {
  type Injector,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { DataValidationModel, UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import {
  ConditionalFormattingRuleModel,
  UniverSheetsConditionalFormattingPlugin,
} from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import type { AssociatedFunction } from "../../../src/hosts/workbench/custom-functions-runtime";
import { ErrorMessages } from "../../../src/hosts/workbench/error-messages";
import { keepFormulasByText } from "../../../src/hosts/workbench/formulas-by-text";
import {
  type FunctionMetadata,
  registerFunctions,
} from "../../../src/hosts/workbench/register-functions";
import { registerSpillReference } from "../../../src/hosts/workbench/spill-reference";

/** A workbook of one sheet, "Existing", in a spreadsheet without a screen, with functions of the tests. */
export function headlessWorkbook(
  functions: ReadonlyMap<string, AssociatedFunction> = new Map(),
  metadata: readonly FunctionMetadata[] = [],
) {
  keepFormulasByText();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  const injector = univer.__getInjector();
  const messages = new ErrorMessages();
  registerFunctions(injector, "AIM", functions, metadata, messages);
  registerSpillReference(injector);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: "book",
    sheetOrder: ["existing"],
    sheets: {
      existing: { id: "existing", name: "Existing", cellData: { 0: { 0: { v: 41, t: 2 } } } },
    },
  });
  // Undo and redo are for the workbook that has the keyboard.
  injector.get(IUniverInstanceService).focusUnit("book");
  const api = FUniver.newAPI(univer);
  return { univer, api, injector, messages };
}

/** How many rules the workbook has, whatever sheet they are for. */
export function rulesLeft(injector: Injector): number {
  const colored = injector.get(ConditionalFormattingRuleModel).getUnitRules("book");
  const validated = injector.get(DataValidationModel).getUnitRules("book");
  return [...[...(colored?.values() ?? [])], ...validated.map(([, rules]) => rules)].flat().length;
}
