import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import {
  type Injector,
  LocaleType,
  LogLevel,
  mergeLocales,
  ThemeService,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { ILayoutService, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import type { SheetPlan } from "../../workbook/plan";
import { associatedFunctions } from "./custom-functions-runtime";
import { enterAsTyped } from "./enter-as-typed";
import { ErrorMessages } from "./error-messages";
import { keepFormulasByText } from "./formulas-by-text";
import { type FunctionMetadata, functionInfos, registerFunctions } from "./register-functions";
import { workbookSnapshot } from "./sheet-snapshot";
import { registerSpillReference } from "./spill-reference";

export interface Spreadsheet {
  readonly api: FUniver;
  readonly injector: Injector;
  /** The sentences behind the error values of the add-in's functions. */
  readonly messages: ErrorMessages;
  readonly setDark: (dark: boolean) => void;
  /** Puts the keyboard into the grid. */
  readonly focus: () => void;
}

export interface SpreadsheetOptions {
  readonly container: HTMLElement;
  readonly namespace: string;
  /** What functions.json says; the functions themselves have been associated by now. */
  readonly metadata: readonly FunctionMetadata[];
  /** The workbook that is open at the start. */
  readonly sheets: readonly SheetPlan[];
  readonly dark: boolean;
}

/** A spreadsheet in the page that knows the add-in's functions, with a workbook open. */
export function createSpreadsheet({
  container,
  namespace,
  metadata,
  sheets,
  dark,
}: SpreadsheetOptions): Spreadsheet {
  keepFormulasByText();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreWords, conditionalFormattingWords, dataValidationWords),
    },
    logLevel: LogLevel.ERROR,
    darkMode: dark,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      formula: { description: functionInfos(namespace, metadata) },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
    else univer.registerPlugin(plugin);
  }
  const injector = univer.__getInjector();
  const messages = new ErrorMessages();
  // Before there is a workbook: its formulas are worked out at once.
  registerFunctions(injector, namespace, associatedFunctions(), metadata, messages);
  registerSpillReference(injector);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookSnapshot(sheets));
  enterAsTyped(injector);
  const themes = injector.get(ThemeService);
  return {
    api: FUniver.newAPI(univer),
    injector,
    messages,
    setDark: (wanted) => {
      themes.setDarkMode(wanted);
    },
    focus: () => {
      injector.get(ILayoutService).focus();
    },
  };
}
