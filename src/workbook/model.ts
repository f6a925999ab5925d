import { CalcError } from "../calc";
import { evaluateFormula, type Surroundings } from "./evaluate-formula";
import { type Formula, parseFormula } from "./formula-tree";
import type { Axis, Block, Item, Line, SheetDescription } from "./sheet-blocks";
import type { Value } from "./spreadsheet-functions";

/** A named cell, or the named cells of an item along its axis. */
export interface Entry {
  readonly sheet: string;
  readonly axis?: Axis;
  readonly definition: Line | Item;
  readonly formula?: Formula;
  /** Values that do not follow from others: inputs and what is fixed. */
  readonly given?: readonly Value[];
}

/** A workbook by names: what each cell is, and what it comes to. Nothing has an address here. */
export interface Model {
  readonly sheets: readonly SheetDescription[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** The entry of a name; an unknown name is a RangeError. */
  readonly entry: (name: string) => Entry;
  /** The value of a single cell, or of an item at a place of its axis, counted from 0. */
  readonly value: (name: string, place?: number) => Value;
  /** The values of an item at every key of its axis; of a single cell, its one value. */
  readonly values: (name: string) => readonly Value[];
}

function entryOf(sheet: string, definition: Line | Item, axis?: Axis): Entry {
  const base = { sheet, definition, ...(axis && { axis }) };
  if ("formula" in definition) return { ...base, formula: parseFormula(definition.formula) };
  if ("input" in definition) return { ...base, given: [definition.input] };
  if ("inputs" in definition) return { ...base, given: definition.inputs };
  const { fixed } = definition;
  return { ...base, given: typeof fixed === "object" ? fixed : [fixed] };
}

function entriesOf(sheet: string, block: Block): [string, Entry][] {
  switch (block.kind) {
    case "lines":
      return block.lines.map((line) => [line.name, entryOf(sheet, line)]);
    case "grid":
      return block.items.map((item) => [item.name, entryOf(sheet, item, block.axis)]);
    default:
      return [];
  }
}

/** The entries of all sheets by name. A name that is given twice is a RangeError. */
function index(sheets: readonly SheetDescription[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { id, blocks } of sheets) {
    for (const [name, entry] of blocks.flatMap((block) => entriesOf(id, block))) {
      if (entries.has(name)) throw new RangeError(`${id}: the name ${name} is given twice`);
      entries.set(name, entry);
    }
  }
  return entries;
}

/** How many cells an entry has. */
export function lengthOf({ axis }: Entry): number {
  return axis?.keys.length ?? 1;
}

/** Sheets as a model that works itself out: each cell once, when it is first asked for. */
export function createModel(sheets: readonly SheetDescription[]): Model {
  const entries = index(sheets);
  const names = [...entries.keys()];
  const rank = new Map(names.map((name, i) => [name, i]));
  const known = new Map<string, Value[]>();
  const underWay = new Set<string>();

  const entry = (name: string): Entry => {
    const found = entries.get(name);
    if (!found) throw new RangeError(`there is no cell named ${name}`);
    return found;
  };

  /** What stands around the cell at a place of an axis. */
  function around(user: string, axis: Axis | undefined, place: number): Surroundings {
    const aligned = (name: string): Value => {
      const { axis: own } = entry(name);
      if (own && own.id !== axis?.id) {
        throw new RangeError(`${user}: ${name} runs along ${own.id}; take ALL, AT or INDEX of it`);
      }
      return value(name, own ? place : 0);
    };
    return {
      cell: aligned,
      all: values,
      soFar: (name) => values(name).slice(0, place + 1),
      previous: (name) => (place === 0 ? null : value(name, place - 1)),
      at: (name, key) => value(name, placeOf(name, key)),
      span: (first, last) => spanned(first, last).map(aligned),
      range: (first, last) => spanned(first, last).flatMap(values),
    };
  }

  /** The names of a span, in the order in which the sheet lists them. */
  function spanned(first: string, last: string): string[] {
    const [from, to] = [rank.get(first), rank.get(last)];
    if (from === undefined || to === undefined || to < from) {
      throw new RangeError(`there is no span from ${first} to ${last}`);
    }
    return names.slice(from, to + 1);
  }

  function placeOf(name: string, key: string): number {
    const place = entry(name).axis?.keys.findIndex((one) => one.key === key) ?? -1;
    if (place < 0) throw new RangeError(`${name} has no cell for ${key}`);
    return place;
  }

  function value(name: string, place = 0): Value {
    const found = entry(name);
    if (found.given) return found.given[place] ?? null;
    let values = known.get(name);
    if (!values) known.set(name, (values = []));
    const before = values[place];
    if (before !== undefined) return before;
    const id = `${name} ${place}`;
    if (underWay.has(id)) throw new RangeError(`${name} depends on itself`);
    underWay.add(id);
    const { formula, axis } = found;
    const worked: Value = formula
      ? evaluateFormula(formula, around(name, axis, place))
      : new CalcError("#N/A", `${name} has no value`);
    underWay.delete(id);
    values[place] = worked;
    return worked;
  }

  function values(name: string): readonly Value[] {
    return Array.from({ length: lengthOf(entry(name)) }, (_, place) => value(name, place));
  }

  return { sheets, entries, entry, value, values };
}
