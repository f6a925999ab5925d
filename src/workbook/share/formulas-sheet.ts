import { asOf } from "../../catalog";
import type { SheetPlan, Step } from "../plan";
import type { BookSheet } from "./book";
import type { FormulaRecord } from "./formula-record";
import { SHARE_SHEET } from "./share-sheets";

/** The name wanted for the sheet. */
export const FORMULAS_SHEET = "AIM formulas";

const HEADINGS: readonly string[] = [
  "Where",
  "Sheet",
  "At",
  "Filled",
  "Entered as",
  "Became",
  "Why a value",
  "Formula before",
  "Formula now",
];
const HEADING_ROW = 3;
const WIDTHS: readonly number[] = [18, 20, 12, 12, 12, 10, 40, 60, 60];

const KINDS: readonly FormulaRecord["where"][] = [
  "cell",
  "name",
  "conditional format",
  "validation",
  "table column",
  "chart",
];
const ENTERED = ["ordinary", "dynamic", "array"] as const;

function cellsOf(record: FormulaRecord): string[] {
  const {
    where,
    sheet,
    at,
    filled = "",
    kind = "",
    became,
    reason = "",
    formula,
    now = "",
  } = record;
  return [where, sheet, at, filled, kind, became, reason, formula, now];
}

/**
 * The sheet that keeps the formulas that were replaced, from which they can be put back.
 *
 * @param name free in the workbook
 * @param madeOn day of the replacement, such as "2026-09-01"
 */
export function formulasSheet(
  name: string,
  records: readonly FormulaRecord[],
  madeOn: string,
): SheetPlan {
  const all = {
    row: HEADING_ROW,
    column: 0,
    rows: records.length + 1,
    columns: HEADINGS.length,
  };
  const steps: readonly Step[] = [
    {
      do: "write",
      row: 0,
      column: 0,
      cells: [
        ["Formulas that called AIM"],
        [
          `Replaced on ${madeOn}, with the model prices of ${asOf}. The pane's tab Share puts them back as they stand here.`,
        ],
      ],
    },
    { do: "style", area: { row: 0, column: 0, rows: 1, columns: 1 }, style: "title" },
    { do: "style", area: { row: 1, column: 0, rows: 1, columns: 1 }, style: "caption" },
    // Before the texts, so that none is read as a formula.
    { do: "numberFormat", area: all, format: "text" },
    { do: "write", row: HEADING_ROW, column: 0, cells: [HEADINGS, ...records.map(cellsOf)] },
    // Each on one line: the longest formulas would fill the screen.
    {
      do: "style",
      area: { ...all, row: HEADING_ROW + 1, rows: records.length },
      style: "textColumn",
    },
    { do: "style", area: { ...all, rows: 1 }, style: "textHeading" },
    { do: "columnWidths", widths: WIDTHS },
    { do: "freeze", rows: HEADING_ROW + 1, columns: 0 },
    {
      do: "print",
      area: { ...all, row: 0, rows: all.row + all.rows },
      landscape: true,
      onePage: false,
      repeatedRows: HEADING_ROW + 1,
    },
  ];
  return { name, steps, properties: { [SHARE_SHEET]: "formulas" } };
}

function among<T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text);
}

/** A line of the sheet read back; undefined where it is none. */
function recordOf(texts: readonly string[]): FormulaRecord | undefined {
  const [
    where = "",
    sheet = "",
    at = "",
    filled,
    kind = "",
    became = "",
    reason,
    formula = "",
    now,
  ] = texts;
  const place = among(KINDS, where);
  const outcome = among(["formula", "value"] as const, became);
  const entered = among(ENTERED, kind);
  if (!place || !outcome || at === "" || !formula.startsWith("=")) return undefined;
  return {
    where: place,
    sheet,
    at,
    formula,
    ...(filled && { filled }),
    ...(entered && { kind: entered }),
    became: outcome,
    ...(reason && { reason }),
    ...(now && { now }),
  };
}

/** The formulas that a sheet keeps, and the rows (counted from 1) that can no longer be read. */
export function keptFormulas(sheet: BookSheet): {
  readonly records: readonly FormulaRecord[];
  readonly unreadable: readonly number[];
} {
  const rows = new Map<number, string[]>();
  for (const { row, column, value } of sheet.cells) {
    if (row <= HEADING_ROW || column >= HEADINGS.length) continue;
    const texts = rows.get(row) ?? [];
    texts[column] = String(value ?? "");
    rows.set(row, texts);
  }
  const records: FormulaRecord[] = [];
  const unreadable: number[] = [];
  for (const [row, texts] of rows) {
    const record = recordOf(Array.from(texts, (text: string | undefined) => text ?? ""));
    if (record) records.push(record);
    else unreadable.push(row + 1);
  }
  return { records, unreadable };
}
