import type { Plan } from "../plan";
import { freeSheetName } from "../sheet-name";
import { ABOUT_SHEET, aboutSheet, type Provenance } from "./about-sheet";
import { FORMULAS_SHEET, formulasSheet } from "./formulas-sheet";
import type { Sharing } from "./share-book";

/**
 * The sheets that a workbook gets when it is made share-safe: pinned prices where formulas look
 * in them, the formulas that were replaced, and what the figures are. Undefined where there was
 * nothing to replace.
 *
 * @param taken the names of the sheets that the workbook has
 */
export function planShareSheets(
  { records, functions, prices }: Sharing,
  taken: readonly string[],
  about: Omit<Provenance, "records" | "functions">,
): Plan | undefined {
  if (records.length === 0) return undefined;
  const used = [...taken, ...(prices ? [prices.name] : [])];
  const aboutName = freeSheetName(ABOUT_SHEET, used);
  const formulasName = freeSheetName(FORMULAS_SHEET, [...used, aboutName]);
  return {
    sheets: [
      aboutSheet(aboutName, { ...about, records, functions }),
      ...(prices ? [prices] : []),
      formulasSheet(formulasName, records, about.madeOn),
    ],
    show: aboutName,
  };
}
