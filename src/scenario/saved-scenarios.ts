import type { FormulaStyle } from "../workbook/formula-style";
import type { KeptProperties } from "../workbook/host";
import { readScenario } from "./read-scenario";
import { type FigureAddresses, readFigureAddresses } from "./saved-scenario-figures";
import { KEYS, MAIN_SHEET } from "./saved-scenario-properties";
import { readKeptJson } from "./saved-scenario-text";
import type { Scenario } from "./scenario";

/** What a scenario was built from, and how. */
export interface SavedContent {
  readonly scenario: Scenario;
  readonly style: FormulaStyle;
  /** When it was built, such as "2026-11-25T14:00:00.000Z". */
  readonly at: string;
  readonly version: string;
  readonly figures: FigureAddresses;
  /** Sheets that were built and are gone, by the names that they had. */
  readonly missing: readonly string[];
}

/** A scenario that a workbook holds, or what is left of one. */
export interface SavedScenario {
  readonly id: string;
  readonly name: string;
  /** The names that its sheets have now, by their ids. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Compare sheets that refer to it. */
  readonly compares: readonly string[];
  /** What it was built from, or why that cannot be read. */
  readonly content: SavedContent | { readonly problem: string };
}

interface BuildOf {
  readonly at: string;
  readonly version: string;
  readonly style: FormulaStyle;
  readonly sheets: Readonly<Record<string, string>>;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function buildOf(properties: KeptProperties["properties"]): BuildOf {
  const kept = (readKeptJson(KEYS.build, properties) ?? {}) as Partial<Record<string, unknown>>;
  const sheets = Object.entries(kept.sheets ?? {}).map(([id, name]) => [id, textOf(name)]);
  return {
    at: textOf(kept.at),
    version: textOf(kept.version),
    style: kept.style === "AIM" ? "AIM" : "native",
    sheets: Object.fromEntries(sheets) as BuildOf["sheets"],
  };
}

/** The sheet of a scenario with an id; where it was copied, the one that has kept its name. */
function original(own: readonly KeptProperties[], sheetId: string): KeptProperties | undefined {
  const found = own.filter(({ properties }) => properties[KEYS.sheet] === sheetId);
  if (found.length < 2) return found[0];
  const main = own.find(({ properties }) => properties[KEYS.sheet] === MAIN_SHEET);
  const name = main && buildOf(main.properties).sheets[sheetId];
  return found.find(({ sheet }) => sheet === name) ?? found[0];
}

function contentOf(
  main: KeptProperties | undefined,
  sheets: ReadonlyMap<string, string>,
  day: number,
): SavedScenario["content"] {
  if (!main) return { problem: "Its sheet Summary is gone, and with it what it was built from." };
  const { properties } = main;
  const { sheets: names, ...build } = buildOf(properties);
  const json = readKeptJson(KEYS.json, properties);
  if (json === undefined) return { problem: "What it was built from is damaged." };
  const read = readScenario(json, day);
  if ("problems" in read) {
    const [first = "", ...others] = read.problems;
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    const by = build.version === "" ? "another version" : `version ${build.version}`;
    return { problem: `It was built by ${by} and cannot be read: ${first}${more}.` };
  }
  const missing = Object.entries(names).flatMap(([id, name]) => (sheets.has(id) ? [] : [name]));
  const figures = readFigureAddresses(readKeptJson(KEYS.figures, properties));
  return { ...build, scenario: read.scenario, figures, missing };
}

/** The ids of the scenarios that a sheet compares; none where it compares nothing. */
function comparedBy({ properties }: KeptProperties): readonly unknown[] {
  const ids = readKeptJson(KEYS.compare, properties);
  return Array.isArray(ids) ? ids : [];
}

/**
 * The scenarios that a workbook holds, in the order of their sheets. One that cannot be read says
 * why and stands beside the others.
 *
 * @param kept what is kept with the sheets of the workbook
 * @param day Excel date of today
 */
export function savedScenarios(kept: readonly KeptProperties[], day: number): SavedScenario[] {
  const byId = new Map<string, KeptProperties[]>();
  for (const one of kept) {
    const id = one.properties[KEYS.scenario];
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return [...byId].map(([id, own]) => {
    const ids = new Set(own.map(({ properties }) => properties[KEYS.sheet] ?? ""));
    const originals = [...ids].map((sheetId) => [sheetId, original(own, sheetId)] as const);
    const sheets = new Map(
      originals.flatMap(([sheetId, one]) => (one ? [[sheetId, one.sheet] as const] : [])),
    );
    return {
      id,
      name: own[0]?.properties[KEYS.name] ?? "A scenario without a name",
      sheets,
      compares: kept.flatMap((one) => (comparedBy(one).includes(id) ? [one.sheet] : [])),
      content: contentOf(original(own, MAIN_SHEET), sheets, day),
    };
  });
}

/** The sheets that removing a scenario takes away: its own, then those that compare it. */
export function sheetsOfScenario({ sheets, compares }: SavedScenario): string[] {
  return [...sheets.values(), ...compares];
}
