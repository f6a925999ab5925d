import type { Plan } from "../../../workbook/plan";
import type { BookChanges, CellChange } from "../../../workbook/share/book";
import { addSheets } from "./add-sheets";
import { formulaEdits, nameEdits } from "./change-formulas";
import type { CellWriting } from "./change-cells";
import { dynamicMark, dynamicMarks } from "./dynamic-mark";
import { numbersBeforeCalls, removeLeftLinks } from "./external-links";
import { FilePackage } from "./file-package";
import { rulePlaces } from "./formula-places";
import { groupedBy } from "./grouped-by";
import { otherParts } from "./other-parts";
import { CellEdits } from "./sheet-changes";
import { removeSignatures } from "./signatures";
import { removeOwnExtensions } from "./web-extensions";
import { sharedTexts, type SheetPart, sheetParts } from "./workbook-part";
import { edited } from "./xml-edits";

type OtherChange = BookChanges["others"][number];

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Changes the formulas of sheets and of what belongs to them. */
class FormulaChanges {
  /** Stored formulas that are no longer there, as far as they name other workbooks. */
  replaced: readonly string[] = [];
  readonly #found = new Set<OtherChange>();
  readonly #writing: CellWriting;

  constructor(
    private readonly parts: FilePackage,
    private readonly changes: BookChanges,
  ) {
    this.#writing = {
      texts: once(() => sharedTexts(parts)),
      dynamicMark: once(() => dynamicMark(parts)),
    };
  }

  /** @throws RangeError for changes of what the file does not have */
  carryOut(sheets: readonly SheetPart[]): void {
    const { cells, others } = this.changes;
    const bySheet = groupedBy(cells, ({ sheet }) => sheet);
    const othersBySheet = groupedBy(others, ({ sheet }) => sheet);
    for (const sheet of sheets) {
      const wanted = othersBySheet.get(sheet.name) ?? [];
      this.#changeSheet(sheet, bySheet.get(sheet.name) ?? [], wanted);
      this.#changeOthers(sheet, wanted);
      bySheet.delete(sheet.name);
    }
    const [lost] = bySheet.keys();
    if (lost !== undefined) throw new RangeError(`the file has no sheet "${lost}"`);
    const missed = others.find((other) => !this.#found.has(other));
    if (missed)
      throw new RangeError(`"${missed.sheet}" has no such ${missed.where} at ${missed.at}`);
    this.#changeNames(sheets);
    this.replaced = [...this.replaced, ...others.map(({ before }) => before.slice(1))];
  }

  #changeSheet(
    { path, hasCells, name }: SheetPart,
    cells: readonly CellChange[],
    others: readonly OtherChange[],
  ): void {
    if (!hasCells && cells.length > 0) throw new RangeError(`the sheet "${name}" has no cells`);
    const isRule = ({ where }: OtherChange) => where !== "chart" && where !== "table column";
    if (cells.length === 0 && !others.some(isRule)) return;
    const xml = this.parts.xml(path);
    const finder = new CellEdits(cells, this.#writing, dynamicMarks(this.parts));
    const { root, edits } = finder.collect(this.parts, path, xml);
    const rules = formulaEdits(rulePlaces(root), xml, others, this.#found);
    this.parts.write(path, edited(xml, [...edits, ...rules]));
    this.replaced = [...this.replaced, ...finder.replaced];
  }

  #changeOthers(sheet: SheetPart, others: readonly OtherChange[]): void {
    if (others.length === 0) return;
    for (const { path, places } of otherParts(this.parts, sheet)) {
      this.parts.change(path, (root, xml) => formulaEdits(places(root), xml, others, this.#found));
    }
  }

  #changeNames(sheets: readonly SheetPart[]): void {
    const { names } = this.changes;
    const sheetNames = sheets.map(({ name }) => name);
    this.parts.change(this.parts.mainPart, (workbook) => {
      const found = nameEdits(workbook, sheetNames, names);
      this.replaced = [...this.replaced, ...found.map(({ before }) => before)];
      return found.map(({ edit }) => edit);
    });
  }
}

/** The order in which Excel calculates: it makes it anew, and takes one that does not fit for damage. */
function removeCalculationOrder(parts: FilePackage): void {
  const main = parts.mainPart;
  const found = parts.relationships(main).find(({ type }) => type === "calcChain");
  if (!found) return;
  parts.unrelate(main, ({ id }) => id === found.id);
  if (found.target !== undefined && parts.has(found.target)) parts.remove(found.target);
}

/**
 * A copy of an .xlsx or .xlsm file with some formulas changed and sheets added. Cells keep their
 * looks and the values that they show. What has to do with the add-in is taken out: its pane, links
 * that damaged calls have left; digital signatures, which no copy can keep, too. Everything else
 * stays as it is to the byte.
 *
 * @param bytes never changed
 * @throws HostError for what is no workbook (see `readBook`); RangeError for changes of what it
 * does not hold
 */
export async function writeShared(
  bytes: Uint8Array,
  changes: BookChanges,
  addedSheets?: Plan,
): Promise<Uint8Array> {
  const parts = new FilePackage(bytes);
  const sheets = sheetParts(parts, parts.tree(parts.mainPart));
  const formulas = new FormulaChanges(parts, changes);
  formulas.carryOut(sheets);
  if (changes.cells.length > 0) removeCalculationOrder(parts);
  removeLeftLinks(parts, sheets, numbersBeforeCalls(formulas.replaced));
  removeOwnExtensions(parts);
  removeSignatures(parts);
  if (addedSheets) await addSheets(parts, addedSheets);
  return parts.toBytes();
}
