import { columnName } from "./column";
import type { Format, Shape, Unusable } from "./format";
import { FORMATS, UNUSABLE } from "./formats";
import type { OpenedText } from "./source/open-text";
import { csvTable, fits, jsonTable, sampleOf, type Table } from "./source/table";

/** Something done with a table, whatever its records are. */
export type WithTable<T> = <R>(table: Table<R>) => T;

/** A format that an export may have. */
export interface Candidate {
  readonly format: Format;
  /** The columns by which it was recognised. */
  readonly because: readonly string[];
  readonly within: <T>(use: WithTable<T>) => T;
}

/** Does something with the table that a shape sees in a text. */
export type Within = <T>(use: WithTable<T>) => T;

/** The table of a text as a shape sees it; undefined where the container differs. */
function tableFor(opened: OpenedText, shape: Shape): Within | undefined {
  if (opened.kind === "csv" && shape.in === "csv") {
    const table = csvTable(opened);
    return (use) => use(table);
  }
  if (opened.kind === "json" && shape.in === "json") {
    const table = jsonTable(opened, shape.rows);
    return (use) => use(table);
  }
  return undefined;
}

/** The table that fits one of the shapes, and the columns that told so. */
function match(opened: OpenedText, shapes: readonly Shape[]) {
  for (const shape of shapes) {
    const within = tableFor(opened, shape);
    if (within?.((table) => fits(table, sampleOf(table), shape))) {
      return { within, because: shape.has.map(columnName) };
    }
  }
  return undefined;
}

/**
 * The formats whose fingerprints a text bears. More than one means that the user has to say
 * which it is; none, that its columns have to be mapped, or that it is an export with nothing
 * to read.
 */
export function recognise(opened: OpenedText): readonly Candidate[] {
  return FORMATS.flatMap((format) => {
    const found = match(opened, format.shapes);
    return found ? [{ format, ...found }] : [];
  });
}

/** The known export that a text is and that holds nothing to read. */
export function recogniseUnusable(opened: OpenedText): Unusable | undefined {
  return UNUSABLE.find(({ shapes }) => match(opened, shapes) !== undefined);
}

/** The table of a text without any fingerprint, for a mapping by the user. */
export function plainTable(opened: OpenedText): Within | undefined {
  return (
    tableFor(opened, { in: "csv", has: [] }) ?? tableFor(opened, { in: "json", rows: [], has: [] })
  );
}
