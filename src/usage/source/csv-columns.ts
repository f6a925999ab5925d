import type { Column } from "../column";
import type { Columns } from "./columns";
import { parseMapText, valueAt } from "./map-text";

/** Parses a cell with a map once, however many keys are read from it. */
function rememberingParser(): (text: string) => unknown {
  let lastText: string | undefined;
  let last: unknown;
  return (text) => {
    if (text !== lastText) [lastText, last] = [text, parseMapText(text)];
    return last;
  };
}

/** Where the columns of a header stand, by their names in small letters; of two the first. */
export function columnIndexes(header: readonly string[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  header.forEach((name, index) => {
    const key = name.toLowerCase();
    if (!indexes.has(key)) indexes.set(key, index);
  });
  return indexes;
}

/** The columns of a CSV text by its header; capital letters do not matter. */
export function csvColumns(header: readonly string[]): Columns<readonly string[]> {
  const indexes = columnIndexes(header);
  const parsers = new Map<number, (text: string) => unknown>();
  const value = (column: Column) => {
    const [name, ...keys] = typeof column === "string" ? [column] : column;
    const index = indexes.get((name ?? "").toLowerCase());
    if (index === undefined) return () => undefined;
    if (keys.length === 0) return (cells: readonly string[]) => cells[index];
    const parse = parsers.get(index) ?? rememberingParser();
    parsers.set(index, parse);
    return (cells: readonly string[]) => {
      const text = cells[index];
      return text ? keys.reduce(valueAt, parse(text)) : undefined;
    };
  };
  return {
    names: header,
    has: (column, records) =>
      typeof column === "string"
        ? indexes.has(column.toLowerCase())
        : records.some((record) => value(column)(record) !== undefined),
    value,
  };
}
