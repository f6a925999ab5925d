import type { XmlElement } from "./xml-tree";

/** A piece of a text and what is to stand in its place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with some pieces changed and every other character as it was. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) throw new RangeError("two changes of a text overlap");
    pieces.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  return pieces.join("") + text.slice(at);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  // Readers make spaces or line feeds of these where they are not escaped.
  ["\r", "&#13;"],
  ["\n", "&#10;"],
  ["\t", "&#9;"],
]);

/** A text as the value of an attribute. */
export function attributeText(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ENTITIES.get(character) ?? character);
}

/** A text between tags. */
export function elementText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ENTITIES.get(character) ?? character);
}

/** The prefix of an element with its colon, for others of the same namespace. */
export function prefixOf({ tag }: XmlElement): string {
  return tag.slice(0, tag.indexOf(":") + 1);
}

/** An opening tag of the element with some attributes changed or, where undefined, left out. */
export function openingTag(
  { tag, attributes }: XmlElement,
  changes: Readonly<Record<string, string | undefined>> = {},
  end = ">",
): string {
  const written = Object.entries({ ...attributes, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attributeText(value)}"`],
  );
  return `<${tag}${written.join("")}${end}`;
}

/** Changes attributes of an element and nothing within it. */
export function attributesEdit(
  element: XmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): Edit {
  const isSelfClosing = element.to === element.inside;
  const text = openingTag(element, changes, isSelfClosing ? "/>" : ">");
  return { from: element.from, to: element.inside, text };
}

/** Puts a text in the place of all that an element holds. */
export function contentEdit(element: XmlElement, text: string): Edit {
  if (element.to === element.inside) {
    return {
      from: element.from,
      to: element.to,
      text: `${openingTag(element)}${text}</${element.tag}>`,
    };
  }
  return { from: element.inside, to: element.insideTo, text };
}

/** Adds a text after all that an element holds. */
export function appendEdit(element: XmlElement, text: string): Edit {
  if (element.to === element.inside) return contentEdit(element, text);
  return { from: element.insideTo, to: element.insideTo, text };
}

export function removalEdit({ from, to }: XmlElement): Edit {
  return { from, to, text: "" };
}
