import { FUNCTIONS } from "../../../src/functions";
import { installCustomFunctions } from "../../../src/hosts/workbench/custom-functions-runtime";
import { CalcError } from "../../../src/calc";
import { cellAddress } from "../../../src/workbook/address";
import type { Around, Shape } from "../../../src/workbook/share/around";
import { PricesSheet } from "../../../src/workbook/share/prices-sheet";
import { type Rewritten, rewrite } from "../../../src/workbook/share/rewrite";
import type { Value } from "../../../src/workbook/spreadsheet-functions";
import type { Plan } from "../../../src/workbook/plan";
import type { Calculated, CellContent, CellValue, Engine, Sheet } from "../../engines/cells";
import { calculateWithUniver } from "../../engines/univer";
import { functionMetadata } from "../../functions/function-metadata";
import { sheetsOf } from "../../scenario/plan-cells";

/** 2026-09-01 as an Excel date: the day of making in these tests. */
export const TODAY = 46266;

/** A formula, and over how many cells it spills. */
export interface Case {
  readonly formula: string;
  readonly size?: Shape;
}

/** A formula worked out as it is and rewritten, cell by cell. */
export interface Compared {
  readonly formula: string;
  readonly rewritten: Rewritten;
  readonly direct: readonly CellValue[];
  readonly native: readonly CellValue[];
}

const ONE: Shape = { rows: 1, columns: 1 };
const CALLS = "Calls";
const READ = "Read";

/** Below one another, an empty row between: the row of each. */
function rowsOf(cases: readonly Case[]): number[] {
  let next = 0;
  return cases.map(({ size = ONE }) => {
    const row = next;
    next += size.rows + 1;
    return row;
  });
}

const CODES = ["#DIV/0!", "#NUM!", "#VALUE!", "#N/A"] as const;

function valueOf(content: CellContent | CellValue | undefined): Value | undefined {
  if (content === undefined) return null;
  if (typeof content !== "object") return content;
  const code = CODES.find((each) => "error" in content && content.error === each);
  return code && new CalcError(code, "an error");
}

/** What only a workbook knows, of one made of such sheets and of what its formulas give. */
export function aroundIn(
  sheets: readonly Sheet[],
  prices: PricesSheet,
  {
    row = 0,
    size = ONE,
    calculated = new Map(),
  }: {
    readonly row?: number | undefined;
    readonly size?: Shape | undefined;
    readonly calculated?: Calculated;
  } = {},
): Around {
  return {
    cell: { sheet: CALLS, row, column: 0 },
    size,
    lookUp: () => undefined,
    valueAt: ({ sheet, row: r, column }) => {
      const address = cellAddress(r, column);
      return sheet === CALLS
        ? valueOf(calculated.get(READ)?.get(address))
        : valueOf(sheets.find(({ name }) => name === sheet)?.cells.get(address));
    },
    spillAt: () => undefined,
    prices,
  };
}

function everyFunction() {
  installCustomFunctions();
  return new Map(
    [...FUNCTIONS].map(([id, definition]) => {
      // Every definition spills; the registry tells no more than what all arities share.
      const { spill } = definition as unknown as { spill: (...cells: unknown[]) => unknown };
      return [id, spill] as const;
    }),
  );
}

/** The sheet with the formulas, and one that reads every cell they fill. */
function calling(
  cases: readonly Case[],
  formulas: (i: number) => readonly { row: number; column: number; formula: string }[],
): { sheets: Sheet[]; addresses: string[][] } {
  const rows = rowsOf(cases);
  const cells = new Map<string, CellContent>();
  const read = new Map<string, CellContent>();
  const addresses = cases.map(({ size = ONE }, i) => {
    const top = rows[i] ?? 0;
    for (const { row, column, formula } of formulas(i)) {
      cells.set(cellAddress(top + row, column), { formula });
    }
    return Array.from({ length: size.rows * size.columns }, (_, k) => {
      const [row, column] = [Math.floor(k / size.columns), k % size.columns];
      const address = cellAddress(top + row, column);
      read.set(address, { formula: `=${CALLS}!${address}` });
      return address;
    });
  });
  return {
    sheets: [
      { name: CALLS, cells },
      { name: READ, cells: read },
    ],
    addresses,
  };
}

/**
 * Works formulas out twice: as they are, by Univer with our functions, and rewritten, by another
 * program (Univer without our functions unless said).
 */
export async function bothWays(
  data: readonly Sheet[],
  cases: readonly Case[],
  engine: Engine = (sheets) => calculateWithUniver(sheets),
): Promise<Compared[]> {
  const direct = calling(cases, (i) => [{ row: 0, column: 0, formula: cases[i]?.formula ?? "" }]);
  const directly = await calculateWithUniver(
    [...data, ...direct.sheets],
    everyFunction(),
    await functionMetadata(),
  );
  const prices = new PricesSheet("Pinned prices", TODAY);
  const rows = rowsOf(cases);
  const rewritten = cases.map(({ formula, size }, i) =>
    rewrite(formula, aroundIn(data, prices, { row: rows[i], size, calculated: directly })),
  );
  const native = calling(cases, (i) => {
    const one = rewritten[i];
    return one?.kind === "native" ? one.cells : [];
  });
  const plan = prices.plan();
  const pinned: Plan = { sheets: plan ? [plan] : [], show: "" };
  const natively = await engine([...data, ...sheetsOf(pinned), ...native.sheets]);
  return cases.map(({ formula }, i) => {
    const read = (calculated: Awaited<ReturnType<Engine>>) =>
      (direct.addresses[i] ?? []).map((address) => calculated.get(READ)?.get(address) ?? "nothing");
    return {
      formula,
      rewritten: rewritten[i] ?? { kind: "unchanged" },
      direct: read(directly),
      native: read(natively),
    };
  });
}

/** Whether two cells show the same: numbers to 1e-9 of their size or scale, errors by their kind. */
export function isSame(a: CellValue | undefined, b: CellValue | undefined, scale = 0): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), scale);
  }
  if (typeof a === "object" && typeof b === "object") return a.error === b.error;
  return a === b;
}
