import type { Column } from "../column";
import type { Place } from "../problem";
import type { Columns } from "./columns";
import { isObject, type KeyedValues, keysOf, parseMapText, valueAt } from "./map-text";

/** A record of a JSON document: the object itself, then those around it, nearest first. */
export type JsonRecord = readonly KeyedValues[];

/** A JSON document, or a line of JSON lines. */
export interface JsonDocument {
  readonly value: unknown;
  /** The line in JSON lines; undefined where the document is the whole text. */
  readonly line?: number;
}

export interface Located<R> {
  readonly record: R;
  readonly place: Place;
}

function* walk(
  value: unknown,
  rows: readonly string[],
  around: JsonRecord,
  path: string,
  line: number | undefined,
): Generator<Located<JsonRecord>> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      yield* walk(each, rows, around, `${path}[${index}]`, line);
    }
    return;
  }
  if (!isObject(value)) return;
  const [next, ...rest] = rows;
  const chain = [value, ...around];
  if (next === undefined) yield { record: chain, place: placeOf(path, line) };
  else yield* walk(value[next], rest, chain, path === "" ? next : `${path}.${next}`, line);
}

function placeOf(path: string, line: number | undefined): Place {
  if (line !== undefined) return { line };
  // A record that is the whole document begins with it.
  return path === "" ? { line: 1 } : { path };
}

/** The records that properties lead to; lists on the way are walked through. */
export function* jsonRecords(
  documents: Iterable<JsonDocument>,
  rows: readonly string[],
): Generator<Located<JsonRecord>> {
  for (const { value, line } of documents) yield* walk(value, rows, [], "", line);
}

/** A text that holds a map, as the API of LiteLLM and exports of databases have them. */
function opened(value: unknown): unknown {
  return typeof value === "string" ? parseMapText(value) : value;
}

/** The columns of records in JSON: properties, of the nearest object that has them. */
export function jsonColumns(sample: readonly JsonRecord[]): Columns<JsonRecord> {
  const value = (column: Column) => {
    const [name = "", ...rest] = typeof column === "string" ? [column] : column;
    const isOuter = name === "..";
    const [key = "", ...keys] = isOuter ? rest : [name, ...rest];
    return (record: JsonRecord) => {
      const chain = isOuter ? record.slice(1) : record;
      const owner = chain.find((each) => Object.hasOwn(each, key));
      return keys.reduce<unknown>((found, next) => valueAt(opened(found), next), owner?.[key]);
    };
  };
  return {
    names: [...new Set(sample.flatMap(([own]) => keysOf(own)))],
    has: (column, records) => records.some((record) => value(column)(record) !== undefined),
    value,
  };
}
