import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { cellAddress } from "../../../workbook/address";
import type { CellFormula } from "./cell-formula";
import { damaged } from "./refusal";
import type { Position } from "./sheet-xml";

/** The cell that keeps a formula which others share. */
interface Keeper {
  readonly position: Position;
  /** How long the formula is, about. */
  readonly length: number;
  /** The formula of a cell that shares it, as it would store it by itself. */
  readonly at: (position: Position) => string;
}

function keeperAt(stored: string, position: Position): Keeper {
  const address = ({ row, column }: Position) => cellAddress(row, column);
  let relative: string | undefined;
  return {
    position,
    length: stored.length,
    at: (other) => {
      relative ??= translateFormulaToR1C1(`=${stored}`, address(position));
      return translateFormulaToA1(relative, address(other)).slice(1);
    },
  };
}

/** Finds for cells that share a formula the one that keeps it, also where that stands further down. */
export class SharedFormulas {
  readonly #keepers = new Map<string, Keeper>();
  readonly #waiting = new Map<string, ((keeper: Keeper) => void)[]>();

  /** Hands on who keeps the formula of a cell that does not itself, now or when it is known. */
  find(
    { stored, group = "" }: Pick<CellFormula, "stored" | "group">,
    position: Position,
    use: (keeper: Keeper) => void,
  ): void {
    const known = this.#keepers.get(group);
    if (stored !== undefined) {
      // A sheet may use the number of a group again.
      const keeper = keeperAt(stored, position);
      this.#keepers.set(group, keeper);
      for (const each of this.#waiting.get(group) ?? []) each(keeper);
      this.#waiting.delete(group);
    } else if (known) {
      use(known);
    } else {
      const waiting = this.#waiting.get(group);
      if (waiting) waiting.push(use);
      else this.#waiting.set(group, [use]);
    }
  }

  /** @throws HostError if a cell shares a formula that is nowhere */
  finish(): void {
    const [lost] = this.#waiting.keys();
    if (lost !== undefined) throw damaged(`Nothing keeps the shared formula number ${lost}.`);
  }
}
