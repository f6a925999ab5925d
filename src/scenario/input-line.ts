import type { Domain } from "../calc";
import type { NumberFormat } from "../workbook/plan";
import type { Line } from "../workbook/sheet-blocks";

/** A line for a number that the reader may change. */
export function numberLine(
  name: string,
  label: string,
  unit: string,
  format: NumberFormat,
  input: number,
  numbers: Domain,
  note?: string,
): Line {
  return { name, label, unit, format, input, allowed: { numbers }, ...(note && { note }) };
}

/** A line for one of the values of an item. */
export function choiceLine(
  name: string,
  label: string,
  input: string,
  oneOf: string,
  note?: string,
): Line {
  return {
    name,
    label,
    unit: "choice",
    format: "text",
    input,
    allowed: { oneOf },
    ...(note && { note }),
  };
}
