import { cellAddress } from "../address";
import type { Book, BookCell, BookSheet, OtherFormula } from "./book";
import { callFindings } from "./call-findings";
import type { Finding } from "./finding";
import { findCalls } from "./own-calls";
import { priceFindings } from "./price-findings";

const HIDDEN = { visible: "", hidden: " (a hidden sheet)", veryHidden: " (a very hidden sheet)" };

/** Errors that Excel shows while a figure is still being worked out. */
const NOT_YET = new Set(["#BUSY!", "#GETTING_DATA"]);

function errorFinding(
  sheet: string,
  { row, column, error, formula }: BookCell,
): readonly Finding[] {
  if (error === undefined) return [];
  const at = cellAddress(row, column);
  const text = NOT_YET.has(error)
    ? "This figure is still being calculated: wait until it is there."
    : `This cell shows ${error}, and whoever gets the workbook sees it too.`;
  return [{ kind: "error", sheet, at, isCell: true, text, ...(formula && { formula }) }];
}

function cellFindings(sheet: BookSheet, cell: BookCell): readonly Finding[] {
  const { name, visibility } = sheet;
  const { row, column, formula } = cell;
  const errors = errorFinding(name, cell);
  if (formula === undefined || findCalls(formula).length === 0) return errors;
  const at = cellAddress(row, column);
  const call: Finding = {
    kind: "call",
    sheet: name,
    at,
    isCell: true,
    text: `Without the add-in it turns into #NAME? when it is calculated anew${HIDDEN[visibility]}.`,
    formula,
  };
  return [call, ...errors, ...callFindings(name, at, formula)];
}

const PLACES: Readonly<Record<OtherFormula["where"], string>> = {
  "conditional format": "A conditional format never applies with an AIM function in it.",
  validation: "A validation cannot be checked without the add-in.",
  "table column": "New rows of the table get this formula.",
  chart: "The chart loses its figures without the add-in.",
};

/**
 * What stands in the way of sending a workbook to people without the add-in: in all cells of all
 * sheets, hidden ones too, and in names, rules, columns of tables and charts.
 *
 * @param today Excel date at which pinned prices are compared with the list
 */
export function checkBook(book: Book, today: number): Finding[] {
  const cells = book.sheets.flatMap((sheet) => [
    ...sheet.cells.flatMap((cell) => cellFindings(sheet, cell)),
    ...priceFindings(sheet, today),
  ]);
  const names = book.names.flatMap(({ name, sheet = "", formula }): Finding[] =>
    findCalls(formula).length === 0
      ? []
      : [
          {
            kind: "call",
            sheet,
            at: name,
            isCell: false,
            text: "The name stands for nothing without the add-in.",
            formula,
          },
        ],
  );
  const others = book.others.flatMap(({ where, sheet, at, formula }): Finding[] =>
    findCalls(formula).length === 0
      ? []
      : [
          {
            kind: "call",
            sheet,
            at,
            isCell: where === "conditional format" || where === "validation",
            text: PLACES[where],
            formula,
          },
        ],
  );
  return [...cells, ...names, ...others];
}
