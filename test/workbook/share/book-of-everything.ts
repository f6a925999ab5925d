import { FUNCTIONS, type AnyFunction } from "../../../src/functions";
import { exampleCall } from "../../../src/functions/example-call";
import { areaAddress, cellAddress } from "../../../src/workbook/address";
import type { Shape } from "../../../src/workbook/share/around";

/** A formula, and the cells that it fills where these are several. */
export interface Written {
  readonly formula: string;
  readonly fills?: Shape;
  /** What its first cell shows, where an example of the function says so. */
  readonly gives?: number | string;
}

export type Content = number | string | Written;

/** Sheets by name: contents by row and column, counted from 0. */
export type Contents = readonly (readonly [row: number, column: number, content: Content])[];

export const INPUTS = "Q3 'final' costs";
export const PLAN = "2026 plan";
export const HIDDEN = "Back office";
export const VERY_HIDDEN = "Vault";
export const SALES = "Sales";

const PREFIX = "'Q3 ''final'' costs'!";

/** A name of the whole workbook that is worked out by one of our functions. */
export const NAME = {
  name: "Blended",
  formula: `=AIM.BLENDEDMARGIN(${SALES}!$A$2:$A$4,${SALES}!$B$2:$B$4)`,
};

/** Revenue and cost of three customers, the data of a table below its headings. */
const CUSTOMERS = [
  [10, 4],
  [20, 5],
  [40, 30],
] as const;

/** The column of the table that is worked out: in the words of the table, or by the row's cells. */
export function marginOfRow(row: number, isTable: boolean): string {
  const [revenue, cost] = isTable
    ? [`${SALES}[[#This Row],[Revenue]]`, `${SALES}[[#This Row],[Cost]]`]
    : [`A${row + 1}`, `B${row + 1}`];
  return `=AIM.GROSSMARGIN(${revenue},${cost})`;
}

/** Whether a cell is of that column. */
export function isMarginOfRow(
  sheet: string,
  { row, column }: { readonly row: number; readonly column: number },
): boolean {
  return sheet === SALES && row >= 1 && row <= CUSTOMERS.length && column === 2;
}

interface Block {
  readonly inputs: Contents;
  readonly plan: Contents;
  readonly hidden: Contents;
  readonly veryHidden: Contents;
  /** Rows that it takes on every sheet. */
  readonly rows: number;
}

/** What a function's examples say, as far as the book needs it. */
interface Pick {
  readonly args: readonly unknown[];
  readonly gives?: unknown;
}

/** Three examples with figures, then one with an error: an error in a range spoils its own cell alone. */
function picksOf({ examples }: AnyFunction): readonly [Pick, ...Pick[]] {
  const all: readonly Pick[] = examples;
  const [first, ...others] = all.filter(({ gives }) => gives !== undefined);
  const error = all.find(({ gives }) => gives === undefined);
  if (!first || !error) throw new Error("a function has an example of each kind");
  return [first, ...others.slice(0, 2), error];
}

