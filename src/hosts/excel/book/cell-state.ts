import type { CellValue } from "../../../workbook/host";

/** What a cell holds and shows. */
export interface CellState {
  /** With its equals sign; undefined for a constant. */
  readonly formula?: string;
  /** What it shows; null where that is nothing or an error. */
  readonly value: CellValue;
  readonly error?: string;
  readonly format: string;
}

/** Excel shows them while a figure is still being worked out. */
const NOT_YET = /^#(?:BUSY!|GETTING_DATA)$/;

/** Whether the cell does not show its figure yet. */
export function isBusy({ error = "" }: CellState): boolean {
  return NOT_YET.test(error);
}

function shown(value: unknown): CellValue {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean"
    ? value
    : null;
}

/**
 * A cell as Excel tells of it. A constant reads as a formula if it begins with an equals sign; it
 * then shows that very text.
 */
export function cellState(
  formula: unknown,
  value: unknown,
  valueType: string,
  format: unknown,
): CellState {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  const isError = valueType === "Error" || (isFormula && NOT_YET.test(String(value)));
  return {
    ...(isFormula && { formula }),
    value: isError || valueType === "Empty" ? null : shown(value),
    ...(isError && { error: String(value) }),
    format: typeof format === "string" ? format : "General",
  };
}

/** Whether a cell holds nothing: texts without a character count as nothing. */
export function isBlank({ formula, value, error }: CellState): boolean {
  return formula === undefined && error === undefined && (value === null || value === "");
}
