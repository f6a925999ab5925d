import { strFromU8, unzipSync } from "fflate";
import type { CellValue, KeptProperties } from "../../../src/workbook/host";
import { cellPosition } from "../../engines/cells";
import type { InputCheck, Look } from "../contract";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function plainText(xml: string): string {
  return xml.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** Elements of a name that do not hold their like, with their attributes and what is in them. */
function elements(xml: string, name: string) {
  const pattern = new RegExp(`<${name}((?: [^>]*?)?)(?:/>|>(.*?)</${name}>)`, "gs");
  return [...xml.matchAll(pattern)].map(([, attributes = "", inside = ""]) => ({
    inside,
    attribute: (wanted: string) => {
      const found = new RegExp(` ${wanted}="([^"]*)"`).exec(attributes)?.[1];
      return found === undefined ? undefined : plainText(found);
    },
  }));
}

function textIn(xml: string, name: string): string | undefined {
  const [first] = elements(xml, name);
  return first && plainText(first.inside);
}

function rgb(xml: string, name: string): string | undefined {
  const color = elements(xml, name)[0]?.attribute("rgb");
  // Two digits of opacity come before the colour.
  return color && `#${color.slice(2).toLowerCase()}`;
}

/** A workbook file, read from its XML by the Open XML standard and by no library that writes it. */
export class FileInXml {
  readonly #parts: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
  }

  #part(path: string): string {
    const bytes = this.#parts[path];
    return bytes ? strFromU8(bytes) : "";
  }

  #sheets() {
    return elements(this.#part("xl/workbook.xml"), "sheet");
  }

  /** The targets of relationships by their ids, as paths in the package. */
  #targets(folder: string, part: string): ReadonlyMap<string, string> {
    const links = elements(this.#part(`${folder}/_rels/${part}.rels`), "Relationship");
    return new Map(
      links.map(({ attribute }) => {
        const target = attribute("Target") ?? "";
        const path = target.startsWith("../") ? `xl/${target.slice(3)}` : `${folder}/${target}`;
        return [attribute("Id") ?? "", path];
      }),
    );
  }

  #path(sheet: string): string {
    const found = this.#sheets().find(({ attribute }) => attribute("name") === sheet);
    const id = found?.attribute("r:id") ?? "";
    return this.#targets("xl", "workbook.xml").get(id) ?? "";
  }

  #sheet(name: string): string {
    const xml = this.#part(this.#path(name));
    if (xml === "") throw new Error(`no sheet ${name}`);
    return xml;
  }

  #cell(sheet: string, address: string) {
    return elements(this.#sheet(sheet), "c").find(({ attribute }) => attribute("r") === address);
  }

  #value(sheet: string, address: string): CellValue {
    const cell = this.#cell(sheet, address);
    if (!cell) return null;
    const value = textIn(cell.inside, "v");
    switch (cell.attribute("t")) {
      case "s":
        return this.#sharedText(Number(value));
      case "inlineStr":
        return elements(cell.inside, "t")
          .map(({ inside }) => plainText(inside))
          .join("");
      case "str":
      case "e":
        return value ?? null;
      case "b":
        return value === "1";
      default:
        return value === undefined ? null : Number(value);
    }
  }

  #sharedText(index: number): string {
    const text = elements(this.#part("xl/sharedStrings.xml"), "si")[index];
    return text
      ? elements(text.inside, "t")
          .map(({ inside }) => plainText(inside))
          .join("")
      : "";
  }

  sheetNames(): string[] {
    return this.#sheets().map(({ attribute }) => attribute("name") ?? "");
  }

  sheetShown(): string {
    const [view] = elements(this.#part("xl/workbook.xml"), "workbookView");
    return this.sheetNames()[Number(view?.attribute("activeTab") ?? 0)] ?? "";
  }

  values(sheet: string, range: string): CellValue[][] {
    const [from = "", to = from] = range.split(":");
    const [first, last] = [cellPosition(from), cellPosition(to)];
    return Array.from({ length: last.row - first.row + 1 }, (_, i) =>
      Array.from({ length: last.column - first.column + 1 }, (_unused, j) => {
        const column = String.fromCharCode(65 + first.column + j);
        return this.#value(sheet, `${column}${first.row + i + 1}`);
      }),
    );
  }

  formulaAt(sheet: string, address: string): string {
    const formula = textIn(this.#cell(sheet, address)?.inside ?? "", "f");
    return formula === undefined ? "" : `=${formula}`;
  }

  lookOf(sheet: string, address: string): Look {
    const styles = this.#part("xl/styles.xml");
    const [formats] = elements(styles, "cellXfs");
    const index = Number(this.#cell(sheet, address)?.attribute("s") ?? 0);
    const format = elements(formats?.inside ?? "", "xf")[index];
    const font = elements(styles, "font")[Number(format?.attribute("fontId"))]?.inside ?? "";
    const fill = elements(styles, "fill")[Number(format?.attribute("fillId"))]?.inside ?? "";
    const code = elements(styles, "numFmt").find(
      ({ attribute }) => attribute("numFmtId") === format?.attribute("numFmtId"),
    );
    return {
      bold: font.includes("<b/>"),
      color: rgb(font, "color") ?? "",
      fill: rgb(fill, "fgColor"),
      numberFormat: code?.attribute("formatCode") ?? "",
    };
  }

  frozen(sheet: string): { rows: number; columns: number } {
    const [pane] = elements(this.#sheet(sheet), "pane");
    const split = (name: string) => Number(pane?.attribute(name) ?? 0);
    return { rows: split("ySplit"), columns: split("xSplit") };
  }

  names(sheet: string): Record<string, string> {
    const index = String(this.sheetNames().indexOf(sheet));
    return Object.fromEntries(
      elements(this.#part("xl/workbook.xml"), "definedName")
        .filter(({ attribute }) => attribute("localSheetId") === index)
        .map(({ attribute, inside }) => [attribute("name") ?? "", plainText(inside)]),
    );
  }

  inputChecks(sheet: string): InputCheck[] {
    return elements(this.#sheet(sheet), "dataValidation").map(({ attribute, inside }) => ({
      range: attribute("sqref") ?? "",
      type: attribute("type") ?? "",
      operator: attribute("operator"),
      formulas: ["formula1", "formula2"].flatMap((name) => textIn(inside, name) ?? []),
      message: attribute("error") ?? "",
    }));
  }

  kept(): KeptProperties[] {
    return this.sheetNames().flatMap((sheet) => {
      const path = this.#path(sheet);
      const slash = path.lastIndexOf("/");
      const targets = this.#targets(path.slice(0, slash), path.slice(slash + 1));
      const properties = elements(this.#sheet(sheet), "customPr").map(({ attribute }) => {
        const bytes = this.#parts[targets.get(attribute("r:id") ?? "") ?? ""];
        return [attribute("name") ?? "", new TextDecoder("utf-16le").decode(bytes)] as const;
      });
      return properties.length === 0 ? [] : [{ sheet, properties: Object.fromEntries(properties) }];
    });
  }
}
