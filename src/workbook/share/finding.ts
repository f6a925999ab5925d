/** What is found in a workbook that is about to be sent to people without the add-in. */
export interface Finding {
  readonly kind: FindingKind;
  readonly sheet: string;
  /** The cell or cells, or the name, rule or chart. */
  readonly at: string;
  /** Whether `at` are cells that can be gone to. */
  readonly isCell: boolean;
  /** What was found and what to do about it, a sentence. */
  readonly text: string;
  readonly formula?: string;
}

/** Kinds of findings, those first that turn figures into errors. */
export const FINDING_KINDS = {
  call: "Formulas that need the add-in",
  error: "Errors, and figures that are not calculated yet",
  oldPrice: "Pinned prices that have changed since",
  undated: "Prices without a date",
  constant: "Numbers written into formulas",
  overwritten: "Numbers typed over formulas of a scenario",
} as const;

export type FindingKind = keyof typeof FINDING_KINDS;
