import {
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import type { Bound, InputRule } from "../../workbook/input-rule";

type UniverRule = Pick<
  ISheetDataValidationRule,
  "type" | "operator" | "formula1" | "formula2" | "renderMode"
>;

const OPERATORS = {
  from: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  above: DataValidationOperator.GREATER_THAN,
  to: DataValidationOperator.LESS_THAN_OR_EQUAL,
  below: DataValidationOperator.LESS_THAN,
} as const satisfies Record<Bound, DataValidationOperator>;

/** What cells may hold, as Univer's validation. */
export function univerRule(rule: InputRule): UniverRule {
  if (rule.is === "true") {
    return { type: DataValidationType.CUSTOM, formula1: `=${rule.formula}` };
  }
  if (rule.is === "listed") {
    return {
      type: DataValidationType.LIST,
      formula1: `=${rule.formula}`,
      renderMode: DataValidationRenderMode.ARROW,
    };
  }
  const type = rule.whole ? DataValidationType.WHOLE : DataValidationType.DECIMAL;
  return rule.is === "between"
    ? {
        type,
        operator: DataValidationOperator.BETWEEN,
        formula1: String(rule.from),
        formula2: String(rule.to),
      }
    : { type, operator: OPERATORS[rule.by], formula1: String(rule.limit) };
}
