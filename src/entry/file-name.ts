/** Long enough for any name, short enough for every file system and for a path around it. */
const LONGEST = 100;

/**
 * What file names must not hold: what Windows and macOS refuse, brackets, which Excel refuses in the
 * name of a workbook, and marks that turn the direction of text, which hide an ending.
 */
const REFUSED = /[\p{Cc}\\/:*?"<>|[\]\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Names of devices, which Windows keeps for itself with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;

/**
 * A name for an .xlsx file that Windows, macOS and Excel take: "What if: A/B" is
 * "What if A B.xlsx".
 *
 * @param title any text; where nothing of it is left the file is named Scenario
 */
export function xlsxFileName(title: string): string {
  const [...characters] = title.replace(REFUSED, " ").replace(/\s+/g, " ").trim();
  // At the start a dot hides a file and "~$" is a lock of Excel's; at the end Windows drops dots.
  const name = characters
    .slice(0, LONGEST)
    .join("")
    .replace(/^[.~$ ]+|[. ]+$/g, "");
  return `${(name || "Scenario").replace(DEVICE, "$& file")}.xlsx`;
}

/** Room for what is put behind the name of a file. */
const LONGEST_STEM = 80;

/**
 * What a share-safe copy is called: of "Plan.xlsx" it is "Plan (share-safe).xlsx".
 *
 * @param original the name of the file that was copied
 */
export function sharedFileName(original: string, isMacroEnabled: boolean): string {
  const [...stem] = original.replace(/\.[^.]*$/, "");
  const name = xlsxFileName(`${stem.slice(0, LONGEST_STEM).join("") || "Workbook"} (share-safe)`);
  return isMacroEnabled ? name.replace(/xlsx$/, "xlsm") : name;
}
