import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { completeChart, nameCharts } from "./complete-chart";
import type { FileSheet } from "./file-sheet";
import { keepProperties } from "./keep-properties";
import { solidBars } from "./solid-bars";

/** The parts of a package by path; what hucre leaves out is put into them. */
export class Package {
  readonly #parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
  }

  has(path: string): boolean {
    return path in this.#parts;
  }

  add(path: string, content: string | Uint8Array): void {
    this.#parts[path] = typeof content === "string" ? strToU8(content) : content;
  }

  /** Changes the XML of a part. */
  change(path: string, change: (xml: string) => string): void {
    const part = this.#parts[path];
    if (!part) throw new RangeError(`the package has no ${path}`);
    this.add(path, change(strFromU8(part)));
  }

  bytes(at: Date): Uint8Array {
    return zipSync(this.#parts, { level: 9, mtime: at });
  }
}

/** The order in which ECMA-376 wants the parts of a font (CT_Font as Excel's schema has it). */
const FONT_ORDER = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family"];

function inOrder(font: string): string {
  const place = (part: string) => FONT_ORDER.indexOf(/^<(\w+)/.exec(part)?.[1] ?? "");
  return (font.match(/<[^>]+>/g) ?? []).sort((a, b) => place(a) - place(b)).join("");
}

function sortFonts(styles: string): string {
  return styles.replace(
    /<font>(.*?)<\/font>/gs,
    (_, parts: string) => `<font>${inOrder(parts)}</font>`,
  );
}

/** Errors that formulas give, which hucre writes as texts. */
function markErrors(sheet: string, errors: ReadonlySet<string>): string {
  return sheet.replace(/<c r="([A-Z]+\d+)"([^>]*) t="str">/g, (cell, address: string, rest) =>
    errors.has(address) ? `<c r="${address}"${rest} t="e">` : cell,
  );
}

/** Adds to a package from hucre what the plan's sheets want beyond it. */
export function completePackage(
  bytes: Uint8Array,
  sheets: readonly FileSheet[],
  at: Date,
): Uint8Array {
  const parts = new Package(bytes);
  parts.change("xl/styles.xml", sortFonts);
  parts.change("docProps/app.xml", (xml) => xml.replace(">hucre<", ">AIM<"));
  let charts = 0;
  for (const [i, sheet] of sheets.entries()) {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    parts.change(path, (xml) => solidBars(markErrors(xml, sheet.errors)));
    for (const chart of sheet.charts) {
      parts.change(`xl/charts/chart${++charts}.xml`, (xml) => completeChart(xml, chart));
    }
    if (sheet.charts.length > 0) {
      parts.change(`xl/drawings/drawing${i + 1}.xml`, (xml) => nameCharts(xml, sheet.charts));
    }
  }
  keepProperties(parts, sheets);
  return parts.bytes(at);
}
