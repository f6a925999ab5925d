import { cellAddress } from "../../workbook/address";
import { type Bound, inputMessage, type InputRule, inputRule } from "../../workbook/input-rule";
import type { StepOf } from "../../workbook/plan";
import { barColor, type VerdictLook, VERDICTS } from "../../workbook/theme";
import { bytesOf, bytesOfCalls, rangeOf, type Task } from "./task";

const OPERATORS = {
  from: "GreaterThanOrEqualTo",
  above: "GreaterThan",
  to: "LessThanOrEqualTo",
  below: "LessThan",
} as const satisfies Record<Bound, string>;

function validationRule(rule: InputRule): Excel.DataValidationRule {
  if (rule.is === "true") return { custom: { formula: `=${rule.formula}` } };
  if (rule.is === "listed") {
    return { list: { inCellDropDown: true, source: `=${rule.formula}` } };
  }
  const compared: Excel.BasicDataValidation =
    rule.is === "between"
      ? { formula1: rule.from, formula2: rule.to, operator: "Between" }
      : { formula1: rule.limit, operator: OPERATORS[rule.by] };
  return rule.whole ? { wholeNumber: compared } : { decimal: compared };
}

export function validateInput({ area, allowed, message }: StepOf<"validate">): Task[] {
  const rule = validationRule(inputRule(allowed, area));
  const errorAlert = {
    title: "Not allowed",
    message: inputMessage(message),
    showAlert: true,
    style: "Stop",
  } as const;
  return [
    {
      bytes: bytesOfCalls(2, 2) + bytesOf([rule, errorAlert]),
      enqueue: (sheet) => {
        const validation = rangeOf(sheet, area).dataValidation;
        validation.rule = rule;
        validation.errorAlert = errorAlert;
      },
    },
  ];
}

/** Texts that look the same, so that one rule serves them all. */
function textsByLook(): ReadonlyMap<VerdictLook, string[]> {
  const found = new Map<VerdictLook, string[]>();
  for (const [text, look] of VERDICTS) found.set(look, [...(found.get(look) ?? []), text]);
  return found;
}

export function colorVerdicts({ area }: StepOf<"verdicts">): Task[] {
  const cell = cellAddress(area.row, area.column);
  return [...textsByLook()].map(([{ color, fill }, texts]) => {
    const formula = `=OR(${texts.map((text) => `${cell}="${text}"`).join(",")})`;
    return {
      bytes: bytesOfCalls(8, 3) + bytesOf(formula),
      enqueue: (sheet) => {
        const { custom } = rangeOf(sheet, area).conditionalFormats.add("Custom");
        custom.rule.formula = formula;
        custom.format.font.color = color;
        custom.format.fill.color = fill;
      },
    };
  });
}

export function drawDataBars({ area, color }: StepOf<"dataBars">): Task[] {
  if (color === "invisible") return [];
  return [
    {
      bytes: bytesOfCalls(5, 3),
      enqueue: (sheet) => {
        const { dataBar } = rangeOf(sheet, area).conditionalFormats.add("DataBar");
        // From 0, so that the lengths compare as the figures do.
        dataBar.lowerBoundRule = { type: "Number", formula: "0" };
        dataBar.positiveFormat.fillColor = barColor(color);
        dataBar.positiveFormat.gradientFill = false;
      },
    },
  ];
}
