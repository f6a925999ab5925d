import { CalcError } from "../calc";

/**
 * What Excel and the workbench hand over for one cell, seen as one thing: blank, number, text,
 * boolean or error. Typed cell values (objects) are unwrapped to their basic value.
 */
function basicValue(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
}

/** The error in a cell, such as "#DIV/0!", or undefined where the cell holds none. */
function errorIn(cell: unknown): string | undefined {
  if (typeof cell !== "object" || cell === null) return undefined;
  if ("type" in cell && cell.type === "Error" && "basicValue" in cell)
    return String(cell.basicValue);
  if ("basicType" in cell && cell.basicType === "Error" && "basicValue" in cell)
    return String(cell.basicValue);
  if (cell instanceof Error && "code" in cell) return String(cell.code);
  return undefined;
}

/** Whether a cell counts as empty: Excel hands an empty cell over as 0 on one platform and as null on another. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0;
}

const NUMERIC_TEXT = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

function wrong(name: string, expected: string, cell: unknown): CalcError {
  const error = errorIn(cell);
  const value = basicValue(cell);
  const received =
    error !== undefined
      ? `the error ${error}`
      : typeof value === "string"
        ? `the text "${value}"`
        : typeof value === "boolean"
          ? String(value).toUpperCase()
          : typeof value === "number" || value === null || value === undefined
            ? isBlank(value)
              ? "an empty cell or 0"
              : `the number ${String(value)}`
            : "a value of another kind";
  return new CalcError("#VALUE!", `${name} must be ${expected}, got ${received}`);
}

/** The number in a cell; blank is 0, numeric text counts as Excel's own arithmetic counts it. */
export function toNumber(name: string, cell: unknown, expected = "a number"): number | CalcError {
  if (typeof cell === "number") {
    return Number.isFinite(cell)
      ? cell
      : new CalcError("#NUM!", `${name} must be a finite number, got ${cell}`);
  }
  if (cell === null || cell === undefined) return 0;
  if (errorIn(cell) !== undefined) return wrong(name, expected, cell);
  const value = basicValue(cell);
  if (value !== cell) return toNumber(name, value, expected);
  return typeof value === "string" && NUMERIC_TEXT.test(value)
    ? toNumber(name, Number(value), expected)
    : wrong(name, expected, cell);
}

/** The text in a cell, without surrounding spaces; blank is "". */
export function toText(name: string, cell: unknown): string | CalcError {
  if (typeof cell === "string") return cell.trim();
  if (isBlank(cell)) return "";
  if (errorIn(cell) !== undefined) return wrong(name, "text", cell);
  const value = basicValue(cell);
  return value === cell ? wrong(name, "text", cell) : toText(name, value);
}
