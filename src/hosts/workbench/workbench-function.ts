import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { type AssociatedFunction, functionError } from "./custom-functions-runtime";
import type { CellMessage, ErrorMessages } from "./error-messages";

/** An error value as Excel hands it to a function. */
function errorArgument(code: string) {
  return { type: "Error", basicType: "Error", basicValue: code };
}

/** One cell as Excel hands it to a function; blank is null. */
function cellArgument(value: Nullable<BaseValueObject>): unknown {
  if (!value || value.isNull()) return null;
  if (value.isError()) return errorArgument(String(value.getValue()));
  if (value.isLambda()) return errorArgument(ErrorType.VALUE);
  return value.getValue();
}

/** One argument as Excel hands it over: rows of cells, or null where it was omitted. */
function argument(value: BaseValueObject | undefined): unknown[][] | null {
  if (value === undefined || (value.isNull() && !value.isArray())) return null;
  return value.isArray()
    ? value.getArrayValue().map((row) => row.map((cell) => cellArgument(cell)))
    : [[cellArgument(value)]];
}

function errorValue(code: string): ErrorValueObject {
  const known = Object.values(ErrorType).find((type) => type === code);
  return ErrorValueObject.create(known ?? ErrorType.VALUE);
}

/** One cell of a result as the spreadsheet holds it; text stays text. */
function resultValue(cell: unknown): BaseValueObject {
  const error = functionError(cell);
  if (error) return errorValue(error.code);
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (typeof cell === "boolean") return BooleanValueObject.create(cell);
  return StringValueObject.create(cell === null || cell === undefined ? "" : String(cell));
}

function asRows(result: unknown): unknown[][] {
  return Array.isArray(result)
    ? result.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [row]))
    : [[result]];
}

/** What a function answers; a thrown error is the answer of one cell, as it is in Excel. */
function answer(run: AssociatedFunction, args: readonly (unknown[][] | null)[]): unknown[][] {
  try {
    return asRows(run(...args));
  } catch (thrown) {
    if (functionError(thrown)) return [[thrown]];
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return [[{ code: ErrorType.VALUE, message: `The function failed: ${message}` }]];
  }
}

function messagesIn(rows: readonly unknown[][]): CellMessage[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): CellMessage[] => {
      const message = functionError(cell)?.message;
      return message ? [{ row, column, message }] : [];
    }),
  );
}

/** One custom function of the add-in as a function of the spreadsheet in the browser. */
export class WorkbenchFunction extends BaseFunction {
  override minParams = 0;

  constructor(
    readonly fullName: string,
    private readonly run: AssociatedFunction,
    parameterCount: number,
    private readonly messages: ErrorMessages,
  ) {
    super(fullName);
    this.maxParams = parameterCount;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const args = Array.from({ length: this.maxParams }, (_, i) => argument(variants[i]));
    const rows = answer(this.run, args);
    this.messages.keep(
      { sheetId: this.subUnitId ?? "", row: this.row, column: this.column },
      this.fullName,
      messagesIn(rows),
    );
    const columns = rows[0]?.length ?? 0;
    if (rows.length === 1 && columns === 1) return resultValue(rows[0]?.[0]);
    return ArrayValueObject.create({
      calculateValueList: rows.map((row) => row.map(resultValue)),
      rowCount: rows.length,
      columnCount: columns,
      unitId: this.unitId ?? "",
      sheetId: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
    });
  }
}
