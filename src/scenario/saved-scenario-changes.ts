import type { CellValue } from "../workbook/host";
import { cellAt, type Place, placeEntries } from "../workbook/placement";
import type { NumberFormat } from "../workbook/plan";
import type { SheetDescription } from "../workbook/sheet-blocks";
import { frameCells } from "../workbook/sheet-frame";
import { scenarioModel } from "./build-scenario";
import { inputPath } from "./input-path";
import { cellIn, type ReadCells, readAreas } from "./saved-scenario-cells";
import type { SavedScenario } from "./saved-scenarios";
import type { Scenario } from "./scenario";

/** An input that was changed on a sheet after it was built. */
export interface InputChange {
  readonly label: string;
  readonly format: NumberFormat;
  readonly built: CellValue;
  readonly now: CellValue;
}

/** A scenario with what was changed on its sheets. */
export interface ChangedScenario {
  /** With every change that a scenario can hold. */
  readonly scenario: Scenario;
  readonly taken: readonly InputChange[];
  /** Changes of inputs that the sheets alone have, or to what the input cannot be. */
  readonly left: readonly InputChange[];
  /** Sheets whose rows or columns were moved, so that no input on them is compared. */
  readonly moved: readonly string[];
}

interface Input {
  readonly name: string;
  readonly label: string;
  readonly format: NumberFormat;
  readonly place: number;
  readonly row: number;
  readonly column: number;
  readonly built: CellValue;
}

/** Enough digits that a number read back is the one that was written. */
const SAME = 1e-12;

function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  }
  return a === b;
}

/** Prices that a model need not have. */
const NULLABLE = /^prices\[\d+\]\.(cache|negotiated)/;

/** The keys of a path such as "tariffs[1].tiers[0].upTo". */
function keysOf(path: string): string[] {
  return path.match(/[^.[\]]+/g) ?? [];
}

function withValue(
  whole: unknown,
  [key = "", ...rest]: readonly string[],
  value: CellValue,
): unknown {
  const child = (whole as Readonly<Record<string, unknown>>)[key];
  const changed = rest.length === 0 ? value : withValue(child, rest, value);
  if (Array.isArray(whole)) return whole.map((one, i) => (i === Number(key) ? changed : one));
  return { ...(whole as object), [key]: changed };
}

function valueAt(whole: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (part, key) => (part as Readonly<Record<string, unknown>> | null | undefined)?.[key],
    whole,
  );
}

/** The scenario with one input as the sheet has it; undefined where the scenario cannot hold that. */
function takenOver(scenario: Scenario, { name, place }: Input, now: CellValue) {
  const path = inputPath(scenario, name, place);
  if (path === undefined) return undefined;
  const keys = keysOf(path);
  const before = valueAt(scenario, keys);
  const fits =
    typeof now === typeof before && now !== null
      ? before !== null
      : NULLABLE.test(path) && (now === null || typeof now === "number");
  // The value is of the type that stands there.
  return fits ? (withValue(scenario, keys, now) as Scenario) : undefined;
}

/** Whether labels and headings stand where they were built. */
function isInPlace(sheet: SheetDescription, grid: readonly (readonly CellValue[])[]): boolean {
  return frameCells(sheet)
    .filter(({ style }) => style === "label" || style === "columnHeading")
    .every(({ row, column, text }) => cellIn(grid, row, column) === text);
}

/**
 * What was changed in the input cells of a saved scenario, taken over where a scenario can hold it.
 *
 * @param read reads cells of the workbook
 */
export async function changedScenario(
  read: ReadCells,
  saved: Pick<SavedScenario, "sheets">,
  scenario: Scenario,
): Promise<ChangedScenario> {
  const model = scenarioModel(scenario);
  const places: ReadonlyMap<string, Place> = placeEntries(model.sheets, saved.sheets);
  const taken: InputChange[] = [];
  const left: InputChange[] = [];
  const moved: string[] = [];
  let changed = scenario;
  for (const sheet of model.sheets) {
    const name = saved.sheets.get(sheet.id);
    const inputs = inputsOf(sheet.id);
    if (name === undefined || inputs.length === 0) continue;
    const frame = frameCells(sheet).map((cell) => ({ ...cell, rows: 1, columns: 1 }));
    const cells = inputs.map((cell) => ({ ...cell, rows: 1, columns: 1 }));
    const grid = await readAreas(read, name, [...frame, ...cells]);
    if (!isInPlace(sheet, grid)) {
      moved.push(name);
      continue;
    }
    for (const input of inputs) {
      const now = cellIn(grid, input.row, input.column);
      const { label, format, built } = input;
      if (isSame(now, built)) continue;
      const next = takenOver(changed, input, now);
      (next ? taken : left).push({ label, format, built, now });
      changed = next ?? changed;
    }
  }
  return { scenario: changed, taken, left, moved };

  /** The input cells of a sheet. */
  function inputsOf(sheet: string): Input[] {
    return [...model.entries].flatMap(
      ([name, { sheet: own, definition, axis, given }]): Input[] => {
        const entry = places.get(name);
        const isInput = "input" in definition || "inputs" in definition;
        if (own !== sheet || !isInput || !entry) return [];
        return (given ?? []).map((value, place) => {
          const [row, column] = cellAt(entry, place);
          const key = axis?.keys[place]?.label;
          const label = key === undefined ? definition.label : `${definition.label}, ${key}`;
          const built = typeof value === "object" ? null : value;
          return { name, label, format: definition.format, place, row, column, built };
        });
      },
    );
  }
}
