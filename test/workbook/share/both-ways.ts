import { FUNCTIONS } from "../../../src/functions";
import { installCustomFunctions } from "../../../src/hosts/workbench/custom-functions-runtime";
import { cellAddress } from "../../../src/workbook/address";
import { aroundIn, CALLS, ONE, READ, TODAY } from "./around-in";
import type { Shape } from "../../../src/workbook/share/around";
import { PricesSheet } from "../../../src/workbook/share/prices-sheet";
import { type Rewritten, rewrite } from "../../../src/workbook/share/rewrite";
import type { Plan } from "../../../src/workbook/plan";
import type { Calculated, CellContent, CellValue, Engine, Sheet } from "../../engines/cells";
import { calculateWithUniver, univer } from "../../engines/univer";
import { functionMetadata } from "../../functions/function-metadata";
import { sheetsOf } from "../../scenario/plan-cells";

/** Lets the clock of dates, and no other, stand at that day while the tests of a suite run. */
export function keepToday(): void {
  const clocks = [
    "hrtime",
    "nextTick",
    "performance",
    "queueMicrotask",
    "setImmediate",
    "setInterval",
    "setTimeout",
    "clearImmediate",
    "clearInterval",
    "clearTimeout",
    "requestAnimationFrame",
    "cancelAnimationFrame",
    "requestIdleCallback",
    "cancelIdleCallback",
  ] as const;
  beforeAll(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 8, 1, 12), doNotFake: [...clocks] });
  });
  afterAll(() => {
    jest.useRealTimers();
  });
}

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

/** Below one another, an empty row between: the row of each. */
function rowsOf(cases: readonly Case[]): number[] {
  let next = 0;
  return cases.map(({ size = ONE }) => {
    const row = next;
    next += size.rows + 1;
    return row;
  });
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

type Rows = readonly (readonly CellValue[])[];

function valuesRead(calculated: Calculated, addresses: readonly (readonly string[])[]): Rows {
  const read = calculated.get(READ);
  return addresses.map((each) => each.map((address) => read?.get(address) ?? "nothing"));
}

/** What formulas give as they are, in Univer with our functions; and rewritten, if another program works these out. */
export async function prepare(data: readonly Sheet[], cases: readonly Case[]) {
  const direct = calling(cases, (i) => [{ row: 0, column: 0, formula: cases[i]?.formula ?? "" }]);
  const calculated = await calculateWithUniver(
    [...data, ...direct.sheets],
    everyFunction(),
    await functionMetadata(),
  );
  const prices = new PricesSheet("Pinned prices", TODAY);
  const rows = rowsOf(cases);
  const rewritten = cases.map(({ formula, size }, i) =>
    rewrite(formula, aroundIn(data, prices, { row: rows[i], size, calculated })),
  );
  const plan = prices.plan();
  const pinned: Plan = { sheets: plan ? [plan] : [], show: "" };
  return {
    rewritten,
    direct: valuesRead(calculated, direct.addresses),
    /** What the first so many of them give rewritten. */
    natively: async (engine: Engine, count = cases.length): Promise<Rows> => {
      const native = calling(cases.slice(0, count), (i) => {
        const one = rewritten[i];
        return one?.kind === "native" ? one.cells : [];
      });
      const calculated = await engine([...data, ...sheetsOf(pinned), ...native.sheets]);
      return valuesRead(calculated, native.addresses);
    },
  };
}

/** Works formulas out by Univer twice: as they are, with our functions, and rewritten, without them. */
export async function bothWays(
  data: readonly Sheet[],
  cases: readonly Case[],
): Promise<Compared[]> {
  const { rewritten, direct, natively } = await prepare(data, cases);
  const native = await natively(univer);
  return cases.map(({ formula }, i) => ({
    formula,
    rewritten: rewritten[i] ?? { kind: "unchanged" },
    direct: direct[i] ?? [],
    native: native[i] ?? [],
  }));
}

/** Whether two cells show the same: numbers to 1e-9 of their size or scale, errors by their kind. */
export function isSame(a: CellValue | undefined, b: CellValue | undefined, scale = 0): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), scale);
  }
  if (typeof a === "object" && typeof b === "object") return a.error === b.error;
  return a === b;
}
