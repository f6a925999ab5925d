import { type Column, columnName, columnsOf, type Term, type Text } from "../column";
import type { Condition, Skip } from "../format";
import { withoutPersonalData } from "../personal-data";
import { type Fault, shown } from "../problem";
import type { Columns } from "../source/columns";
import { textOf } from "../source/columns";
import { parseMapText, valueAt } from "../source/map-text";
import { applyRule } from "./text-rule";

export type Read<R, T> = (record: R) => T;

/** Reads a text: null where all its columns are blank. */
export function textReader<R>(columns: Columns<R>, text: Text | undefined): Read<R, string | null> {
  if (text === undefined) return () => null;
  if ("constant" in text) return () => text.constant;
  const { as } = "first" in text ? text : {};
  const readers =
    "first" in text
      ? text.first.map(columns.value).map(
          (value): Read<R, string | null> =>
            (record) =>
              textOf(value(record)),
        )
      : text.firstOf.map((each) => textReader(columns, each));
  return (record) => {
    for (const read of readers) {
      const found = read(record);
      if (found !== null) return as === undefined ? found : applyRule(as, found);
    }
    return null;
  };
}

const REMEMBERED = 10_000;

/** Replaces persons in ids and names by pseudonyms, and remembers the last of them. */
export function pseudonyms(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    // Other texts hold no address, and are not worth remembering.
    if (!/[@.:]/.test(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const name = withoutPersonalData(text);
    if (known.size === REMEMBERED) known.clear();
    known.set(text, name);
    return name;
  };
}

/** Reads an id or name, with persons in it replaced by pseudonyms. */
export function nameReader<R>(columns: Columns<R>, text: Text | undefined): Read<R, string | null> {
  const read = textReader(columns, text);
  const nameOf = pseudonyms();
  return (record) => {
    const found = read(record);
    return found === null ? null : nameOf(found);
  };
}

/**
 * Reads the text of the number that a term stands for, or the texts of several where it is of a
 * list; null where it is blank.
 */
export function termReader<R>(
  columns: Columns<R>,
  term: Term,
): Read<R, string | null | readonly string[]> {
  if (!("each" in term)) return textReader(columns, term);
  const { each, where } = term;
  const list = columns.value(each[0]);
  return (record) => {
    const raw = list(record);
    const elements: unknown = typeof raw === "string" ? parseMapText(raw) : raw;
    if (!Array.isArray(elements)) return null;
    return elements
      .filter((element) => !where || textOf(valueAt(element, where[0])) === where[1])
      .flatMap((element) => textOf(valueAt(element, each[1])) ?? []);
  };
}

/** Texts joined into an id; null where the last is blank. */
export function idReader<R>(
  columns: Columns<R>,
  texts: readonly Text[] | undefined,
): Read<R, string | null> {
  const readers = (texts ?? []).map((text) => textReader(columns, text));
  if (readers.length === 1 && readers[0]) return readers[0];
  return (record) => {
    const parts = readers.map((read) => read(record));
    return (parts.at(-1) ?? null) === null ? null : parts.join(":");
  };
}

/** Reads whether a condition holds; capital letters do not matter. */
export function conditionReader<R>(
  columns: Columns<R>,
  condition: Condition | undefined,
): Read<R, boolean> {
  if (condition === undefined) return () => false;
  if ("blank" in condition) {
    const read = textReader(columns, { first: condition.blank });
    return (record) => read(record) === null;
  }
  const read = textReader(columns, condition.when);
  const texts = "is" in condition ? condition.is : condition.isNot;
  const set = new Set(texts.map((text) => text.toLowerCase()));
  const wanted = "is" in condition;
  return (record) => set.has((read(record) ?? "").toLowerCase()) === wanted;
}

/** The first reason for which a record is not counted, or undefined. */
export function skipReader<R>(columns: Columns<R>, skips: readonly Skip[]) {
  const readers = skips.map((skip) => ({
    because: skip.because,
    holds: conditionReader(columns, skip),
  }));
  return (record: R) => readers.find(({ holds }) => holds(record))?.because;
}

/**
 * A fault in what a term reads, by the column that was filled or the first that could be.
 *
 * @param received the text at fault; what the column holds if omitted
 */
export function faultIn<R>(
  columns: Columns<R>,
  term: Term,
  record: R,
  expected: string,
  received?: string,
): Fault {
  const candidates = columnsOf(term);
  const held = (column: Column) => textOf(columns.value(column)(record));
  const column =
    candidates.find((each) => held(each) !== null) ??
    candidates.find((each) => columns.has(each, [record])) ??
    candidates[0];
  return {
    column: column === undefined ? "" : columnName(column),
    expected,
    received: shown(received ?? (column === undefined ? null : held(column))),
  };
}
