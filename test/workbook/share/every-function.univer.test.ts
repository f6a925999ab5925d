import { FUNCTIONS, type AnyFunction } from "../../../src/functions";
import { cellAddress, areaAddress } from "../../../src/workbook/address";
import type { CellContent, Sheet } from "../../engines/cells";
import { bothWays, type Case, type Compared, isSame } from "./both-ways";

const PATIENCE_MS = 300_000;

/** Where lists stand: a row each, below the examples. */
const LISTS_ROW = 30;

interface Asked {
  readonly id: string;
  readonly sheet: Sheet;
  readonly cases: readonly Case[];
}

/** A function's examples in a sheet, a row each, and formulas that call it with them. */
function ask(id: string, definition: AnyFunction, i: number): Asked {
  // Every fourth sheet has a quote in its name, which is doubled in references.
  const name = i % 4 === 0 ? `It's (${i})` : `P & L (${i})`;
  const prefix = `'${name.replace("'", "''")}'!`;
  const cells = new Map<string, CellContent>();
  const { params, examples } = definition;
  const put = (row: number, column: number, content: unknown) => {
    if (content === null || content === undefined) return;
    cells.set(cellAddress(row, column), content as CellContent);
  };
  const width = Math.max(...examples.map(({ args }) => args.length));
  const listOf = (example: number, i: number) => {
    const list = examples[example]?.args[i];
    const columns = Array.isArray(list) ? list.length : 1;
    const area = { row: LISTS_ROW + example * 10 + i, column: 0, rows: 1, columns };
    return prefix + areaAddress(area);
  };
  for (const [row, { args }] of examples.entries()) {
    for (const [i, arg] of args.entries()) {
      if (!Array.isArray(arg)) put(row, i, arg);
      else for (const [k, entry] of arg.entries()) put(LISTS_ROW + row * 10 + i, k, entry);
    }
  }
  const given = (example: number) => examples[example]?.args ?? [];
  const call = (example: number) =>
    `AIM.${id}(${given(example)
      .map((arg, i) => (Array.isArray(arg) ? listOf(example, i) : prefix + cellAddress(example, i)))
      .join(",")})`;
  // Blank cells count as left out, so every example may have as many arguments as any.
  const rows = examples.length;
  const overAll = `AIM.${id}(${params
    .slice(0, width)
    .map((parameter, i) =>
      parameter.kind === "list"
        ? listOf(0, i)
        : prefix + areaAddress({ row: 0, column: i, rows, columns: 1 }),
    )
    .join(",")})`;
  if (definition.shape === "table") {
    const tables = definition.examples.map((example, i): Case => {
      const size =
        "gives" in example
          ? { rows: example.gives.length + 1, columns: definition.headings.length }
          : { rows: 1, columns: 1 };
      return { formula: `=${call(i)}`, size };
    });
    const parts = [
      `=INDEX(${call(0)},2,4)`,
      `=INDEX(${call(0)},2,3)*2-0.5`,
      `=MAX(INDEX(${call(0)},0,5))`,
      `=INDEX(${call(0)},${prefix}Z1+2,3)`,
    ];
    return {
      id,
      sheet: { name, cells },
      cases: [...tables, ...parts.map((formula) => ({ formula }))],
    };
  }
  const isText = examples.some(
    (example) => "gives" in example && typeof example.gives === "string",
  );
  const isOfLists = params.every(({ kind }) => kind === "list");
  const singles = examples.flatMap((_, i) => [
    `=${call(i)}`,
    `=IFERROR(${call(i)},"none")`,
    ...(isText ? [] : [`=IF(${call(i)}>0.5,-${call(i)}^2,${call(0)}%)`, `=10-${call(i)}/2`]),
  ]);
  const together = isText
    ? [`=COUNT(${overAll})`]
    : [`=SUM(IFERROR(${overAll},0))`, `=MAX(IFERROR(${overAll},7),3)`];
  const nested = isText
    ? []
    : [`=AIM.PRIORITYSCORE(${call(0)},0.5,1+AIM.GROSSMARGIN(4,${call(0)}*0+1))`];
  const ranges: Case[] = [
    ...together.map((formula) => ({ formula })),
    { formula: `=${overAll}`, size: { rows, columns: 1 } },
    {
      formula: isText ? `=IFERROR(${overAll},"")&" x"` : `=IFERROR(${overAll},0.5)*3`,
      size: { rows, columns: 1 },
    },
  ];
  return {
    id,
    sheet: { name, cells },
    cases: [
      ...[...singles, ...nested].map((formula) => ({ formula })),
      ...(isOfLists ? [] : ranges),
    ],
  };
}

const asked = [...FUNCTIONS].map(([id, definition], i) => ask(id, definition, i));

describe("rewritten formulas of every function", () => {
  let compared: Compared[] = [];
  beforeAll(async () => {
    const sheets = asked.map(({ sheet }) => sheet);
    compared = await bothWays(
      sheets,
      asked.flatMap(({ cases }) => cases),
    );
  }, PATIENCE_MS);

  test.each(asked)("$id gives in Univer what its code gives", ({ id, cases }) => {
    const formulas = new Set(cases.map(({ formula }) => formula));
    const own = compared.filter(({ formula }) => formulas.has(formula));
    expect({ id, count: own.length }).toEqual({ id, count: formulas.size });
    // Some sums of many long texts are longer than Excel takes.
    const tooLong = own.filter(
      ({ rewritten }) => rewritten.kind === "value" && rewritten.reason.startsWith("it would take"),
    );
    expect(tooLong.length).toBeLessThanOrEqual(2);
    const different = own
      .filter((one) => !tooLong.includes(one))
      .filter(({ direct, native }) => direct.some((value, i) => !isSame(value, native[i])))
      .map(({ formula, rewritten, direct, native }) => ({ formula, rewritten, direct, native }));
    expect(different.slice(0, 3)).toEqual([]);
  });
});
