import { cellAddress } from "../../../workbook/address";
import { HostError } from "../../../workbook/host";
import type { CellPlace, Shape } from "../../../workbook/share/around";
import type { CellChange } from "../../../workbook/share/book";
import { type CellBlock, columnsOf, cutBlock } from "../cell-block";
import { type CellInput, cellInput } from "../cell-input";
import { bytesOf, bytesOfCalls, rangeOf } from "../task";
import { type CellState, isBusy } from "./cell-state";
import type { Change } from "./change";
import { changedBlocks } from "./changed-blocks";
import { readAreas } from "./read-areas";
import { findSpills, mayFillSeveral } from "./spilled-areas";

const TEXT_FORMAT = "@";

/** What is handed to a cell, and the number format that it has and keeps. */
interface Entry {
  readonly input: CellInput;
  readonly format: string;
  /** The format meanwhile: in a text cell a formula or an error would become a text. */
  readonly meanwhile: string;
}

/** What a cell is to hold and what it held; null for a cell that stays. */
type Pair = { readonly after: Entry; readonly before: Entry } | null;

type Side = "after" | "before";

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${sheet} ${row} ${column}`;
}

function entry(input: CellInput, format: string): Entry {
  return { input, format, meanwhile: format };
}

/** For a formula or an error. */
function liveEntry(input: string, format: string): Entry {
  return { input, format, meanwhile: format === TEXT_FORMAT ? "General" : format };
}

/** What gives a cell the constant that it shows. */
function constantOf({ value, error, format }: CellState): Entry {
  if (error !== undefined) return liveEntry(error, format);
  return entry(cellInput(value ?? "", format === TEXT_FORMAT), format);
}

function entryBefore(state: CellState): Entry {
  const { formula, format } = state;
  return formula === undefined ? constantOf(state) : liveEntry(formula, format);
}

function entryAfter(change: CellChange, state: CellState): Entry {
  if (change.isEmptied) return entry("", state.format);
  if (change.formula !== undefined) return liveEntry(change.formula, state.format);
  if (isBusy(state)) {
    const at = cellAddress(change.row, change.column);
    throw new HostError(
      `${at} on ${change.sheet} is still being calculated. Wait until its figure is there, then try again; nothing was changed.`,
      state.error ?? "",
    );
  }
  return constantOf(state);
}

function parts<T>(block: CellBlock<Pair>, side: Side, part: (entry: Entry) => T): (T | null)[][] {
  return block.entries.map((line) => line.map((pair) => (pair ? part(pair[side]) : null)));
}

function bytesOfSide(block: CellBlock<Pair>, side: Side): number {
  const formats = bytesOf(parts(block, side, ({ format }) => format));
  return bytesOf(parts(block, side, ({ input }) => input)) + 2 * formats;
}

function bytesOfBlock(block: CellBlock<Pair>): number {
  return bytesOfCalls(2, 3) + Math.max(bytesOfSide(block, "after"), bytesOfSide(block, "before"));
}

/** Writes one side of a block. Excel changes number formats to suit a formula: they are put back. */
function write(
  context: Excel.RequestContext,
  sheet: string,
  block: CellBlock<Pair>,
  side: Side,
): void {
  const { row, column, entries } = block;
  const area = { row, column, rows: entries.length, columns: columnsOf(block) };
  const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
  const hasText = entries.some((line) => line.some((pair) => pair?.[side].format === TEXT_FORMAT));
  if (hasText) range.numberFormat = parts(block, side, ({ meanwhile }) => meanwhile);
  range.formulas = parts(block, side, ({ input }) => input);
  range.numberFormat = parts(block, side, ({ format }) => format);
}

/** What the changed cells hold now, by their keys. */
async function readStates(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<ReadonlyMap<string, CellState>> {
  const found = new Map<string, CellState>();
  const areas = changedBlocks(changes).map((block) => ({
    sheet: block.sheet,
    area: {
      row: block.row,
      column: block.column,
      rows: block.entries.length,
      columns: columnsOf(block),
    },
  }));
  await readAreas(context, areas, ({ sheet, area }, states) => {
    for (const [i, line] of states.entries()) {
      for (const [j, state] of line.entries()) {
        found.set(keyOf({ sheet, row: area.row + i, column: area.column + j }), state);
      }
    }
  });
  return found;
}

/** The cells that formulas of changed cells fill, without those formulas' own. */
async function filledCells(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
  states: ReadonlyMap<string, CellState>,
): Promise<ReadonlySet<string>> {
  const candidates = changes.filter((change) => {
    const formula = states.get(keyOf(change))?.formula;
    return formula !== undefined && mayFillSeveral(formula);
  });
  const filled = new Set<string>();
  await findSpills(context, candidates, ({ sheet, row, column }, { rows, columns }: Shape) => {
    for (let i = 0; i < rows * columns; i++) {
      const [down, right] = [Math.floor(i / columns), i % columns];
      if (i > 0) filled.add(keyOf({ sheet, row: row + down, column: column + right }));
    }
  });
  return filled;
}

/**
 * Changes of cells, ready to be sent and taken back.
 *
 * @throws HostError if a value that is to be kept is not there yet
 */
export async function cellChanges(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
): Promise<Change[]> {
  const states = await readStates(context, changes);
  const filled = await filledCells(context, changes, states);
  const pairOf = (change: CellChange | undefined): Pair => {
    const state = change && states.get(keyOf(change));
    if (!change || !state) return null;
    // What a formula spills comes again with that formula.
    const before = filled.has(keyOf(change)) ? entry("", state.format) : entryBefore(state);
    return { after: entryAfter(change, state), before };
  };
  return changedBlocks(changes).flatMap(({ sheet, row, column, entries }) => {
    const pairs = entries.map((line) => line.map(pairOf));
    return cutBlock({ row, column, entries: pairs }, bytesOfBlock).map((block) => ({
      bytes: bytesOfBlock(block),
      phase: `Changing ${sheet}`,
      before: JSON.stringify(parts(block, "before", ({ input, format }) => [input, format])),
      enqueue: (to) => {
        write(to, sheet, block, "after");
      },
      takeBack: (to) => {
        write(to, sheet, block, "before");
      },
    }));
  });
}
