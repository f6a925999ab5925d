import type { FieldKind } from "./description";
import type { FieldValue } from "./form-field";

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 });
const MS_PER_DAY = 86_400_000;
/** Excel's serial number of 1 January 1970. */
const UNIX_EPOCH = 25569;

/** A number as one would type it; nothing where there is none. */
export function numberText(value: FieldValue, kind: FieldKind): string {
  if (typeof value !== "number" || Number.isNaN(value)) return "";
  return NUMBER.format(kind === "percent" ? Number((value * 100).toPrecision(12)) : value);
}

/** The serial number of a date as a date input has it. */
export function isoDate(serial: FieldValue): string {
  return new Date((Number(serial) - UNIX_EPOCH) * MS_PER_DAY).toISOString().slice(0, 10);
}

export function serialDate(iso: string): number {
  return Date.parse(iso) / MS_PER_DAY + UNIX_EPOCH;
}
