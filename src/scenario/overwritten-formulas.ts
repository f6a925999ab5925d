import { cellAddress } from "../workbook/address";
import { LABEL_COLUMN } from "../workbook/placement";
import type { CellContent, SheetPlan } from "../workbook/plan";
import type { BookCell, BookSheet } from "../workbook/share/book";
import type { Finding } from "../workbook/share/finding";
import { planScenario } from "./build-scenario";
import { KEYS } from "./saved-scenario-properties";
import type { SavedScenario } from "./saved-scenarios";

function key(row: number, column: number): string {
  return `${row} ${column}`;
}

/** What the plan wrote, cell by cell. */
function planned({ steps }: SheetPlan): ReadonlyMap<string, CellContent> {
  return new Map(
    steps.flatMap((step) =>
      step.do === "write"
        ? step.cells.flatMap((line, i) =>
            line.map((content, j) => [key(step.row + i, step.column + j), content] as const),
          )
        : [],
    ),
  );
}

/** The cells that formulas of other cells fill. */
function filledBy(cells: readonly BookCell[]): ReadonlySet<string> {
  return new Set(
    cells.flatMap(({ row, column, fills: { rows, columns } = { rows: 0, columns: 0 } }) =>
      Array.from({ length: rows * columns }, (_, i) =>
        key(row + Math.floor(i / columns), column + (i % columns)),
      ),
    ),
  );
}

function labelText(value: CellContent | undefined): string {
  return typeof value === "string" ? value : "";
}

function overwrittenOn(plan: SheetPlan, { name, cells }: BookSheet): Finding[] {
  const built = planned(plan);
  const filled = filledBy(cells);
  const labels = new Map(
    cells.flatMap(({ row, column, value }) =>
      column === LABEL_COLUMN ? [[row, value] as const] : [],
    ),
  );
  return cells.flatMap(({ row, column, value, formula }): Finding[] => {
    const content = built.get(key(row, column));
    const wasFormula = typeof content === "object" && content !== null;
    if (!wasFormula || formula !== undefined || value === null || value === "") return [];
    if (filled.has(key(row, column))) return [];
    // Where rows were moved, another cell would be taken for this one.
    const label = labelText(built.get(key(row, LABEL_COLUMN)));
    if ((labels.get(row) ?? "") !== label) return [];
    const what = label === "" ? "A value" : `${label}: a value`;
    return [
      {
        kind: "overwritten",
        sheet: name,
        at: cellAddress(row, column),
        isCell: true,
        text: `${what} stands where the scenario has a formula, and does not follow the inputs.`,
      },
    ];
  });
}

/**
 * The calculated cells of a scenario that hold typed values now. Sheets that are gone and rows that
 * were moved are passed over, as is a scenario that cannot be read.
 *
 * @param saved the scenario, as the workbook keeps it
 * @param sheets the sheets of the workbook
 */
export function overwrittenFormulas(saved: SavedScenario, sheets: readonly BookSheet[]): Finding[] {
  const { id, content } = saved;
  if ("problem" in content) return [];
  const { scenario, style, at, version } = content;
  const plan = planScenario(scenario, [], style, { id, at, version });
  return plan.sheets.flatMap((built) => {
    const name = saved.sheets.get(built.properties?.[KEYS.sheet] ?? "");
    const sheet = sheets.find((one) => one.name === name);
    return sheet ? overwrittenOn(built, sheet) : [];
  });
}
