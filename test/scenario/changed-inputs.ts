import { scenarioModel } from "../../src/scenario/build-scenario";
import { inputPath } from "../../src/scenario/input-path";
import type { Scenario } from "../../src/scenario/scenario";
import type { CellContent, Plan, SheetPlan } from "../../src/workbook/plan";

/** An input cell of a scenario's workbook, and where in the scenario its value comes from. */
export interface InputCell {
  readonly name: string;
  /** Along its axis, counted from 0. */
  readonly place: number;
  /** Such as "tariffs[1].tiers[0].upTo"; undefined for an input of the sheets alone. */
  readonly path: string | undefined;
}

/** Every input cell of a scenario's workbook. */
export function inputCells(scenario: Scenario): InputCell[] {
  return [...scenarioModel(scenario).entries].flatMap(([name, { definition, given = [] }]) =>
    "input" in definition || "inputs" in definition
      ? given.map((_, place) => ({ name, place, path: inputPath(scenario, name, place) }))
      : [],
  );
}

type Part = Record<string, unknown> | unknown[];

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null;
}

function withPart(whole: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  if (!isPart(whole) || !(key in whole)) throw new RangeError(`a scenario has no ${key}`);
  const copy: Part = Array.isArray(whole) ? [...whole] : { ...whole };
  const before: unknown = Reflect.get(whole, key);
  Reflect.set(copy, key, rest.length === 0 ? value : withPart(before, rest, value));
  return copy;
}

/** A scenario with another value at a path. */
export function withValue(scenario: Scenario, path: string, value: number | string): Scenario {
  return withPart(scenario, path.match(/\w+/g) ?? [], value) as Scenario;
}

function withContent(sheet: SheetPlan, row: number, column: number, content: CellContent) {
  const steps = sheet.steps.map((step) =>
    step.do === "write"
      ? {
          ...step,
          cells: step.cells.map((line, i) =>
            line.map((before, j) =>
              step.row + i === row && step.column + j === column ? content : before,
            ),
          ),
        }
      : step,
  );
  return { ...sheet, steps };
}

/** A plan in which one cell of a name holds something else; all that other cells bring stays. */
export function withCell(plan: Plan, { name, place }: InputCell, content: number | string): Plan {
  const sheets = plan.sheets.map((sheet) => {
    const named = sheet.steps.find((step) => step.do === "name" && step.name === name);
    if (named?.do !== "name") return sheet;
    const { row, column, rows } = named.area;
    return rows > 1
      ? withContent(sheet, row + place, column, content)
      : withContent(sheet, row, column + place, content);
  });
  return { ...plan, sheets };
}
