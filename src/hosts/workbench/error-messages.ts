/** A cell of one sheet; row and column are counted from 0. */
export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Why a cell of a result is an error, with its place within the result. */
export interface CellMessage {
  readonly row: number;
  readonly column: number;
  readonly message: string;
}

interface Kept {
  /** The function that said so. */
  readonly name: string;
  readonly messages: readonly CellMessage[];
}

function key({ sheetId, row, column }: CellPlace): string {
  return `${sheetId} ${row} ${column}`;
}

/**
 * The sentences behind error values, which a spreadsheet cell has no room for: Excel shows them
 * at the cell, the workbench below its grid.
 */
export class ErrorMessages {
  readonly #kept = new Map<string, Kept>();

  /** Keeps what a function had to say when it was worked out for a cell, in place of what it said before. */
  keep(place: CellPlace, name: string, messages: readonly CellMessage[]): void {
    const kept = this.#kept.get(key(place));
    if (messages.length > 0) this.#kept.set(key(place), { name, messages });
    else if (kept?.name === name) this.#kept.delete(key(place));
  }

  /**
   * The sentence for a cell, or undefined where none is known.
   *
   * @param anchor the cell whose formula gives the value: the cell itself, or where a spill starts
   * @param formula that formula; what functions said that it no longer calls is out of date
   */
  at(place: CellPlace, anchor: CellPlace, formula: string): string | undefined {
    const kept = this.#kept.get(key(anchor));
    if (!kept || !formula.toUpperCase().includes(`${kept.name}(`)) return undefined;
    const found = kept.messages.find(
      ({ row, column }) =>
        anchor.row + row === place.row && anchor.column + column === place.column,
    );
    return (found ?? kept.messages[0])?.message;
  }
}
