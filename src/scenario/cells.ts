import { CalcError } from "../calc";
import type { Formula } from "../workbook/formula";
import type { NumberFormat } from "../workbook/plan";
import type { FormulaCell, InputCell } from "../workbook/sheet-spec";
import type { Figure } from "./scenario-figures";

/** A cell that the reader may change. */
export function input(value: number, format: NumberFormat): InputCell {
  return { kind: "input", value, format };
}

/** A cell that follows from others, with the figure that the calculation module gives. */
export function calculated(
  value: Figure<number | string>,
  format: NumberFormat,
  formula: Formula,
): FormulaCell {
  return {
    kind: "formula",
    formula,
    format,
    value: value instanceof CalcError ? { error: value.code } : value,
  };
}

/** A calculated cell that the sheet is read for. */
export function result(
  value: Figure<number | string>,
  format: NumberFormat,
  formula: Formula,
): FormulaCell {
  return { ...calculated(value, format, formula), isResult: true };
}
