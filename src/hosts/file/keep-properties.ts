import type { FileSheet } from "./file-sheet";
import { xmlText } from "./xml-text";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOCUMENT_RELATIONSHIPS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

/** The package that is completed, as far as properties are concerned. */
interface Parts {
  readonly has: (path: string) => boolean;
  readonly add: (path: string, content: string | Uint8Array) => void;
  readonly change: (path: string, change: (xml: string) => string) => void;
}

/** A text as Excel keeps it in a property: two bytes a character, the lower one first. */
function asUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}

// They come before drawings and tables.
const AFTER_PROPERTIES = /<drawing |<tableParts |<extLst|<\/worksheet>/;

/** Keeps the texts that belong to sheets and are not shown in them, as custom properties of sheets. */
export function keepProperties(parts: Parts, sheets: readonly FileSheet[]): void {
  let number = 0;
  for (const [i, { properties }] of sheets.entries()) {
    const kept = Object.entries(properties).map(([key, value]) => ({ key, value, id: ++number }));
    if (kept.length === 0) continue;
    for (const { value, id } of kept) parts.add(`xl/customProperty${id}.bin`, asUtf16(value));
    const entries = kept.map(
      ({ key, id }) => `<customPr name="${xmlText(key)}" r:id="property${id}"/>`,
    );
    parts.change(`xl/worksheets/sheet${i + 1}.xml`, (xml) =>
      xml.replace(
        AFTER_PROPERTIES,
        (next) => `<customProperties>${entries.join("")}</customProperties>${next}`,
      ),
    );
    const links = kept.map(
      ({ id }) =>
        `<Relationship Id="property${id}" Type="${DOCUMENT_RELATIONSHIPS}/customProperty" Target="../customProperty${id}.bin"/>`,
    );
    const path = `xl/worksheets/_rels/sheet${i + 1}.xml.rels`;
    if (!parts.has(path)) {
      parts.add(path, `<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`);
    }
    parts.change(path, (xml) =>
      xml.replace("</Relationships>", (end) => `${links.join("")}${end}`),
    );
  }
  if (number === 0) return;
  parts.change("[Content_Types].xml", (xml) =>
    xml.replace(/<Types[^>]*>/, (start) => {
      return `${start}<Default Extension="bin" ContentType="${CONTENT_TYPE}"/>`;
    }),
  );
}
