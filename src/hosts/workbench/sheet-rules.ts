import {
  DataValidationErrorStyle,
  ICommandService,
  type Injector,
  type IRange,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
} from "@univerjs/data-validation";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  type IConditionalFormattingRuleConfig,
} from "@univerjs/sheets-conditional-formatting";
import { inputRule } from "../../workbook/input-rule";
import type { Area, SheetPlan, Step } from "../../workbook/plan";
import { barColor, VERDICTS } from "../../workbook/theme";
import { univerRule } from "./univer-rule";

/** A sheet by the ids that Univer knows it by. */
export interface SheetIds {
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
  const color = barColor(step.color);
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

/** Adds what a sheet of a plan allows in its cells and how it colours them; the sheets that its lists are on exist by now. */
export function addRules(injector: Injector, sheet: SheetIds, { steps }: SheetPlan): void {
  const commands = injector.get(ICommandService);
  const sheetId = sheet.subUnitId;
  const inputs = steps.flatMap((step, i): ISheetDataValidationRule[] =>
    step.do !== "validate"
      ? []
      : [
          {
            ...univerRule(inputRule(step.allowed, step.area)),
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
  commands.syncExecuteCommand(AddDataValidationMutation.id, { ...sheet, rule: inputs });
  for (const rule of colors) {
    commands.syncExecuteCommand(AddConditionalRuleMutation.id, { ...sheet, rule });
  }
}

/** Takes all rules of a sheet away: Univer would keep them when a mutation removes the sheet. */
export function removeRules(injector: Injector, sheet: SheetIds): void {
  const { unitId, subUnitId } = sheet;
  const commands = injector.get(ICommandService);
  const inputs = injector.get(DataValidationModel).getRules(unitId, subUnitId);
  const ruleId = inputs.map(({ uid }) => uid);
  commands.syncExecuteCommand(RemoveDataValidationMutation.id, { ...sheet, ruleId });
  const colors = injector.get(ConditionalFormattingRuleModel).getSubunitRules(unitId, subUnitId);
  for (const cfId of (colors ?? []).map((rule) => rule.cfId)) {
    commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, { ...sheet, cfId });
  }
}
