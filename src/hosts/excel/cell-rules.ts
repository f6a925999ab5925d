import type { Domain } from "../../calc";
import { cellAddress } from "../../workbook/address";
import { reference, sheetPrefix } from "../../workbook/placement";
import type { AllowedValues, Area, SheetArea } from "../../workbook/plan";
import { SERIES_COLORS, type VerdictLook, VERDICTS } from "../../workbook/theme";
import { bytesOf, bytesOfCalls, rangeOf, type StepOf, type Task } from "./task";

/** A formula that pins an area on a sheet: "='Model prices'!$A$3:$A$9". */
function pinned({ sheet, area }: SheetArea): string {
  const { row, column, rows, columns } = area;
  const first = reference(row, column, "both");
  const last = reference(row + rows - 1, column + columns - 1, "both");
  return `=${sheetPrefix(sheet)}${first}:${last}`;
}

/** The most that Excel shows of a message. */
const LONGEST_MESSAGE = 225;

const OPERATORS = {
  from: { name: "GreaterThanOrEqualTo", sign: ">=" },
  above: { name: "GreaterThan", sign: ">" },
  to: { name: "LessThanOrEqualTo", sign: "<=" },
  below: { name: "LessThan", sign: "<" },
} as const;

/** The bounds that a domain has. */
function boundsOf(domain: Domain) {
  return (["from", "above", "to", "below"] as const).flatMap((bound) => {
    const limit = domain[bound];
    return limit === undefined ? [] : [{ ...OPERATORS[bound], limit }];
  });
}

/**
 * A domain as Excel's validation. Rules for numbers take one bound, or both included; all others
 * become a formula about the first cell of the area, which moves with the cells.
 */
function numberRule(domain: Domain, cell: string): Excel.DataValidationRule {
  const bounds = boundsOf(domain);
  const [first, second] = bounds;
  const rule = ((): Excel.BasicDataValidation | undefined => {
    if (first && !second) return { formula1: first.limit, operator: first.name };
    const { from, to } = domain;
    if (from === undefined || to === undefined || bounds.length > 2) return undefined;
    return { formula1: from, formula2: to, operator: "Between" };
  })();
  if (rule) return domain.whole ? { wholeNumber: rule } : { decimal: rule };
  const conditions = [
    `ISNUMBER(${cell})`,
    ...bounds.map(({ sign, limit }) => `${cell}${sign}${limit}`),
    ...(domain.whole ? [`${cell}=INT(${cell})`] : []),
  ];
  return { custom: { formula: `=AND(${conditions.join(",")})` } };
}

function ruleOf(allowed: AllowedValues, { row, column }: Area): Excel.DataValidationRule {
  return "numbers" in allowed
    ? numberRule(allowed.numbers, cellAddress(row, column))
    : { list: { inCellDropDown: true, source: pinned(allowed.oneOf) } };
}

function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}

export function validateInput({ area, allowed, message }: StepOf<"validate">): Task[] {
  const rule = ruleOf(allowed, area);
  const errorAlert = {
    title: "Not allowed",
    message: shortened(message),
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
        dataBar.positiveFormat.fillColor = SERIES_COLORS[color];
        dataBar.positiveFormat.gradientFill = false;
      },
    },
  ];
}
