import {
  DataValidationErrorStyle,
  type ICommandService,
  type IRange,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/data-validation";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  type IConditionalFormattingRuleConfig,
} from "@univerjs/sheets-conditional-formatting";
import type { Area, SheetPlan, Step } from "../../workbook/plan";
import { SERIES_COLORS, VERDICTS } from "../../workbook/theme";
import { inputRule } from "./input-rule";

/** A sheet by the ids that Univer knows it by. */
interface SheetIds {
  readonly unitId: string;
  readonly subUnitId: string;
}

function rangeOf({ row, column, rows, columns }: Area): IRange {
  return {
    startRow: row,
    startColumn: column,
    endRow: row + rows - 1,
    endColumn: column + columns - 1,
  };
}

type Coloring = Extract<Step, { readonly do: "verdicts" | "dataBars" }>;

function colorings(step: Coloring): IConditionalFormattingRuleConfig[] {
  if (step.do === "verdicts") {
    return [...VERDICTS].map(([value, { color, fill }]) => ({
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.text,
      operator: CFTextOperator.equal,
      value,
      style: { cl: { rgb: color }, bg: { rgb: fill } },
    }));
  }
  if (step.color === "invisible") return [];
  const color = SERIES_COLORS[step.color];
  return [
    {
      type: CFRuleType.dataBar,
      isShowValue: true,
      config: {
        // From 0, so that the lengths compare as the figures do.
        min: { type: CFValueType.num, value: 0 },
        max: { type: CFValueType.max },
        isGradient: false,
        positiveColor: color,
        nativeColor: color,
      },
    },
  ];
}

/** What a sheet of a plan allows in its cells and how it colours them, as Univer keeps it. */
function sheetRules(sheetId: string, { steps }: SheetPlan) {
  const inputs = steps.flatMap((step, i): ISheetDataValidationRule[] =>
    step.do !== "validate"
      ? []
      : [
          {
            ...inputRule(step.allowed, step.area),
            uid: `${sheetId}-input-${i}`,
            ranges: [rangeOf(step.area)],
            allowBlank: true,
            showErrorMessage: true,
            error: step.message,
            errorStyle: DataValidationErrorStyle.STOP,
          },
        ],
  );
  const colors = steps.flatMap((step, i): IConditionFormattingRule[] =>
    step.do !== "verdicts" && step.do !== "dataBars"
      ? []
      : colorings(step).map((rule, j) => ({
          cfId: `${sheetId}-coloring-${i}-${j}`,
          ranges: [rangeOf(step.area)],
          stopIfTrue: false,
          rule,
        })),
  );
  return { inputs, colors };
}

/** Adds the rules of a sheet; the sheets that its lists are on exist by now. */
export function addRules(commands: ICommandService, sheet: SheetIds, plan: SheetPlan): void {
  const { inputs, colors } = sheetRules(sheet.subUnitId, plan);
  commands.syncExecuteCommand(AddDataValidationMutation.id, { ...sheet, rule: inputs });
  for (const rule of colors) {
    commands.syncExecuteCommand(AddConditionalRuleMutation.id, { ...sheet, rule });
  }
}

/**
 * Takes the rules of a sheet back, as far as they are there: Univer would keep them when a
 * mutation removes the sheet.
 */
export function removeRules(commands: ICommandService, sheet: SheetIds, plan: SheetPlan): void {
  const { inputs, colors } = sheetRules(sheet.subUnitId, plan);
  const ruleId = inputs.map(({ uid }) => uid);
  commands.syncExecuteCommand(RemoveDataValidationMutation.id, { ...sheet, ruleId });
  for (const { cfId } of colors) {
    commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, { ...sheet, cfId });
  }
}
