import { cellAddress } from "../../../workbook/address";
import type { BookCell, CellChange } from "../../../workbook/share/book";
import { keptKind } from "./array-kind";
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

/** A formula that fills several cells. */
interface Filler extends Position {
  readonly fills?: BookCell["fills"];
  readonly kind?: BookCell["kind"];
}

function isInside({ row, column }: Position, filler: Filler): boolean {
  const { rows, columns } = filler.fills ?? { rows: 1, columns: 1 };
  return (
    row >= filler.row &&
    row < filler.row + rows &&
    column >= filler.column &&
    column < filler.column + columns
  );
}

/** Finds the edits of a sheet's text that change its cells. */
export class CellEdits {
  /** The stored formulas that are replaced, of those that name other workbooks. */
  readonly replaced: string[] = [];
  readonly #edits: Edit[] = [];
  readonly #changes: Map<number, CellChange>;
  readonly #rows: ReadonlySet<number>;
  readonly #fillers: readonly CellChange[];
  /** Formulas that go on filling several cells, and those that do no longer. */
  readonly #kept: Filler[] = [];
  readonly #gone: Filler[] = [];
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

  /**
   * Goes through a sheet once and gives the edits and what the sheet has beside its cells.
   *
   * @throws RangeError for a formula in a cell that another one fills
   */
  collect(parts: FilePackage, path: string, xml: string) {
    const formulas = [...this.#changes.values()].filter(({ formula }) => formula !== undefined);
    const root = visitSheet(parts, path, xml, {
      cell: (element, position) => this.#cell(xml, element, position),
      row: (element, row) => this.#places.addRow(element, row),
    });
    this.#shared.finish();
    for (const filler of this.#kept) {
      const within = formulas.find((each) => isInside(each, filler));
      if (!within) continue;
      const [place, from] = [within, filler].map(({ row, column }) => cellAddress(row, column));
      throw new RangeError(`${place} is filled by the formula in ${from}, which is to stay`);
    }
    const added = this.#places.additions(root, [...this.#changes.values()], this.writing);
    return { root, edits: [...this.#edits, ...added] };
  }

  #cell(xml: string, cell: XmlElement, position: Position): void {
    const change = this.#changes.get(keyOf(position));
    if (this.#rows.has(position.row)) this.#places.addCell(cell, position);
    const formula = cellFormula(cell, this.isDynamic);
    if (formula?.group !== undefined) this.#separate(formula, position);
    if (formula?.fills) {
      const { fills, kind } = formula;
      (change ? this.#gone : this.#kept).push({ ...position, fills, kind });
    }
    if (!change) return;
    this.#changes.delete(keyOf(position));
    if (formula?.stored?.includes("[")) this.replaced.push(formula.stored);
    // What an emptied cell shows stays where it is then part of what another one spills.
    const spilled = change.isEmptied && this.#fillers.some((each) => isInside(position, each));
    const { isEmptied, ...rest } = change;
    const entered = this.#asEntered(rest, formula);
    const text = changedCell(xml, cell, spilled || !isEmptied ? entered : change, this.writing);
    this.#edits.push({ from: cell.from, to: cell.to, text });
  }

  /** A change of one cell, entered as what stood there before. */
  #asEntered(change: CellChange, before: CellFormula | undefined): CellChange {
    if (change.formula === undefined || change.fills || change.kind) return change;
    const { kind } = before ?? this.#gone.find((each) => isInside(change, each)) ?? {};
    const kept = keptKind(change.formula, kind);
    return kept === undefined ? change : { ...change, kind: kept };
  }

  /** Gives a cell that stays as it is its own formula where the one that keeps it changes. */
  #separate(formula: CellFormula, position: Position): void {
    this.#shared.find(formula, position, (keeper) => {
      const { from, to } = formula.element;
      if (this.#changed.has(keyOf(position)) || !this.#changed.has(keyOf(keeper.position))) return;
      const text = formulaElement(prefixOf(formula.element), keeper.at(position));
      this.#edits.push({ from, to, text });
    });
  }
}
