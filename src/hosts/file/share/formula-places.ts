import type { OtherFormula } from "../../../workbook/share/book";
import { unescapedText } from "./file-text";
import { shownFormula } from "./stored-formula";
import { attributesEdit, contentEdit, type Edit, elementText } from "./xml-edits";
import { child, childrenNamed, descendants, type XmlElement } from "./xml-tree";

/** A formula that stands in no cell, and where a part of the file keeps it. */
export interface FormulaPlace extends Pick<OtherFormula, "where" | "at" | "formula"> {
  /** As it is stored. */
  readonly stored: string;
  /** Puts another stored formula in its place. */
  readonly set: (stored: string) => Edit;
  /** What goes if there is to be no formula. */
  readonly rule: XmlElement;
}

type About = Pick<FormulaPlace, "where" | "at" | "rule">;

function inElement(element: XmlElement, about: About): FormulaPlace {
  return {
    ...about,
    stored: element.text,
    formula: shownFormula(unescapedText(element.text)),
    set: (stored) => contentEdit(element, elementText(stored)),
  };
}

function inAttribute(element: XmlElement, name: string, about: About): FormulaPlace[] {
  const stored = element.attributes[name];
  if (stored === undefined) return [];
  return [
    {
      ...about,
      stored,
      formula: shownFormula(stored),
      set: (text) => attributesEdit(element, { [name]: text }),
    },
  ];
}

/** The cells that a rule is about: an attribute, or in extensions an element. */
function cellsOf(element: XmlElement): string {
  return element.attributes.sqref ?? child(element, "sqref")?.text ?? "";
}

function isFormula({ text, parent }: XmlElement): boolean {
  // Bounds of scales and bars are numbers unless they say that they are formulas.
  const isBound = parent?.name === "cfvo" && parent.attributes.type !== "formula";
  return text.trim() !== "" && !isBound;
}

function formatPlaces(format: XmlElement): FormulaPlace[] {
  const at = cellsOf(format);
  return childrenNamed(format, "cfRule").flatMap((rule) => {
    const about: About = { where: "conditional format", at, rule };
    const elements = [...descendants(rule, "formula"), ...descendants(rule, "f")];
    const bounds = descendants(rule, "cfvo").filter(
      ({ attributes }) => attributes.type === "formula",
    );
    return [
      ...elements.filter(isFormula).map((element) => inElement(element, about)),
      ...bounds.flatMap((bound) => inAttribute(bound, "val", about)),
    ];
  });
}

function validationPlaces(rule: XmlElement): FormulaPlace[] {
  const about: About = { where: "validation", at: cellsOf(rule), rule };
  return ["formula1", "formula2"].flatMap((name) =>
    childrenNamed(rule, name)
      .map((element) => child(element, "f") ?? element)
      .filter(isFormula)
      .map((element) => inElement(element, about)),
  );
}

/** Formulas of rules on a sheet: conditional formats and validations, in extensions too. */
export function rulePlaces(sheet: XmlElement): FormulaPlace[] {
  return [
    ...descendants(sheet, "conditionalFormatting").flatMap(formatPlaces),
    ...descendants(sheet, "dataValidation").flatMap(validationPlaces),
  ];
}

/** Formulas of the columns of a table. */
export function columnPlaces(table: XmlElement): FormulaPlace[] {
  const { displayName = "" } = table.attributes;
  const columns = childrenNamed(child(table, "tableColumns"), "tableColumn");
  return columns.flatMap((column) => {
    const at = `${displayName}[${unescapedText(column.attributes.name ?? "")}]`;
    return ["calculatedColumnFormula", "totalsRowFormula"].flatMap((name) =>
      childrenNamed(column, name)
        .filter(isFormula)
        .map((rule) => inElement(rule, { where: "table column", at, rule })),
    );
  });
}

/** What a chart draws: references and names. */
export function chartPlaces(chart: XmlElement, at: string): FormulaPlace[] {
  return descendants(chart, "f")
    .filter(isFormula)
    .map((element) => inElement(element, { where: "chart", at, rule: element.parent ?? element }));
}
