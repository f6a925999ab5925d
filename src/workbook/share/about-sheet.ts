import { asOf } from "../../catalog";
import { FUNCTIONS, NAMESPACE } from "../../functions";
import type { CellContent, SheetPlan, Step } from "../plan";
import type { FormulaRecord } from "./formula-record";
import { placeInWords } from "./share-report";
import { SHARE_SHEET } from "./share-sheets";
import { rowsForTexts } from "./text-lines";

/** The name wanted for the sheet. */
export const ABOUT_SHEET = "About these figures";

/** What the sheet tells of the workbook it stands in. */
export interface Provenance {
  /** Version of the add-in. */
  readonly version: string;
  /** Day on which the workbook was made share-safe, such as "2026-09-01". */
  readonly madeOn: string;
  /** As the user typed it; nothing is filled in. */
  readonly preparedBy?: string;
  readonly records: readonly FormulaRecord[];
  readonly functions: readonly string[];
  /** What comparing all figures before and after came to, as a sentence. */
  readonly verified: string;
}

const WIDTHS: readonly number[] = [42, 70, 60];
const HEADINGS: readonly string[] = ["Function", "What it works out", "Source"];

function count(records: readonly FormulaRecord[], became: FormulaRecord["became"]): number {
  return records.filter((record) => record.became === became).length;
}

function facts({ version, madeOn, preparedBy = "", records, verified }: Provenance) {
  const values = count(records, "value");
  return [
    ["Made with", `AIM ${version}`],
    ["Model prices of", asOf],
    ["Made share-safe on", madeOn],
    ["Prepared by", preparedBy],
    ["Reviewed by", ""],
    ["Formulas that are now ordinary Excel", count(records, "formula")],
    ["Formulas that are now values", values],
    ["Checks", verified],
  ] satisfies CellContent[][];
}

/** Looks and heights of rows of texts. */
function longTexts(row: number, texts: readonly (readonly string[])[]): Step[] {
  if (texts.length === 0) return [];
  const area = { row, column: 0, rows: texts.length, columns: WIDTHS.length };
  return [{ do: "style", area, style: "longText" }, ...rowsForTexts(row, texts, WIDTHS)];
}

/**
 * Where the figures of a share-safe workbook come from: what made them, what was replaced, and
 * what each function works out.
 *
 * @param name free in the workbook
 */
export function aboutSheet(name: string, provenance: Provenance): SheetPlan {
  const told = facts(provenance);
  const values = provenance.records.filter(({ became }) => became === "value");
  const headingRow = 3 + told.length + 1;
  const functions = provenance.functions.map((id) => {
    const definition = FUNCTIONS.get(id);
    return [`${NAMESPACE}.${id}`, definition?.formula ?? "", definition?.source ?? ""];
  });
  const valuesRow = headingRow + functions.length + 2;
  const steps: Step[] = [
    {
      do: "write",
      row: 0,
      column: 0,
      cells: [
        [ABOUT_SHEET],
        ["They are ordinary Excel: no add-in is needed to read or change them."],
      ],
    },
    { do: "style", area: { row: 0, column: 0, rows: 1, columns: 1 }, style: "title" },
    { do: "style", area: { row: 1, column: 0, rows: 1, columns: 1 }, style: "caption" },
    { do: "write", row: 3, column: 0, cells: told },
    { do: "style", area: { row: 3, column: 0, rows: told.length, columns: 2 }, style: "longText" },
    ...rowsForTexts(3, told, WIDTHS),
    { do: "write", row: headingRow, column: 0, cells: [HEADINGS, ...functions] },
    {
      do: "style",
      area: { row: headingRow, column: 0, rows: 1, columns: HEADINGS.length },
      style: "textHeading",
    },
    ...longTexts(headingRow + 1, functions),
    { do: "columnWidths", widths: WIDTHS },
    {
      do: "print",
      area: { row: 0, column: 0, rows: valuesRow + values.length + 1, columns: WIDTHS.length },
      landscape: true,
      onePage: false,
      repeatedRows: 0,
    },
  ];
  if (values.length > 0) {
    const lines = values.map(({ sheet, at, reason = "", formula }) => [
      placeInWords({ sheet, at }),
      reason,
      formula,
    ]);
    steps.push(
      {
        do: "write",
        row: valuesRow,
        column: 0,
        cells: [["Now a value", "Why it is a value", "Formula before"], ...lines],
      },
      ...longTexts(valuesRow + 1, lines),
      {
        do: "style",
        area: { row: valuesRow, column: 0, rows: 1, columns: HEADINGS.length },
        style: "textHeading",
      },
    );
  }
  return { name, steps, properties: { [SHARE_SHEET]: "about" } };
}
