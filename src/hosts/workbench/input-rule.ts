import {
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import type { Domain } from "../../calc";
import { cellAddress } from "../../workbook/address";
import { reference, sheetPrefix } from "../../workbook/placement";
import type { AllowedValues, Area, SheetArea } from "../../workbook/plan";

type InputRule = Pick<
  ISheetDataValidationRule,
  "type" | "operator" | "formula1" | "formula2" | "renderMode"
>;

const OPERATORS = {
  from: { operator: DataValidationOperator.GREATER_THAN_OR_EQUAL, sign: ">=" },
  above: { operator: DataValidationOperator.GREATER_THAN, sign: ">" },
  to: { operator: DataValidationOperator.LESS_THAN_OR_EQUAL, sign: "<=" },
  below: { operator: DataValidationOperator.LESS_THAN, sign: "<" },
} as const;

/** A formula that pins an area on a sheet: "='Model prices'!$A$3:$A$9". */
function pinned({ sheet, area }: SheetArea): string {
  const { row, column, rows, columns } = area;
  const first = reference(row, column, "both");
  const last = reference(row + rows - 1, column + columns - 1, "both");
  return `=${sheetPrefix(sheet)}${first}:${last}`;
}

/**
 * A domain as Univer's validation. Rules for numbers take no bound, one, or both included; all
 * others become a formula about the first cell of the area, which moves with the cells.
 */
function numberRule(domain: Domain, cell: string): InputRule {
  const bounds = (["from", "above", "to", "below"] as const).flatMap((bound) => {
    const limit = domain[bound];
    return limit === undefined ? [] : [{ ...OPERATORS[bound], limit }];
  });
  const type = domain.whole ? DataValidationType.WHOLE : DataValidationType.DECIMAL;
  const [first, second] = bounds;
  if (!first) return { type };
  if (!second) return { type, operator: first.operator, formula1: String(first.limit) };
  const { from, to } = domain;
  if (from !== undefined && to !== undefined && bounds.length === 2) {
    return {
      type,
      operator: DataValidationOperator.BETWEEN,
      formula1: String(from),
      formula2: String(to),
    };
  }
  const conditions = [
    `ISNUMBER(${cell})`,
    ...bounds.map(({ sign, limit }) => `${cell}${sign}${limit}`),
    ...(domain.whole ? [`${cell}=INT(${cell})`] : []),
  ];
  return { type: DataValidationType.CUSTOM, formula1: `=AND(${conditions.join(",")})` };
}

/** What the cells of an area may hold, as Univer's validation. */
export function inputRule(allowed: AllowedValues, { row, column }: Area): InputRule {
  return "numbers" in allowed
    ? numberRule(allowed.numbers, cellAddress(row, column))
    : {
        type: DataValidationType.LIST,
        formula1: pinned(allowed.oneOf),
        renderMode: DataValidationRenderMode.ARROW,
      };
}
