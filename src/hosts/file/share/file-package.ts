import { damaged, refusalOfArchive, refusalOfBytes, refusalOfType } from "./refusal";
import { deflatedEntry, inflated } from "./inflate";
import { type Relationship, relationshipsIn, relationshipsPath } from "./relationships";
import { decodedXml } from "./decode-xml";
import { type Edit, appendEdit, attributeText, edited, prefixOf, removalEdit } from "./xml-edits";
import { childrenNamed, MalformedXml, readXml, type XmlElement } from "./xml-tree";
import { type ArchiveEntry, archiveEntries, archiveOf, DamagedArchive } from "./zip-archive";
import { checkPart, checkSizes } from "./size-limits";

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Names of parts are the same in any case. */
function key(path: string): string {
  return path.toLowerCase();
}

/**
 * The parts of an Office file. Parts are inflated when they are read; those that are not changed
 * are written as they came, to the bit.
 */
export class FilePackage {
  readonly #entries: Map<string, ArchiveEntry>;

  /** @throws HostError for what is no .xlsx workbook, damaged or too large */
  constructor(bytes: Uint8Array) {
    const refused = refusalOfBytes(bytes);
    if (refused) throw refused;
    const entries = this.#guarded(() => archiveEntries(bytes));
    checkSizes(entries);
    this.#entries = new Map(entries.map((entry) => [key(entry.name), entry]));
    if (this.#entries.size < entries.length) throw damaged("Two of its parts have the same name.");
    if (!this.has(CONTENT_TYPES)) throw refusalOfArchive(this.#mimeType());
    const wrongType = refusalOfType(this.contentType(this.mainPart));
    if (wrongType) throw wrongType;
  }

  #mimeType(): string | undefined {
    const entry = this.#entries.get("mimetype");
    return entry && new TextDecoder().decode(this.#guarded(() => inflated(entry)));
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof DamagedArchive) throw damaged(`The file ${error.message}.`);
      throw error;
    }
  }

  /** The workbook part. */
  get mainPart(): string {
    const main = this.relationships("").find(({ type }) => type === "officeDocument")?.target;
    if (main === undefined || !this.has(main)) throw damaged("It names no main part.");
    return main;
  }

  get paths(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(path: string): boolean {
    return this.#entries.has(key(path));
  }

  /** @throws HostError if there is no such part, or if it is damaged */
  bytes(path: string): Uint8Array {
    const entry = this.#entries.get(key(path));
    if (!entry) throw damaged(`It has no part ${path}, though another part needs it.`);
    checkPart(entry);
    return this.#guarded(() => inflated(entry));
  }

  xml(path: string): string {
    return decodedXml(this.bytes(path), path);
  }

  /** The root element of a part; see `readXml`. */
  tree(path: string, xml = this.xml(path), onEnd?: Parameters<typeof readXml>[1]): XmlElement {
    try {
      return readXml(xml, onEnd);
    } catch (error) {
      if (error instanceof MalformedXml)
        throw damaged(`${path} is no proper XML: ${error.message}`);
      throw error;
    }
  }

  write(path: string, content: string | Uint8Array): void {
    const before = this.#entries.get(key(path)) ?? this.#entries.get(key(CONTENT_TYPES));
    const name = this.#entries.get(key(path))?.name ?? path;
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.#entries.set(key(path), deflatedEntry(name, bytes, before?.time ?? 0));
  }

  /** Changes a part at some places that are found in its tree. */
  change(path: string, edits: (root: XmlElement, xml: string) => readonly Edit[]): void {
    const xml = this.xml(path);
    const found = edits(this.tree(path, xml), xml);
    if (found.length > 0) this.write(path, edited(xml, found));
  }

  /** What a part refers to; "" is the package itself. */
  relationships(part: string): Relationship[] {
    const path = relationshipsPath(part);
    return this.has(path) ? relationshipsIn(this.tree(path), part) : [];
  }

  /** Adds a reference from a part to another and gives its id. */
  relate(part: string, type: string, target: string): string {
    const path = relationshipsPath(part);
    if (!this.has(path))
      this.write(path, `<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`);
    const ids = new Set(this.relationships(part).map(({ id }) => id.toLowerCase()));
    let number = ids.size + 1;
    while (ids.has(`rid${number}`)) number += 1;
    const id = `rId${number}`;
    this.change(path, (root) => [
      appendEdit(
        root,
        `<${prefixOf(root)}Relationship Id="${id}" Type="${type}" Target="${attributeText(target)}"/>`,
      ),
    ]);
    return id;
  }

  /** Takes references away that a part makes. */
  unrelate(part: string, isUnwanted: (relationship: Relationship) => boolean): void {
    this.change(relationshipsPath(part), (root) =>
      relationshipsIn(root, part)
        .filter(isUnwanted)
        .map(({ element }) => removalEdit(element)),
    );
  }

  /** The type of a part; "" where none is stated. */
  contentType(path: string): string {
    const root = this.tree(CONTENT_TYPES);
    const own = childrenNamed(root, "Override").find(
      ({ attributes }) => key(attributes.PartName ?? "") === `/${key(path)}`,
    );
    const ending = key(path.slice(path.lastIndexOf(".") + 1));
    const common = childrenNamed(root, "Default").find(
      ({ attributes }) => key(attributes.Extension ?? "") === ending,
    );
    return (own ?? common)?.attributes.ContentType ?? "";
  }

  add(path: string, contentType: string, content: string | Uint8Array): void {
    this.write(path, content);
    this.change(CONTENT_TYPES, (root) => [
      appendEdit(
        root,
        `<${prefixOf(root)}Override PartName="/${attributeText(path)}" ContentType="${contentType}"/>`,
      ),
    ]);
  }

  /** Takes a part away with what it refers to by itself and its type; who refers to it is left. */
  remove(path: string): void {
    this.#entries.delete(key(path));
    this.#entries.delete(key(relationshipsPath(path)));
    this.change(CONTENT_TYPES, (root) =>
      childrenNamed(root, "Override")
        .filter(({ attributes }) => key(attributes.PartName ?? "") === `/${key(path)}`)
        .map(removalEdit),
    );
  }

  /** The whole file. */
  toBytes(): Uint8Array {
    return archiveOf([...this.#entries.values()]);
  }
}
