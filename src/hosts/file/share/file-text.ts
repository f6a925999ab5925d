import { child, childrenNamed, type XmlElement } from "./xml-tree";

/** In files `_x000D_` stands for a character that XML cannot hold (ECMA-376, ST_Xstring). */
export function unescapedText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A text so that nothing in it is taken for such a character. */
export function escapedText(text: string): string {
  return text.replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&");
}

/** The text of `<si>` or `<is>`: of its own or of its runs, without how Japanese is read. */
export function richText(element: XmlElement | undefined): string {
  const runs = childrenNamed(element, "r").map((run) => child(run, "t"));
  const texts = [child(element, "t"), ...runs].map((text) => text?.text ?? "");
  return unescapedText(texts.join(""));
}
