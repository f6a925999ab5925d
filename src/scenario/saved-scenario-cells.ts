import type { CellValue, Host } from "../workbook/host";
import { areaAddress } from "../workbook/address";
import { LABEL_COLUMN } from "../workbook/placement";
import type { Area } from "../workbook/plan";
import type { SavedContent, SavedScenario } from "./saved-scenarios";

/** Reads the values of a range, as a host does. */
export type ReadCells = Host["read"];

/** A figure of a saved scenario as its sheet has it now. */
export interface ShownFigure {
  /** The name that the sheet has now, and the cell or cells of the figure on it. */
  readonly sheet: string;
  readonly at: string;
  readonly values: readonly CellValue[];
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The area of an address within one row, such as "C7" or "C7:H7"; undefined for anything else. */
function rowArea(at: string): Area | undefined {
  const [, from, row, to = from, toRow = row] =
    /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/.exec(at) ?? [];
  if (from === undefined || to === undefined || row !== toRow) return undefined;
  const column = columnOf(from);
  return { row: Number(row) - 1, column, rows: 1, columns: columnOf(to) - column + 1 };
}

/** A blank cell is nothing in one host and a text of no length in another. */
export function cellIn(grid: readonly (readonly CellValue[])[], row: number, column: number) {
  const value = grid[row]?.[column] ?? null;
  return value === "" ? null : value;
}

/** All cells of a sheet from its first to the last of these areas, in one go. */
export async function readAreas(
  read: ReadCells,
  sheet: string,
  areas: readonly Area[],
): Promise<CellValue[][]> {
  const rows = Math.max(1, ...areas.map(({ row, rows }) => row + rows));
  const columns = Math.max(1, ...areas.map(({ column, columns }) => column + columns));
  return read(sheet, areaAddress({ row: 0, column: 0, rows, columns }));
}

/**
 * The kept figures of a scenario by name, as its sheets have them now. A figure whose row does
 * not have its label any more, because rows were moved, is left out: another cell would be taken for it.
 */
export async function shownFigures(
  read: ReadCells,
  sheets: SavedScenario["sheets"],
  { figures }: Pick<SavedContent, "figures">,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, ShownFigure>> {
  const found = new Map<string, ShownFigure>();
  const placed = wanted.flatMap((name) => {
    const figure = figures[name];
    const area = figure && rowArea(figure.at);
    return area ? [{ name, area, ...figure }] : [];
  });
  for (const [id, sheet] of sheets) {
    const own = placed.filter((figure) => figure.sheet === id);
    if (own.length === 0) continue;
    const areas = own.map(({ area }) => area);
    const grid = await readAreas(read, sheet, areas);
    for (const { name, at, label, area } of own) {
      if (cellIn(grid, area.row, LABEL_COLUMN) !== label) continue;
      const values = Array.from({ length: area.columns }, (_, i) =>
        cellIn(grid, area.row, area.column + i),
      );
      found.set(name, { sheet, at, values });
    }
  }
  return found;
}
