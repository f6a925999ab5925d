import type { Plan } from "../workbook/plan";

/** How a file got to the user. */
export type SavedFile =
  /** Among the downloads, under this name. */
  | { readonly to: "downloads"; readonly name: string }
  /** Open as a workbook of its own, which the user has yet to save. */
  | { readonly to: "newWorkbook" };

/**
 * Hands a plan to the user as an .xlsx file.
 *
 * @param plan with ordinary formulas
 * @param title what the file is called, and says it is
 * @throws HostError in words for the user
 */
export type SaveFile = (plan: Plan, title: string) => Promise<SavedFile>;

/**
 * Hands a text to the user as a file.
 *
 * @param name with its ending, such as "Problems.csv"
 */
export type SaveText = (text: string, name: string) => Promise<SavedFile>;

/** Where a file is, as a sentence. */
export function savedInWords(saved: SavedFile): string {
  return saved.to === "downloads"
    ? `“${saved.name}” is in your downloads.`
    : "Opened as a new workbook: save it where you want it.";
}
