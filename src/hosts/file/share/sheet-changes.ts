import type { CellChange } from "../../../workbook/share/book";
import { type CellFormula, cellFormula } from "./cell-formula";
import { changedCell, type CellWriting, formulaElement } from "./change-cells";
import type { FilePackage } from "./file-package";
import { SheetPlaces } from "./new-cells";
import { SharedFormulas } from "./shared-formulas";
import { type Position, visitSheet } from "./sheet-xml";
import { type Edit, prefixOf } from "./xml-edits";
import type { XmlElement } from "./xml-tree";

/** Columns of a sheet in Excel: cells are kept by row times this plus column. */
const COLUMNS = 16_384;

function keyOf({ row, column }: Position): number {
  return row * COLUMNS + column;
}

function isInside({ row, column }: Position, change: CellChange): boolean {
  const { rows, columns } = change.fills ?? { rows: 1, columns: 1 };
  return (
    row >= change.row &&
    row < change.row + rows &&
    column >= change.column &&
    column < change.column + columns
  );
}

/** The edits of a sheet's text that change its cells. */
export class CellEdits {
  readonly edits: Edit[] = [];
  /** The stored formulas that are replaced. */
  readonly replaced: string[] = [];
  readonly #changes: Map<number, CellChange>;
  readonly #rows: ReadonlySet<number>;
  readonly #fillers: readonly CellChange[];
  readonly #places = new SheetPlaces();
  readonly #shared = new SharedFormulas();
  readonly #changed: ReadonlySet<number>;

  constructor(
    changes: readonly CellChange[],
    private readonly writing: CellWriting,
    private readonly isDynamic: (mark: string) => boolean,
  ) {
    this.#changes = new Map(changes.map((change) => [keyOf(change), change]));
    this.#changed = new Set(this.#changes.keys());
    this.#rows = new Set(changes.map(({ row }) => row));
    this.#fillers = changes.filter(({ fills }) => fills);
  }

  /** Goes through a sheet and gives what else it has. */
  collect(parts: FilePackage, path: string, xml: string): XmlElement {
    const root = visitSheet(parts, path, xml, {
      cell: (element, position) => this.#cell(xml, element, position),
      row: (element, row) => this.#places.addRow(element, row),
    });
    this.#shared.finish();
    this.edits.push(...this.#places.additions(root, [...this.#changes.values()], this.writing));
    return root;
  }

  #cell(xml: string, cell: XmlElement, position: Position): void {
    const change = this.#changes.get(keyOf(position));
    if (this.#rows.has(position.row)) this.#places.addCell(cell, position);
    const formula = cellFormula(cell, this.isDynamic);
    if (formula?.group !== undefined) this.#separate(formula, position);
    if (!change) return;
    this.#changes.delete(keyOf(position));
    if (formula?.stored !== undefined) this.replaced.push(formula.stored);
    // What an emptied cell shows stays where it is then part of what another one spills.
    const spilled = change.isEmptied && this.#fillers.some((each) => isInside(position, each));
    const { isEmptied, ...rest } = change;
    const text = changedCell(xml, cell, spilled || !isEmptied ? rest : change, this.writing);
    this.edits.push({ from: cell.from, to: cell.to, text });
  }

  /** Gives a cell that stays as it is its own formula where the one that keeps it changes. */
  #separate(formula: CellFormula, position: Position): void {
    this.#shared.find(formula, position, (keeper) => {
      const { from, to } = formula.element;
      if (this.#changed.has(keyOf(position)) || !this.#changed.has(keyOf(keeper.position))) return;
      const text = formulaElement(prefixOf(formula.element), keeper.at(position));
      this.edits.push({ from, to, text });
    });
  }
}
