import { cellAddress } from "./address";
import { type FormulaContext, type FormulaStyle, printCall } from "./formula";
import type { Area, CellContent, NumberFormat, SheetPlan, Step, StyleName } from "./plan";
import type { Block, ListBlock, SheetSpec, SpecCell, TableBlock } from "./sheet-spec";

/** A cell with its place, before formulas are printed. */
interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: SpecCell | string;
  readonly style: StyleName;
}

interface Placement {
  readonly cells: readonly Placed[];
  readonly names: ReadonlyMap<string, string>;
  readonly rows: number;
}

const WIDTH_OF_LIST = 4;

/** The rows that a block takes, its heading included, without the blank line below it. */
function height(block: Block): number {
  return block.kind === "text" ? block.lines.length : block.rows.length + 2;
}

function specCellStyle(cell: SpecCell): StyleName {
  if (cell.kind === "input") return "input";
  return cell.kind === "formula" && cell.isResult ? "result" : "calculation";
}

function placeList(block: ListBlock, top: number): Placed[] {
  return [
    { row: top, column: 0, cell: block.title, style: "subtitle" },
    ...block.headings.map((text, column): Placed => ({
      row: top + 1,
      column,
      cell: text,
      style: "heading",
    })),
    ...block.rows.flatMap(({ label, cell, unit, note }, i): Placed[] => {
      const row = top + 2 + i;
      return [
        { row, column: 0, cell: label, style: "label" },
        { row, column: 1, cell, style: specCellStyle(cell) },
        { row, column: 2, cell: unit, style: "unit" },
        { row, column: 3, cell: note ?? "", style: "note" },
      ];
    }),
  ];
}

function placeTable(block: TableBlock, top: number): Placed[] {
  return [
    { row: top, column: 0, cell: block.title, style: "subtitle" },
    { row: top + 1, column: 0, cell: block.corner, style: "heading" },
    ...block.columns.map(({ heading }, i): Placed => ({
      row: top + 1,
      column: i + 1,
      cell: heading,
      style: "heading",
    })),
    ...block.rows.flatMap(({ label, cells }, i): Placed[] => {
      const row = top + 2 + i;
      return [
        { row, column: 0, cell: label, style: "label" },
        ...cells.map((cell, j): Placed => ({
          row,
          column: j + 1,
          cell,
          style: specCellStyle(cell),
        })),
      ];
    }),
  ];
}

function placeBlock(block: Block, top: number): Placed[] {
  switch (block.kind) {
    case "list":
      return placeList(block, top);
    case "table":
      return placeTable(block, top);
    case "text":
      return block.lines.map(({ text, style }, i) => ({
        row: top + i,
        column: 0,
        cell: text,
        style,
      }));
  }
}

/** The names that a block gives to its cells, with their addresses. */
function namesOf(block: Block, top: number): [string, string][] {
  if (block.kind === "text") return [];
  if (block.kind === "list") {
    return block.rows.map(({ name }, i) => [name, cellAddress(top + 2 + i, 1)]);
  }
  return block.rows.flatMap((row, i) =>
    block.columns.map(({ name }, j): [string, string] => [
      `${row.name}.${name}`,
      cellAddress(top + 2 + i, j + 1),
    ]),
  );
}

/** Where every block and cell of a sheet comes to stand. */
function place(spec: SheetSpec): Placement {
  const cells: Placed[] = [];
  const names = new Map<string, string>();
  let top = 0;
  for (const block of spec.blocks) {
    cells.push(...placeBlock(block, top));
    for (const [name, address] of namesOf(block, top)) {
      if (names.has(name)) throw new RangeError(`${spec.name}: the name ${name} is given twice`);
      names.set(name, address);
    }
    top += height(block) + 1;
  }
  return { cells, names, rows: top - 1 };
}

function printCell(cell: SpecCell | string, context: FormulaContext): CellContent {
  if (typeof cell === "string") return cell === "" ? null : cell;
  if (cell.kind !== "formula") return cell.value;
  return { formula: `=${cell.formula(context)}`, value: cell.value };
}

/** Runs of neighbours in a row with the same property, as areas. */
function runs<T>(
  cells: readonly Placed[],
  property: (cell: Placed) => T | undefined,
): { area: Area; value: T }[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const found: { area: Area; value: T }[] = [];
  for (const cell of sorted) {
    const value = property(cell);
    if (value === undefined) continue;
    const last = found.at(-1);
    if (
      last?.value === value &&
      last.area.column === cell.column &&
      last.area.row + last.area.rows === cell.row
    ) {
      found[found.length - 1] = { value, area: { ...last.area, rows: last.area.rows + 1 } };
    } else {
      found.push({ value, area: { row: cell.row, column: cell.column, rows: 1, columns: 1 } });
    }
  }
  return found;
}

function formatOf({ cell }: Placed): NumberFormat | undefined {
  return typeof cell === "string" ? undefined : cell.format;
}

/**
 * Lays a sheet out: blocks below each other with a blank line between, lists in four columns
 * (label, value, unit, note), tables from the first column on. It alone knows addresses.
 *
 * @throws RangeError where a formula refers to an unknown name, saying the sheet and the name
 */
export function layOut(spec: SheetSpec, style: FormulaStyle): SheetPlan {
  const { cells, names, rows } = place(spec);
  const context: FormulaContext = {
    at: (name) => {
      const address = names.get(name);
      if (address === undefined)
        throw new RangeError(`${spec.name}: there is no cell named ${name}`);
      return address;
    },
    call: (id, ...args) => printCall(style, id, args),
  };
  const columns = Math.max(WIDTH_OF_LIST, ...cells.map(({ column }) => column + 1));
  const grid = Array.from({ length: rows }, () => new Array<CellContent>(columns).fill(null));
  for (const { row, column, cell } of cells) {
    const line = grid[row];
    if (line) line[column] = printCell(cell, context);
  }
  const steps: Step[] = [
    ...runs(cells, formatOf).map(({ area, value }): Step => ({
      do: "numberFormat",
      area,
      format: value,
    })),
    { do: "write", row: 0, column: 0, cells: grid },
    ...runs(cells, (cell) => cell.style).map(({ area, value }): Step => ({
      do: "style",
      area,
      style: value,
    })),
    { do: "columnWidths", widths: spec.columnWidths },
  ];
  return { name: spec.name, steps };
}
