import { parseA1Ref, parseStructRef, tokenize } from "@borgar/fx";
import type { Area, SheetArea } from "../plan";
import type { Value } from "../spreadsheet-functions";
import { type Around, areaOfRange, type CellPlace } from "./around";
import type { Book, BookCell, BookName, BookSheet, BookTable } from "./book";
import { findCalls } from "./own-calls";
import type { PricesSheet } from "./prices-sheet";

/** Columns of a sheet in Excel: cells are kept by row times this plus column. */
const COLUMNS = 16_384;

type Cells = ReadonlyMap<number, BookCell>;

interface TableOn {
  readonly sheet: string;
  readonly table: BookTable;
}

/** A book, made ready for looking things up. */
export interface BookIndex {
  readonly cellAt: (place: CellPlace) => BookCell | undefined;
  readonly hasSheet: (name: string) => boolean;
  readonly nameOf: (name: string, sheet: string) => BookName | undefined;
  readonly tableOf: (name: string, at: CellPlace) => TableOn | undefined;
}

function plain(name: string): string {
  return name.toLowerCase();
}

function isInside({ row, column, rows, columns }: BookTable, at: CellPlace): boolean {
  const isRow = at.row >= row && at.row < row + rows;
  return isRow && at.column >= column && at.column < column + columns.length;
}

export function indexBook({ sheets, names }: Book): BookIndex {
  const cells = new Map<string, Cells>(
    sheets.map((sheet) => [
      plain(sheet.name),
      new Map(sheet.cells.map((cell) => [cell.row * COLUMNS + cell.column, cell])),
    ]),
  );
  const named = new Map(
    names.map((name) => [`${plain(name.sheet ?? "")}!${plain(name.name)}`, name]),
  );
  const tables: readonly TableOn[] = sheets.flatMap((sheet) =>
    sheet.tables.map((table) => ({ sheet: sheet.name, table })),
  );
  return {
    cellAt: ({ sheet, row, column }) => cells.get(plain(sheet))?.get(row * COLUMNS + column),
    hasSheet: (name) => cells.has(plain(name)),
    nameOf: (name, sheet) =>
      named.get(`${plain(sheet)}!${plain(name)}`) ?? named.get(`!${plain(name)}`),
    tableOf: (name, at) =>
      tables.find(({ sheet, table }) =>
        name === "" ? sheet === at.sheet && isInside(table, at) : plain(table.name) === plain(name),
      ),
  };
}

const NUMBER = /^=([+-]?)(\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)(%*)$/i;

/** The constant that a name holds, such as -5 or 60%; undefined for formulas. */
function constantOf(formula: string): Value | undefined {
  const tokens = tokenize(formula).filter(({ type }) => type !== "whitespace");
  const [, minus, digits, percents = ""] =
    NUMBER.exec(tokens.map(({ value }) => value).join("")) ?? [];
  if (digits !== undefined) {
    return (Number(digits) * (minus === "-" ? -1 : 1)) / 100 ** percents.length;
  }
  const [equals, literal, ...more] = tokens;
  if (equals?.value !== "=" || !literal || more.length > 0) return undefined;
  switch (literal.type) {
    case "string":
      return literal.value.slice(1, -1).replaceAll('""', '"');
    case "bool":
      return literal.value.toUpperCase() === "TRUE";
    default:
      return undefined;
  }
}

/** The cells or the constant that a name stands for; undefined for whatever moves or is worked out. */
function meaningOf({ formula, sheet }: BookName): ReturnType<Around["lookUp"]> {
  const value = constantOf(formula);
  if (value !== undefined) return { value };
  const parsed = parseA1Ref(formula.replace(/^=/, ""), { allowNamed: false });
  const on = parsed?.context?.at(-1) ?? sheet;
  if (!parsed || !("range" in parsed) || on === undefined) return undefined;
  const area = areaOfRange(parsed.range);
  if (!area || !parsed.range.$top || !parsed.range.$left) return undefined;
  return { sheet: on, area };
}

/** The rows of a table that a structured reference takes; undefined where it stands outside them. */
function rowsOf(
  { row, rows, hasTotals }: BookTable,
  sections: readonly string[],
  at: CellPlace,
): Pick<Area, "row" | "rows"> | undefined {
  const data = { row: row + 1, rows: rows - 1 - (hasTotals ? 1 : 0) };
  const [section = "data", ...more] = sections;
  if (more.length > 0) return undefined;
  switch (section) {
    case "data":
      return data;
    case "this row":
      return at.row >= data.row && at.row < data.row + data.rows
        ? { row: at.row, rows: 1 }
        : undefined;
    case "all":
      return { row, rows };
    case "headers":
      return { row, rows: 1 };
    case "totals":
      return hasTotals ? { row: row + rows - 1, rows: 1 } : undefined;
    default:
      return undefined;
  }
}

function structured(reference: string, at: CellPlace, index: BookIndex): SheetArea | undefined {
  const { table: name = "", columns = [], sections = [] } = parseStructRef(reference) ?? {};
  const found = index.tableOf(name, at);
  if (!found) return undefined;
  const { sheet, table } = found;
  const rows = rowsOf(table, sections, at);
  const places = columns.map((column) =>
    table.columns.findIndex((heading) => plain(heading) === plain(column)),
  );
  const [from = 0, to = places.length === 0 ? table.columns.length - 1 : from] = places;
  if (!rows || from < 0 || to < from) return undefined;
  return { sheet, area: { ...rows, column: table.column + from, columns: to - from + 1 } };
}

/** What a formula of a book's cell needs to know of the book. */
export function bookAround(
  index: BookIndex,
  prices: PricesSheet,
  sheet: Pick<BookSheet, "name">,
  { row, column, fills, kind }: Pick<BookCell, "row" | "column" | "fills" | "kind">,
): Around {
  const cell = { sheet: sheet.name, row, column };
  return {
    cell,
    size: fills ?? { rows: 1, columns: 1 },
    ...(kind === "ordinary" && { intersects: true }),
    lookUp: (reference) => {
      if (reference.includes("[")) return structured(reference, cell, index);
      const at = reference.lastIndexOf("!");
      const on = at < 0 ? sheet.name : reference.slice(0, at).replace(/^'|'$/g, "");
      const name = index.nameOf(reference.slice(at + 1), on.replaceAll("''", "'"));
      if (name) return meaningOf(name);
      const table = index.tableOf(reference, cell);
      return table && structured(`${reference}[#Data]`, cell, index);
    },
    valueAt: (place) => {
      const found = index.cellAt(place);
      if (found?.error !== undefined) return undefined;
      return index.hasSheet(place.sheet) ? (found?.value ?? null) : undefined;
    },
    spillAt: (place) => {
      const spilled = index.cellAt(place);
      if (!spilled?.fills || spilled.formula === undefined) return undefined;
      return { ...spilled.fills, isOurs: findCalls(spilled.formula).length > 0 };
    },
    prices,
  };
}
