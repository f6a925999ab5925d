import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import type { Domain } from "../../calc";
import { areaAddress, cellAddress } from "../../workbook/address";
import { SERIES_COLORS, VERDICTS } from "../../workbook/theme";
import { digits } from "./cell-style";
import { pinnedReference, type StepOf } from "./pinned-reference";

/** The most that Excel shows; it calls a file with more damaged. */
const LONGEST_MESSAGE = 225;

const OPERATORS = {
  from: { operator: "greaterThanOrEqual", sign: ">=" },
  above: { operator: "greaterThan", sign: ">" },
  to: { operator: "lessThanOrEqual", sign: "<=" },
  below: { operator: "lessThan", sign: "<" },
} as const;

type Rule = Pick<DataValidation, "type" | "operator" | "formula1" | "formula2">;

/**
 * A domain as a rule of a file. Rules for numbers take one bound, or both included; all others
 * become a formula about the first cell of the area, which moves with the cells.
 */
function numberRule(domain: Domain, cell: string): Rule {
  const bounds = (["from", "above", "to", "below"] as const).flatMap((bound) => {
    const limit = domain[bound];
    return limit === undefined ? [] : [{ ...OPERATORS[bound], limit }];
  });
  const type = domain.whole ? "whole" : "decimal";
  const [first, second] = bounds;
  if (first && !second) return { type, operator: first.operator, formula1: String(first.limit) };
  const { from, to } = domain;
  if (from !== undefined && to !== undefined && bounds.length === 2) {
    return { type, operator: "between", formula1: String(from), formula2: String(to) };
  }
  const conditions = [
    `ISNUMBER(${cell})`,
    ...bounds.map(({ sign, limit }) => `${cell}${sign}${limit}`),
    ...(domain.whole ? [`${cell}=INT(${cell})`] : []),
  ];
  return { type: "custom", formula1: `AND(${conditions.join(",")})` };
}

export function inputRule({ area, allowed, message }: StepOf<"validate">): DataValidation {
  const rule: Rule =
    "numbers" in allowed
      ? numberRule(allowed.numbers, cellAddress(area.row, area.column))
      : { type: "list", formula1: pinnedReference(allowed.oneOf) };
  return {
    ...rule,
    range: areaAddress(area),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Not allowed",
    errorMessage:
      message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message,
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
        color: `FF${digits(SERIES_COLORS[color])}`,
      },
    },
  ];
}
