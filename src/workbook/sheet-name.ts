const LONGEST = 31;
const FORBIDDEN = /[:\\/?*[\]]/g;
const RESERVED = "history";

/** Whether Excel allows a sheet to have the name. */
export function isSheetName(name: string): boolean {
  return (
    name.trim() !== "" &&
    name.length <= LONGEST &&
    !/[:\\/?*[\]]|^'|'$/.test(name) &&
    name.toLowerCase() !== RESERVED
  );
}

/**
 * A sheet name as near to the wanted one as Excel allows and that no sheet has yet: forbidden
 * characters become spaces, at most 31 characters, and a number in brackets where the name is
 * taken (case does not count). "History" belongs to Excel.
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted
    .replace(FORBIDDEN, " ")
    .replace(/^'+|'+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const base = clean || "Scenario";
  const used = new Set([...taken, RESERVED].map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = base.slice(0, LONGEST - suffix.length).replace(/[\s']+$/, "") + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
