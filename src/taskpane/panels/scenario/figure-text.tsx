import { CalcError } from "../../../calc";
import type { Value } from "../../../workbook/spreadsheet-functions";

interface FigureTextProps {
  readonly of: Value;
  /** How a number is shown. */
  readonly show: (value: number) => string;
}

/** A figure, or the error that a cell shows in its place. */
export function FigureText({ of, show }: FigureTextProps) {
  if (of instanceof CalcError) return <>{of.code}</>;
  return <>{typeof of === "number" ? show(of) : String(of)}</>;
}
