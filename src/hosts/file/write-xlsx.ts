import { writeXlsx as writePackage } from "hucre/xlsx";
import { checkSheetNames } from "../../workbook/check-sheet-names";
import type { Plan } from "../../workbook/plan";
import { FONT } from "../../workbook/theme";
import { completePackage } from "./complete-package";
import { fileSheet } from "./file-sheet";

/** What a file says about itself. */
export interface FileProperties {
  readonly title: string;
  readonly subject?: string;
  /** What the workbook is about, in a sentence. */
  readonly description?: string;
  /** When the file is written. */
  readonly at: Date;
}

/**
 * The bytes of an .xlsx file that holds the sheets of a plan. Every formula brings its value, so
 * that viewers that do not calculate show figures too.
 *
 * @param plan with ordinary formulas: the add-in's functions are unknown where it is missing
 * @throws HostError if a sheet has a name that Excel does not allow, or that another has
 */
export async function writeXlsx(plan: Plan, properties: FileProperties): Promise<Uint8Array> {
  checkSheetNames(plan, []);
  const sheets = plan.sheets.map(fileSheet);
  const { at, ...texts } = properties;
  const bytes = await writePackage({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    activeSheet: Math.max(
      0,
      plan.sheets.findIndex(({ name }) => name === plan.show),
    ),
    defaultFont: { name: FONT, size: 11 },
    properties: { ...texts, creator: "AIM", created: at, modified: at },
  });
  return completePackage(bytes, sheets, at);
}
