/** How formulas are printed: as ordinary Excel formulas, or as calls of the add-in's functions. */
export type FormulaStyle = "native" | "AIM";