function isBlank(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function contentOf(value: unknown): Content {
  if (typeof value === "number" || typeof value === "string") return value;
  throw new Error(`${String(value)} is no input`);
}

function inputsOf(picks: readonly Pick[], top: number): Contents {
  const singles = picks.flatMap(({ args }, i) =>
    args.flatMap((arg, column) =>
      Array.isArray(arg) || isBlank(arg) ? [] : [[top + i, column, contentOf(arg)] as const],
    ),
  );
  const lists = (picks[0]?.args ?? []).flatMap((arg, i) =>
    (Array.isArray(arg) ? (arg as readonly unknown[]) : []).flatMap((entry, column) =>
      isBlank(entry) ? [] : [[top + picks.length + i, column, contentOf(entry)] as const],
    ),
  );
  return [...singles, ...lists];
}

/** A call of the first example's arguments; over the rows of all examples where it is to spill. */
function callOf(
  id: string,
  { params }: AnyFunction,
  picks: readonly [Pick, ...Pick[]],
  { top, rows }: { readonly top: number; readonly rows: number },
): string {
  const args = picks[0].args.map((arg, column) => {
    if (!Array.isArray(arg)) {
      if (params[column]?.kind === "list") return "";
      return PREFIX + areaAddress({ row: top, column, rows, columns: 1 });
    }
    const row = top + picks.length + column;
    return PREFIX + areaAddress({ row, column: 0, rows: 1, columns: arg.length });
  });
  return `AIM.${id}(${args.join(",")})`;
}

/** A function that gives one figure: alone, nested, within others, and spilled. */
function scalarPlan(
  id: string,
  definition: AnyFunction,
  picks: readonly [Pick, ...Pick[]],
  top: number,
): Contents {
  const call = callOf(id, definition, picks, { top, rows: 1 });
  const over = callOf(id, definition, picks, { top, rows: picks.length });
  const gives = contentOf(picks[0].gives);
  if (typeof gives === "object") throw new Error("an example gives no formula");
  const isText = typeof gives === "string";
  const spills = definition.params.some(({ kind }) => kind !== "list");
  const single = isText
    ? [`=IF(LEN(${call})>6,${call}&"!",${call})`, `=IFERROR(${over},"none")`]
    : [
        `=IF(${call}>0.5,-${call}^2,0.25)`,
        `=AIM.PRIORITYSCORE(${call}^2,0.5,1+AIM.GROSSMARGIN(4,1))`,
      ];
  const together = isText
    ? `=SUM(IF(IFERROR(${over},"")="${gives}",1,0))`
    : `=SUM(IFERROR(${over},0))`;
  const size = { rows: picks.length, columns: 1 };
  const anchor = `${cellAddress(top, 4)}#`;
  return [
    [top, 0, { formula: `=${call}`, gives }],
    [top, 1, { formula: single[0] ?? "" }],
    [top, 2, { formula: single[1] ?? "", ...(isText && { fills: size }) }],
    [top, 3, { formula: together }],
    [top, 4, { formula: `=${over}`, gives, ...(spills && { fills: size }) }],
    ...(spills
      ? ([
          [top, 5, { formula: isText ? `=COUNTA(${anchor})` : `=SUM(IFERROR(${anchor},0))` }],
          [top, 6, { formula: `=IFERROR(${anchor},7)`, fills: size }],
        ] as const)
      : []),
  ];
}

/** A function that gives a table: whole, a cell of it, and a column of it. */
function tablePlan(
  id: string,
  definition: AnyFunction & { readonly shape: "table" },
  picks: readonly [Pick, ...Pick[]],
  top: number,
): Contents {
  const call = callOf(id, definition, picks, { top, rows: 1 });
  const { gives } = picks[0];
  const rows = (Array.isArray(gives) ? gives.length : 0) + 1;
  const columns = definition.headings.length;
  return [
    [
      top,
      0,
      { formula: `=${call}`, gives: definition.headings[0] ?? "", fills: { rows, columns } },
    ],
    [top, columns + 1, { formula: `=INDEX(${call},2,4)*2` }],
    [top + 1, columns + 1, { formula: `=SUM(INDEX(${call},2,3),AIM.GROSSMARGIN(4,1))` }],
    [top + 2, columns + 1, { formula: `=MAX(${cellAddress(top, 0)}#)` }],
  ];
}

function blockOf(id: string, definition: AnyFunction, top: number): Block {
  const picks = picksOf(definition);
  const literal = exampleCall(`AIM.${id}`, definition, picks[0].args);
  const failing = exampleCall(`AIM.${id}`, definition, picks.at(-1)?.args ?? []);
  const call = callOf(id, definition, picks, { top, rows: 1 });
  const isTable = definition.shape === "table";
  const figureOf = (table: string) => (isTable ? `INDEX(${table},2,3)` : table);
  return {
    inputs: inputsOf(picks, top),
    plan: isTable ? tablePlan(id, definition, picks, top) : scalarPlan(id, definition, picks, top),
    hidden: [[top, 0, { formula: `=${figureOf(literal.slice(1))}` }]],
    veryHidden: [
      [top, 0, { formula: `=IFERROR(${figureOf(failing.slice(1))},"none")` }],
      [top, 1, { formula: `=IF(ISERROR(${figureOf(call)}),"no","yes")` }],
    ],
    rows: picks.length + definition.params.length + 2,
  };
}

/**
 * A workbook with every function of the registry, scalar and over ranges, within others and as an
 * argument of others, on sheets whose names take quotes and that are hidden, with a name, and with
 * cells of which hosts that have tables make one.
 */
export function bookOfEverything(): ReadonlyMap<string, Contents> {
  let top = 0;
  const blocks = [...FUNCTIONS].map(([id, definition]) => {
    const block = blockOf(id, definition, top);
    top += block.rows;
    return block;
  });
  const customers = CUSTOMERS.flatMap(([revenue, cost], i) => [
    [i + 1, 0, revenue] as const,
    [i + 1, 1, cost] as const,
    // 1 - 4/10, 1 - 5/20 and 1 - 30/40
    [i + 1, 2, { formula: marginOfRow(i + 1, false), gives: [0.6, 0.75, 0.25][i] ?? 0 }] as const,
  ]);
  return new Map<string, Contents>([
    [INPUTS, blocks.flatMap(({ inputs }) => inputs)],
    [
      SALES,
      [
        [0, 0, "Revenue"],
        [0, 1, "Cost"],
        [0, 2, "Margin"],
        ...customers,
        // 1 - 39/70
        [5, 0, { formula: "=Blended*70", gives: 31 }],
        [6, 0, { formula: "=AIM.MARGINBAND(Blended)", gives: "Below healthy" }],
      ],
    ],
    [PLAN, blocks.flatMap(({ plan }) => plan)],
    [HIDDEN, blocks.flatMap(({ hidden }) => hidden)],
    [VERY_HIDDEN, blocks.flatMap(({ veryHidden }) => veryHidden)],
  ]);
}
