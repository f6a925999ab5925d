import { attributesEdit, appendEdit, type Edit, edited, openingTag, prefixOf } from "./xml-edits";
import { child, childrenNamed, readXml, type XmlElement } from "./xml-tree";

/** The sections of a styles part in the order that ECMA-376 wants (CT_Stylesheet). */
const SECTIONS = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Numbers of formats below this are Excel's own. */
const FIRST_OWN_FORMAT = 164;

/** The styles of a workbook to which those of another have been added. */
export interface MergedStyles {
  readonly xml: string;
  /** The number of the cell style that was this one in the other workbook. */
  readonly cellStyle: (number: string) => string;
  /** The same for the style of a rule. */
  readonly ruleStyle: (number: string) => string;
}

interface Addition {
  readonly section: string;
  readonly items: readonly string[];
}

/** Adds items at the end of sections; sections that are missing are added where they belong. */
function additionEdits(root: XmlElement, additions: readonly Addition[]): Edit[] {
  const prefix = prefixOf(root);
  return additions
    .filter(({ items }) => items.length > 0)
    .flatMap(({ section, items }) => {
      const existing = child(root, section);
      if (existing) {
        const count = String(existing.children.length + items.length);
        const text = items.join("");
        if (existing.to > existing.inside) {
          return [attributesEdit(existing, { count }), appendEdit(existing, text)];
        }
        const whole = `${openingTag(existing, { count })}${text}</${existing.tag}>`;
        return [{ from: existing.from, to: existing.to, text: whole }];
      }
      const later = SECTIONS.slice(SECTIONS.indexOf(section) + 1);
      const at = root.children.find(({ name }) => later.includes(name))?.from ?? root.insideTo;
      const tag = `${prefix}${section}`;
      const text = `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
      return [{ from: at, to: at, text }];
    });
}

/** Adds the styles of one workbook, which has no prefixes in its XML, to those of another. */
export function mergeStyles(xml: string, root: XmlElement, otherXml: string): MergedStyles {
  const other = readXml(otherXml);
  const counts = (section: string) => child(root, section)?.children.length ?? 0;
  // Without a default namespace each item says its own.
  const namespace = prefixOf(root) === "" ? {} : { xmlns: MAIN };
  const itemsOf = (section: string) => child(other, section)?.children ?? [];

  const taken = childrenNamed(child(root, "numFmts"), "numFmt").map(({ attributes }) =>
    Number(attributes.numFmtId),
  );
  const firstFormat = Math.max(FIRST_OWN_FORMAT - 1, ...taken) + 1;
  const formats = new Map(
    itemsOf("numFmts").map(({ attributes }, i) => [attributes.numFmtId, String(firstFormat + i)]),
  );

  function written(
    element: XmlElement,
    changes: Readonly<Record<string, string | undefined>> = {},
  ): string {
    const end = element.to === element.inside ? "/>" : ">";
    const tag = openingTag(element, { ...namespace, ...changes }, end);
    return tag + otherXml.slice(element.inside, element.to);
  }
  const moved = (number: string | undefined, section: string) =>
    String(Number(number ?? 0) + counts(section));
  const format = (number: string | undefined) => formats.get(number) ?? number;

  const edits = additionEdits(root, [
    {
      section: "numFmts",
      items: itemsOf("numFmts").map((each) =>
        written(each, { numFmtId: format(each.attributes.numFmtId) }),
      ),
    },
    ...["fonts", "fills", "borders"].map((section) => ({
      section,
      items: itemsOf(section).map((each) => written(each)),
    })),
    {
      section: "cellXfs",
      items: itemsOf("cellXfs").map((each) => {
        const { numFmtId, fontId, fillId, borderId } = each.attributes;
        return written(each, {
          numFmtId: format(numFmtId),
          fontId: moved(fontId, "fonts"),
          fillId: moved(fillId, "fills"),
          borderId: moved(borderId, "borders"),
          xfId: "0",
        });
      }),
    },
    { section: "dxfs", items: itemsOf("dxfs").map((each) => written(each)) },
  ]);
  return {
    xml: edited(xml, edits),
    cellStyle: (number) => moved(number, "cellXfs"),
    ruleStyle: (number) => moved(number, "dxfs"),
  };
}
