import { tokenize } from "@borgar/fx/xlsx";
import { findCalls } from "../../../workbook/share/own-calls";
import type { FilePackage } from "./file-package";
import { formulaParts, type PartFormulas } from "./formula-parts";
import type { SheetPart } from "./workbook-part";
import { type Edit, edited, removalEdit } from "./xml-edits";
import { child, prefixedAttribute } from "./xml-tree";

/** The number of another workbook at the start of what names it: "[2]" or "'[2]My Sheet'". */
const NUMBER = /^('?)\[(\d+)\]/;

/** The numbers of other workbooks that damaged calls of our functions name, such as `[2]!_xldudf_AIM_X(`. */
export function numbersBeforeCalls(stored: readonly string[]): Set<number> {
  const numbers = stored.flatMap((each) => {
    const formula = `=${each}`;
    return findCalls(formula).flatMap(({ from }) => NUMBER.exec(formula.slice(from))?.[2] ?? []);
  });
  return new Set(numbers.map(Number));
}

/** A formula with the numbers of other workbooks changed. */
function renumbered(stored: string, numberOf: (number: number) => number): string {
  if (!stored.includes("[")) return stored;
  const tokens = tokenize(`=${stored}`, { mergeRefs: false });
  const texts = tokens.map(({ type, value }) =>
    type === "context" || type === "context_quote"
      ? value.replace(NUMBER, (_, quote: string, number) => `${quote}[${numberOf(Number(number))}]`)
      : value,
  );
  return texts.join("").slice(1);
}

/** The numbers of other workbooks that a formula names. */
function numbersIn(stored: string): number[] {
  const numbers: number[] = [];
  renumbered(stored, (number) => {
    numbers.push(number);
    return number;
  });
  return numbers;
}

/** Whatever in a text may be the number of another workbook. */
function possibleNumbers(text: string): number[] {
  return [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
}

/** Parts whose brackets are never about other workbooks. */
const OTHER_TYPES =
  /sharedStrings|styles|theme|comments|externalLink|calcChain|properties|relationships|persons|image|pivotCacheRecords|^$/i;

/** Whether a workbook from this number on may be meant in a place where it cannot be changed. */
function isNamedElsewhere(
  parts: FilePackage,
  read: readonly PartFormulas[],
  isMeant: (number: number) => boolean,
): boolean {
  const known = new Set(read.map(({ path }) => path));
  const isInText = read.some(({ rest, formulas }) => {
    const found = formulas.filter(({ isInCell }) => !isInCell);
    const changed = found.flatMap(({ stored }) => numbersIn(stored)).filter(isMeant).length;
    return possibleNumbers(rest).filter(isMeant).length > changed;
  });
  const isInPart = (path: string) =>
    !known.has(path) &&
    /\.(?:xml|vml)$/i.test(path) &&
    !OTHER_TYPES.test(parts.contentType(path)) &&
    possibleNumbers(parts.xml(path)).some(isMeant);
  return isInText || parts.paths.some(isInPart);
}

/** Takes the link to another workbook away, and makes up for its number. */
function removeLink(parts: FilePackage, read: readonly PartFormulas[], number: number): void {
  for (const { path, xml, formulas } of read) {
    const edits = formulas.flatMap(({ stored, set }): Edit[] => {
      const now = renumbered(stored, (each) => (each > number ? each - 1 : each));
      return now === stored ? [] : [set(now)];
    });
    if (edits.length > 0) parts.write(path, edited(xml, edits));
  }
  const main = parts.mainPart;
  parts.change(main, (workbook) => {
    const links = child(workbook, "externalReferences");
    const link = links?.children[number - 1];
    if (!links || !link) return [];
    const id = prefixedAttribute(link, "id");
    const target = parts.relationships(main).find((each) => each.id === id)?.target;
    parts.unrelate(main, (each) => each.id === id);
    if (target !== undefined) parts.remove(target);
    return [removalEdit(links.children.length === 1 ? links : link)];
  });
}

/**
 * Takes away the links to other workbooks that damaged calls of our functions have left, where
 * nothing else needs them: else a colleague is asked to update links to a file that never was.
 * Where it is not certain that nothing does, a link stays.
 *
 * @param numbers of the workbooks that the calls named
 */
export function removeLeftLinks(
  parts: FilePackage,
  sheets: readonly SheetPart[],
  numbers: ReadonlySet<number>,
): void {
  for (const number of [...numbers].sort((a, b) => b - a)) {
    const count = child(parts.tree(parts.mainPart), "externalReferences")?.children.length ?? 0;
    if (number < 1 || number > count) continue;
    const read = formulaParts(parts, sheets);
    const named = read.flatMap(({ formulas }) =>
      formulas.flatMap(({ stored }) => numbersIn(stored)),
    );
    const isMeant = (each: number) => each >= number && each <= count;
    if (named.includes(number) || isNamedElsewhere(parts, read, isMeant)) continue;
    removeLink(parts, read, number);
  }
}
