import type { BookChanges } from "../../../workbook/share/book";
import { escapedText } from "./file-text";
import type { FormulaPlace } from "./formula-places";
import { storedFormula } from "./stored-formula";
import {
  attributesEdit,
  contentEdit,
  type Edit,
  elementText,
  prefixOf,
  removalEdit,
} from "./xml-edits";
import { child, childrenNamed, type XmlElement } from "./xml-tree";

type OtherChange = BookChanges["others"][number];

/** What goes with the last thing in it. */
const CONTAINERS = [
  "conditionalFormatting",
  "conditionalFormattings",
  "dataValidations",
  "ext",
  "extLst",
];

/** Takes rules away, and what would be left empty without them. */
function removals(rules: ReadonlySet<XmlElement>): Edit[] {
  const removed = new Set(rules);
  for (const rule of rules) {
    let parent = rule.parent;
    while (parent && CONTAINERS.includes(parent.name)) {
      if (!childrenOf(parent).every((each) => removed.has(each))) break;
      removed.add(parent);
      parent = parent.parent;
    }
  }
  const edits = [...removed]
    .filter(({ parent }) => !parent || !removed.has(parent))
    .map((element) => removalEdit(element));
  const counted = new Set([...removed].map(({ parent }) => parent));
  for (const parent of counted) {
    if (!parent || removed.has(parent) || parent.attributes.count === undefined) continue;
    const left = parent.children.filter((each) => !removed.has(each)).length;
    edits.push(attributesEdit(parent, { count: String(left) }));
  }
  return edits;
}

/** The cells of a rule of an extension stand beside what the rule is removed with. */
function childrenOf({ children }: XmlElement): XmlElement[] {
  return children.filter(({ name }) => name !== "sqref");
}

/** What a chart can hold in place of references. */
const LITERALS: Readonly<Record<string, string>> = { numRef: "numLit", strRef: "strLit" };

/** Without its formula a chart keeps the values that it shows. */
function frozenChart(reference: XmlElement, xml: string): Edit {
  const prefix = prefixOf(reference);
  const cache = child(reference, "numCache") ?? child(reference, "strCache");
  const content = cache ? xml.slice(cache.inside, cache.insideTo) : "";
  const { from, to, parent } = reference;
  if (parent?.name === "tx") {
    const text = child(child(cache, "pt"), "v")?.text ?? "";
    return { from, to, text: `<${prefix}v>${elementText(text)}</${prefix}v>` };
  }
  const name = LITERALS[reference.name];
  if (name === undefined)
    throw new RangeError(`a chart needs the formula of its ${reference.name}`);
  return { from, to, text: `<${prefix}${name}>${content}</${prefix}${name}>` };
}

/** The edits of a part that change formulas in no cell; each change that is found is taken out of `wanted`. */
export function formulaEdits(
  places: readonly FormulaPlace[],
  xml: string,
  changes: readonly OtherChange[],
  found: Set<OtherChange>,
): Edit[] {
  const rules = new Set<XmlElement>();
  const edits: (Edit & { readonly rule: XmlElement })[] = [];
  for (const { where, at, formula, rule, set } of places) {
    const change = changes.find(
      (each) => each.where === where && each.at === at && each.before === formula,
    );
    if (!change) continue;
    found.add(change);
    if (change.formula !== undefined) {
      edits.push({ ...set(escapedText(storedFormula(change.formula, false))), rule });
    } else if (where === "chart") {
      edits.push({ ...frozenChart(rule, xml), rule });
    } else {
      rules.add(rule);
    }
  }
  return [...edits.filter(({ rule }) => !rules.has(rule)), ...removals(rules)];
}

/** The edits of the workbook part that change what names stand for. */
export function nameEdits(
  workbook: XmlElement,
  sheetNames: readonly string[],
  names: BookChanges["names"],
): { readonly before: string; readonly edit: Edit }[] {
  const elements = childrenNamed(child(workbook, "definedNames"), "definedName");
  return names.map(({ name, sheet, formula }) => {
    const element = elements.find(({ attributes }) => {
      const { localSheetId } = attributes;
      const own = localSheetId === undefined ? undefined : sheetNames[Number(localSheetId)];
      return attributes.name?.toLowerCase() === name.toLowerCase() && own === sheet;
    });
    if (!element) throw new RangeError(`the file has no name "${name}"`);
    const text = elementText(escapedText(storedFormula(formula, false)));
    return { before: element.text, edit: contentEdit(element, text) };
  });
}
