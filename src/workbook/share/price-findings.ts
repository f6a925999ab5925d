import { type PriceKind, type PriceRecord, priceRecords } from "../../catalog";
import { CalcError } from "../../calc";
import { cellAddress } from "../address";
import type { BookSheet } from "./book";
import type { Finding } from "./finding";

/** How the headings of pinned prices call the kinds, on sheets of a scenario and of a shared workbook. */
const HEADINGS: Readonly<Record<string, PriceKind>> = Object.fromEntries(
  (
    [
      ["input", "input"],
      ["output", "output"],
      ["cache read", "cacheRead"],
      ["cache write", "cacheWrite"],
    ] as const
  ).flatMap(([label, kind]) => [
    [label, kind],
    [`${label}, list`, kind],
  ]),
);

interface Column {
  readonly column: number;
  readonly kind: PriceKind;
}

/** Rows of cells by number and column. */
type Grid = ReadonlyMap<number, ReadonlyMap<number, unknown>>;

function gridOf({ cells }: BookSheet): Grid {
  const grid = new Map<number, Map<number, unknown>>();
  for (const { row, column, value } of cells) {
    const line = grid.get(row) ?? new Map<number, unknown>();
    line.set(column, value);
    grid.set(row, line);
  }
  return grid;
}

/** The row with the headings of pinned prices: a model, and at least its input and output price. */
function headingOf(grid: Grid): { row: number; model: number; prices: Column[] } | undefined {
  for (const [row, line] of grid) {
    const texts = [...line].map(([column, text]) => ({
      column,
      text: typeof text === "string" ? text.trim().toLowerCase() : "",
    }));
    const model = texts.find(({ text }) => text === "model")?.column;
    const prices = texts.flatMap(({ column, text }) => {
      const kind = HEADINGS[text];
      return kind ? [{ column, kind }] : [];
    });
    const kinds = new Set(prices.map(({ kind }) => kind));
    if (model !== undefined && kinds.has("input") && kinds.has("output")) {
      return { row, model, prices };
    }
  }
  return undefined;
}

function listed(model: string, today: number): readonly PriceRecord[] | undefined {
  try {
    return priceRecords(model, today);
  } catch (error) {
    if (error instanceof CalcError) return undefined;
    throw error;
  }
}

/**
 * Prices that are pinned on a sheet and stand otherwise in today's list. Models that the list
 * does not have, such as one's own, are passed over.
 */
export function priceFindings(sheet: BookSheet, today: number): Finding[] {
  if (!/prices/i.test(sheet.name)) return [];
  const grid = gridOf(sheet);
  const heading = headingOf(grid);
  if (!heading) return [];
  const findings: Finding[] = [];
  for (const [row, line] of grid) {
    const model = line.get(heading.model);
    if (row <= heading.row || typeof model !== "string") continue;
    const records = listed(model, today);
    if (!records) continue;
    for (const { column, kind } of heading.prices) {
      const pinned = line.get(column);
      const now = records.find((one) => one.kind === kind && one.aboveTokens === 0)?.price;
      if (typeof pinned !== "number" || now === undefined || pinned === now) continue;
      findings.push({
        kind: "oldPrice",
        sheet: sheet.name,
        at: cellAddress(row, column),
        isCell: true,
        text: `${model}, ${kind}: $${pinned} per million tokens is pinned, and the list has $${now}.`,
      });
    }
  }
  return findings;
}
