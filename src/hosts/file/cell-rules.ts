import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import { areaAddress } from "../../workbook/address";
import { type Bound, inputMessage, type InputRule, inputRule } from "../../workbook/input-rule";
import type { StepOf } from "../../workbook/plan";
import { barColor, VERDICTS } from "../../workbook/theme";
import { digits } from "./cell-style";

const OPERATORS = {
  from: "greaterThanOrEqual",
  above: "greaterThan",
  to: "lessThanOrEqual",
  below: "lessThan",
} as const satisfies Record<Bound, string>;

type FileRule = Pick<DataValidation, "type" | "operator" | "formula1" | "formula2">;

function fileRule(rule: InputRule): FileRule {
  if (rule.is === "true") return { type: "custom", formula1: rule.formula };
  if (rule.is === "listed") return { type: "list", formula1: rule.formula };
  const type = rule.whole ? "whole" : "decimal";
  return rule.is === "between"
    ? { type, operator: "between", formula1: String(rule.from), formula2: String(rule.to) }
    : { type, operator: OPERATORS[rule.by], formula1: String(rule.limit) };
}

export function validation({ area, allowed, message }: StepOf<"validate">): DataValidation {
  return {
    ...fileRule(inputRule(allowed, area)),
    range: areaAddress(area),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Not allowed",
    errorMessage: inputMessage(message),
  };
}

/** A rule without the priority that its sheet gives it. */
export type Coloring = Omit<ConditionalRule, "priority">;

export function verdictRules({ area }: StepOf<"verdicts">): Coloring[] {
  return [...VERDICTS].map(([text, { color, fill }]) => ({
    type: "cellIs",
    operator: "equal",
    formula: `"${text}"`,
    range: areaAddress(area),
    style: {
      font: { color: { rgb: digits(color) } },
      // A rule's fill is its background; a cell's is its foreground.
      fill: { type: "pattern", pattern: "solid", bgColor: { rgb: digits(fill) } },
    },
  }));
}

export function dataBarRules({ area, color }: StepOf<"dataBars">): Coloring[] {
  if (color === "invisible") return [];
  return [
    {
      type: "dataBar",
      range: areaAddress(area),
      dataBar: {
        // From 0, so that the lengths compare as the figures do.
        cfvo: [{ type: "num", value: "0" }, { type: "max" }],
        color: `FF${digits(barColor(color))}`,
      },
    },
  ];
}
