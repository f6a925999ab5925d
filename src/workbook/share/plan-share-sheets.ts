import type { SheetPlan } from "../plan";
import { freeSheetName } from "../sheet-name";
import { ABOUT_SHEET, aboutSheet, type Provenance } from "./about-sheet";
import { FORMULAS_SHEET, formulasSheet } from "./formulas-sheet";
import type { Sharing } from "./share-book";

/** The sheets that a workbook gets when it is made share-safe. */
export interface ShareSheets {
  /** Pinned prices, where formulas look in them, and the formulas that were replaced. */
  readonly kept: readonly SheetPlan[];
  /** What the figures are and where they come from. */
  readonly about: (provenance: Omit<Provenance, "records" | "functions" | "madeOn">) => SheetPlan;
}

/**
 * Plans the sheets that come with a workbook's new formulas.
 *
 * @param taken the names of the sheets that the workbook has
 * @param madeOn day on which it is made share-safe, such as "2026-09-01"
 */
export function planShareSheets(
  { records, functions, prices }: Sharing,
  taken: readonly string[],
  madeOn: string,
): ShareSheets {
  const used = [...taken, ...(prices ? [prices.name] : [])];
  const formulasName = freeSheetName(FORMULAS_SHEET, used);
  const aboutName = freeSheetName(ABOUT_SHEET, [...used, formulasName]);
  return {
    kept: [...(prices ? [prices] : []), formulasSheet(formulasName, records, madeOn)],
    about: (provenance) => aboutSheet(aboutName, { ...provenance, madeOn, records, functions }),
  };
}
