import type { FormulaRecord, LeftFormula } from "./formula-record";
import type { ChangedValue } from "./compare-books";
import { counted } from "./counted";

/** What became of a workbook that was made share-safe. */
export interface ShareReport {
  /** Formulas that are ordinary Excel now, and those that are values. */
  readonly records: readonly FormulaRecord[];
  /** Formulas of ours that are still there, and why. */
  readonly left: readonly LeftFormula[];
  /** Figures that were compared with those before and are the same, to a billionth. */
  readonly same: number;
  readonly changed: readonly ChangedValue[];
  /** New formulas that could not be compared here, and why. */
  readonly notChecked: readonly {
    readonly sheet: string;
    readonly at: string;
    readonly why: string;
  }[];
  /** What did not work once all formulas were changed, in words. */
  readonly warnings?: readonly string[];
}

/** Where something is, as people write it; a name of the whole workbook is on no sheet. */
export function placeInWords(place: { readonly sheet: string; readonly at: string }): string {
  return place.sheet === "" ? place.at : `${place.sheet}!${place.at}`;
}

/** What was compared, as a sentence. */
export function verifiedInWords({
  same,
  changed,
  notChecked,
}: Pick<ShareReport, "same" | "changed" | "notChecked">): string {
  const parts = [
    `${counted(same, "figure is", "figures are")} the same as before, to a billionth`,
    ...(changed.length > 0 ? [`${counted(changed.length, "differs", "differ")}`] : []),
    ...(notChecked.length > 0
      ? [`${counted(notChecked.length, "formula", "formulas")} could not be compared`]
      : []),
  ];
  return `${parts.join("; ")}.`;
}

/** What was done, a sentence a line. */
export function reportInWords(report: ShareReport): string[] {
  const { records, left, changed, notChecked, warnings = [] } = report;
  const values = records.filter(({ became }) => became === "value");
  const formulas = records.length - values.length;
  return [
    `${counted(formulas, "formula is", "formulas are")} ordinary Excel now; ${counted(values.length, "is a value", "are values")}.`,
    ...values.map((each) => `  ${placeInWords(each)} is a value because ${each.reason ?? ""}`),
    ...left.map((each) => `  ${placeInWords(each)} still calls AIM: ${each.reason}`),
    verifiedInWords(report),
    ...changed.map(
      (each) =>
        `  ${placeInWords(each)} showed ${each.before}, and its new formula gives ${each.after}`,
    ),
    ...notChecked.map((each) => `  ${placeInWords(each)} was not compared: ${each.why}`),
    ...warnings,
  ];
}
