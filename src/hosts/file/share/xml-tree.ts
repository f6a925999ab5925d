import { SaxesParser } from "saxes";

/** An element of an XML text, and where it stands in it. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly tag: string;
  /** Without its prefix: what an element is follows from where it stands. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** From its "<". */
  readonly from: number;
  /** After the ">" of its opening tag. */
  readonly inside: number;
  /** At the "<" of its closing tag; where there is none, as `inside`. */
  readonly insideTo: number;
  /** After its last ">". */
  readonly to: number;
}

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & {
  parent: Growing | undefined;
  children: Growing[];
};

/** An XML text that breaks the rules of XML. */
export class MalformedXml extends Error {
  override readonly name = "MalformedXml";
}

/** What comes after an element's prefix. */
export function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}

/**
 * The root element of an XML text.
 *
 * @param onEnd called with each element when it ends; where it gives "drop", the element does not
 * stay in the tree, so that sheets of any length need little room
 * @throws MalformedXml
 */
export function readXml(
  xml: string,
  onEnd?: (element: XmlElement) => "drop" | undefined,
): XmlElement {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let current: Growing | undefined;
  let root: Growing | undefined;
  const addText = (text: string) => {
    if (current) current.text += text;
  };
  parser.on("error", (error) => {
    throw new MalformedXml(error.message);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const inside = parser.position;
    const element: Growing = {
      tag: name,
      name: localName(name),
      attributes,
      parent: current,
      children: [],
      text: "",
      // Neither names nor values of attributes hold "<".
      from: xml.lastIndexOf("<", inside - 1),
      inside,
      insideTo: inside,
      to: inside,
    };
    current?.children.push(element);
    current = element;
    root ??= element;
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", ({ isSelfClosing }) => {
    if (!current) return;
    if (!isSelfClosing) {
      current.to = parser.position;
      current.insideTo = xml.lastIndexOf("<", current.to - 1);
    }
    const ended = current;
    current = ended.parent;
    if (onEnd?.(ended) === "drop") current?.children.pop();
  });
  parser.write(xml).close();
  if (!root) throw new MalformedXml("it has no element");
  return root;
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** All elements of a name at any depth, in the order of the text. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open = [...element.children].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.name === name) found.push(next);
    for (const each of [...next.children].reverse()) open.push(each);
  }
  return found;
}

/** The value of an attribute with a prefix, whichever it is: "id" finds `r:id`. */
export function prefixedAttribute({ attributes }: XmlElement, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return found === undefined ? undefined : attributes[found];
}

/** Whether an attribute says yes, as XML Schema has it. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
