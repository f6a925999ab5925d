import { cellAddress } from "../../src/workbook/address";
import type { CellContent, NumberFormat, Plan, SheetPlan } from "../../src/workbook/plan";
import type { Calculated, Sheet } from "../engines/cells";

function written({ steps }: SheetPlan): [string, CellContent][] {
  return steps.flatMap((step) =>
    step.do === "write"
      ? step.cells.flatMap((line, i) =>
          line.map((content, j): [string, CellContent] => [
            cellAddress(step.row + i, step.column + j),
            content,
          ]),
        )
      : [],
  );
}

/** What a plan writes, for programs that calculate. */
export function sheetsOf(plan: Plan): Sheet[] {
  return plan.sheets.map((sheet) => ({
    name: sheet.name,
    cells: new Map(
      written(sheet).flatMap(([address, content]) =>
        content === null ? [] : [[address, content] as const],
      ),
    ),
  }));
}

/** Something that a plan says of a cell, by its address. */
function marks<T>(
  { steps }: SheetPlan,
  markOf: (step: SheetPlan["steps"][number]) => T | undefined,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const step of steps) {
    const mark = markOf(step);
    if (mark === undefined || !("area" in step)) continue;
    const { row, column, rows, columns } = step.area;
    for (let i = 0; i < rows * columns; i++) {
      const address = cellAddress(row + Math.floor(i / columns), column + (i % columns));
      found.set(address, mark);
    }
  }
  return found;
}

export interface FormulaCell {
  readonly sheet: string;
  readonly address: string;
  readonly name: string;
  readonly format: NumberFormat;
  readonly formula: string;
  /** The value that the plan brings. */
  readonly cached: Exclude<CellContent, null | number | string | boolean>["value"];
}

/** Every formula of a plan with the name of its cell, its format and the value that it brings. */
export function formulasOf(plan: Plan): FormulaCell[] {
  return plan.sheets.flatMap((sheet) => {
    const names = marks(sheet, (step) => (step.do === "name" ? step.name : undefined));
    const formats = marks(sheet, (step) => (step.do === "numberFormat" ? step.format : undefined));
    return written(sheet).flatMap(([address, content]): FormulaCell[] =>
      typeof content !== "object" || content === null
        ? []
        : [
            {
              sheet: sheet.name,
              address,
              name: names.get(address) ?? "",
              format: formats.get(address) ?? "general",
              formula: content.formula,
              cached: content.value,
            },
          ],
    );
  });
}

const TOLERANCE = 1e-9;

/** What a formula comes to elsewhere, where that is not what the plan brings. */
export interface Difference extends FormulaCell {
  readonly elsewhere: unknown;
}

/**
 * How large a figure is by nature: what is far smaller is a difference of such figures, or a tail
 * of the distribution that programs end at different places.
 */
const SCALES: Readonly<Partial<Record<NumberFormat, number>>> = {
  // Shares, factors, deviations and residuals are measured against 1, money against a cent,
  // tasks against a thousandth; prices and costs of a task against themselves.
  percent: 1,
  decimal: 1,
  general: 1,
  residual: 1,
  money: 0.01,
  moneyWhole: 0.01,
  amount: 0.01,
  amountWhole: 0.01,
  count: 0.001,
};

/** What one tier adds to an expected charge: a difference of shares of customers and of usage. */
const TIER_PART = /^(.+\.expected)\.\d+$/;

/** Differences of margins, which may be large where hardly anything is charged. */
const OF_MARGINS = /^(bar\.|driver\.swing)/;

/** The name of the figures against which a figure is measured; "" where there is none. */
function wholeOf(name: string): string {
  return OF_MARGINS.test(name) ? "case.margin" : (TIER_PART.exec(name)?.[1] ?? "");
}

/** The largest figure of each name, against which its parts are measured. */
function largest(formulas: readonly FormulaCell[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { name, cached } of formulas) {
    if (typeof cached === "number") {
      found.set(name, Math.max(found.get(name) ?? 0, Math.abs(cached)));
    }
  }
  return found;
}

/**
 * Formulas whose calculated value is not the one that the plan brings: numbers within 1e-9 of
 * their own size or of what the figure is by nature, texts and errors exactly.
 */
export function differences(
  formulas: readonly FormulaCell[],
  calculated: Calculated,
): Difference[] {
  const wholes = largest(formulas);
  return formulas.flatMap((cell) => {
    const elsewhere = calculated.get(cell.sheet)?.get(cell.address);
    const { cached, format } = cell;
    const whole = wholes.get(wholeOf(cell.name)) ?? 0;
    const scale = Math.max(SCALES[format] ?? 0, whole);
    const isSame =
      typeof cached === "number" && typeof elsewhere === "number"
        ? Math.abs(cached - elsewhere) <= TOLERANCE * Math.max(Math.abs(cached), scale)
        : typeof cached === "object" && typeof elsewhere === "object"
          ? cached.error === elsewhere.error
          : // A text of nothing is no value in a file.
            cached === (elsewhere ?? "");
    return isSame ? [] : [{ ...cell, elsewhere }];
  });
}

/** What a reader needs to see of differences: how many, and the first few. */
export function inShort(found: readonly Difference[]) {
  const first = found.slice(0, 3).map(({ sheet, address, name, formula, cached, elsewhere }) => ({
    at: `${sheet}!${address} ${name}`,
    formula,
    cached,
    elsewhere,
  }));
  return { count: found.length, first };
}

export const NO_DIFFERENCE = { count: 0, first: [] };
