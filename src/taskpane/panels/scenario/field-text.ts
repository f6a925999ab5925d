import { excelDate, instantOf } from "../../../calc";
import type { FieldKind } from "./description";
import type { FieldValue } from "./form-field";

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 });

/** A number as one would type it; nothing where there is none. */
export function numberText(value: FieldValue, kind: FieldKind): string {
  if (typeof value !== "number" || Number.isNaN(value)) return "";
  return NUMBER.format(kind === "percent" ? Number((value * 100).toPrecision(12)) : value);
}

/** The serial number of a date as a date input has it. */
export function isoDate(serial: FieldValue): string {
  return new Date(instantOf(Number(serial))).toISOString().slice(0, 10);
}

export function serialDate(iso: string): number {
  return excelDate(Date.parse(iso));
}
