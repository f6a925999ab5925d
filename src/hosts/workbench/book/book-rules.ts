import type { Injector, IRange, ISheetDataValidationRule } from "@univerjs/core";
import {
  DataValidationModel,
  getRuleSetting,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from "@univerjs/data-validation";
import {
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  type IConditionFormattingRule,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import { areaAddress } from "../../../workbook/address";
import type { OtherFormula } from "../../../workbook/share/book";
import type { SheetIds } from "../sheet-rules";

/** A mutation by its id. */
export interface Mutation {
  readonly id: string;
  readonly params: object;
}

/** A formula of a rule, and what puts another one in its place. */
export interface RuleFormula extends Pick<OtherFormula, "where" | "at" | "formula"> {
  readonly change: (formula: string) => Mutation;
}

function addressOf(ranges: readonly IRange[]): string {
  return ranges
    .map(({ startRow, startColumn, endRow, endColumn }) =>
      areaAddress({
        row: startRow,
        column: startColumn,
        rows: endRow - startRow + 1,
        columns: endColumn - startColumn + 1,
      }),
    )
    .join(",");
}

function formatFormulas(sheet: SheetIds, format: IConditionFormattingRule): RuleFormula[] {
  const { rule, ranges } = format;
  if (rule.type !== CFRuleType.highlightCell || rule.subType !== CFSubRuleType.formula) return [];
  return [
    {
      where: "conditional format",
      at: addressOf(ranges),
      formula: rule.value,
      change: (formula) => ({
        id: SetConditionalRuleMutation.id,
        params: { ...sheet, rule: { ...format, rule: { ...rule, value: formula } } },
      }),
    },
  ];
}

function validationFormulas(sheet: SheetIds, rule: ISheetDataValidationRule): RuleFormula[] {
  const parts = ["formula1", "formula2"] as const;
  return parts.flatMap((part): RuleFormula[] => {
    const formula = rule[part];
    if (!formula?.startsWith("=")) return [];
    return [
      {
        where: "validation",
        at: addressOf(rule.ranges),
        formula,
        change: (changed) => ({
          id: UpdateDataValidationMutation.id,
          params: {
            ...sheet,
            ruleId: rule.uid,
            payload: {
              type: UpdateRuleType.SETTING,
              payload: { ...getRuleSetting(rule), [part]: changed },
            },
          },
        }),
      },
    ];
  });
}

/** The formulas of a sheet's rules. */
export function ruleFormulas(injector: Injector, sheet: SheetIds): RuleFormula[] {
  const { unitId, subUnitId } = sheet;
  const formats = injector.get(ConditionalFormattingRuleModel).getSubunitRules(unitId, subUnitId);
  const validations = injector.get(DataValidationModel).getRules(unitId, subUnitId);
  return [
    ...(formats ?? []).flatMap((format) => formatFormulas(sheet, format)),
    ...validations.flatMap((rule) => validationFormulas(sheet, rule)),
  ];
}
