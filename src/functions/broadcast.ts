import { CalcError } from "../calc";
import { isBlank, toNumber, toText } from "./coerce";
import type { ListParameter, Parameter } from "./parameter";

/** What one cell of a result holds. */
export type Answer = number | string | CalcError;

/** What a calculation gets for one parameter; undefined means the default. */
export type Argument = number | string | readonly number[] | undefined;

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A range whose cells go through the calculation one by one. */
interface Varying {
  readonly index: number;
  readonly parameter: Parameter;
  readonly cells: readonly unknown[][];
  /** How many rows on the next row of the result is: 0 where one row serves them all. */
  readonly rowStep: 0 | 1;
  readonly columnStep: 0 | 1;
}

function shapeOf(cells: readonly unknown[][]): Shape {
  return { rows: cells.length, columns: cells[0]?.length ?? 0 };
}

/** An argument as Excel hands it over, as rows of cells; undefined where it was omitted. */
function asCells(argument: unknown): unknown[][] | undefined {
  if (argument === null || argument === undefined) return undefined;
  return Array.isArray(argument) ? (argument as unknown[][]) : [[argument]];
}

/** One cell as the argument of a calculation. */
function readCell(parameter: Parameter, cell: unknown): Argument | CalcError {
  // By far the most cells are such numbers, and some ranges are long.
  if (parameter.kind === "number" && typeof cell === "number" && cell !== 0 && isFinite(cell)) {
    return cell;
  }
  if (parameter.blankIsDefault && isBlank(cell)) return undefined;
  if (parameter.kind === "text") {
    const text = toText(parameter.name, cell);
    return text === "" && parameter.optional ? undefined : text;
  }
  const isDate = parameter.kind === "number" && parameter.date;
  return toNumber(
    parameter.name,
    cell,
    isDate ? "a date, such as DATE(2026,1,31) or a cell with a date" : "a number",
  );
}

/** A list argument: its numbers, or what is wrong with it. */
export function readList(
  parameter: ListParameter,
  cells: readonly unknown[][],
): readonly number[] | CalcError {
  const { name, blank } = parameter;
  const { rows, columns } = shapeOf(cells);
  if (rows !== 1 && columns !== 1) {
    return new CalcError(
      "#VALUE!",
      `${name} must be one row or one column, got ${rows} rows x ${columns} columns`,
    );
  }
  const entries = cells.flat();
  const numbers: number[] = [];
  for (const [i, cell] of entries.entries()) {
    if (isBlank(cell) && blank === "skipped") continue;
    if (isBlank(cell) && blank === "open") {
      if (i < entries.length - 1) {
        return new CalcError(
          "#VALUE!",
          `${name}, entry ${i + 1}, must be a number above 0, got an empty cell or 0; only the last entry may be blank`,
        );
      }
      numbers.push(Infinity);
      continue;
    }
    const value = toNumber(`${name}, entry ${i + 1},`, cell);
    if (value instanceof CalcError) return value;
    numbers.push(value);
  }
  return numbers;
}

function commonShape(arguments_: readonly (readonly [string, Shape])[]): Shape | CalcError {
  const rows = Math.max(1, ...arguments_.map(([, shape]) => shape.rows));
  const columns = Math.max(1, ...arguments_.map(([, shape]) => shape.columns));
  for (const [name, shape] of arguments_) {
    const fits =
      (shape.rows === rows || shape.rows === 1) &&
      (shape.columns === columns || shape.columns === 1);
    if (!fits) {
      return new CalcError(
        "#VALUE!",
        `${name} is ${shape.rows} rows x ${shape.columns} columns and does not fit the ${rows} x ${columns} of the other arguments; expected one cell, one row, one column or the same shape`,
      );
    }
  }
  return { rows, columns };
}

function filled({ rows, columns }: Shape, answer: Answer): Answer[][] {
  return Array.from({ length: rows }, () => new Array<Answer>(columns).fill(answer));
}

/** An error of the calculation as an answer; anything else is a defect and goes on upwards. */
function caught(error: unknown): CalcError {
  if (error instanceof CalcError) return error;
  throw error;
}

function answerOf(value: number | string): Answer {
  return typeof value === "number" && !Number.isFinite(value)
    ? new CalcError("#NUM!", "the result is too large for a number")
    : value;
}

/**
 * Applies a calculation to every cell of its arguments, as Excel's own operators broadcast: one
 * cell, one row, one column or the same shape. Lists go to every cell whole. An error in one
 * cell spoils that cell of the result alone.
 */
export function broadcast(
  parameters: readonly Parameter[],
  calc: (...args: Argument[]) => number | string,
  received: readonly unknown[],
): Answer[][] {
  const buffer = new Array<Argument>(parameters.length).fill(undefined);
  const varying: Varying[] = [];
  const shapes: (readonly [string, Shape])[] = [];
  let spoiled: CalcError | undefined;

  for (const [index, parameter] of parameters.entries()) {
    const cells = asCells(received[index]);
    if (cells === undefined) {
      if (!parameter.optional) {
        spoiled ??= new CalcError("#VALUE!", `${parameter.name} is missing`);
      }
      continue;
    }
    if (parameter.kind === "list") {
      const numbers = readList(parameter, cells);
      if (numbers instanceof CalcError) spoiled ??= numbers;
      else buffer[index] = numbers;
      continue;
    }
    const shape = shapeOf(cells);
    shapes.push([parameter.name, shape]);
    if (shape.rows === 1 && shape.columns === 1) {
      const value = readCell(parameter, cells[0]?.[0]);
      if (value instanceof CalcError) spoiled ??= value;
      else buffer[index] = value;
    } else {
      varying.push({
        index,
        parameter,
        cells,
        rowStep: shape.rows === 1 ? 0 : 1,
        columnStep: shape.columns === 1 ? 0 : 1,
      });
    }
  }

  const shape = commonShape(shapes);
  if (shape instanceof CalcError) return [[shape]];
  if (spoiled) return filled(shape, spoiled);

  const answerAt = (row: number, column: number): Answer => {
    let error: CalcError | undefined;
    for (const { index, parameter, cells, rowStep, columnStep } of varying) {
      const value = readCell(parameter, cells[row * rowStep]?.[column * columnStep]);
      if (value instanceof CalcError) error ??= value;
      else buffer[index] = value;
    }
    try {
      return error ?? answerOf(calc(...buffer));
    } catch (thrown) {
      return caught(thrown);
    }
  };

  const answers: Answer[][] = [];
  for (let row = 0; row < shape.rows; row++) {
    // An array made for one figure, or grown from one, takes half the time of one made for any.
    const line = [answerAt(row, 0)];
    for (let column = 1; column < shape.columns; column++) line.push(answerAt(row, column));
    answers.push(line);
  }
  return answers;
}

/** A single-cell argument of a table function, or the reason why it is none. */
export function readSingle(parameter: Parameter, argument: unknown): Argument | CalcError {
  const cells = asCells(argument);
  if (cells === undefined) {
    return parameter.optional
      ? undefined
      : new CalcError("#VALUE!", `${parameter.name} is missing`);
  }
  if (parameter.kind === "list") return readList(parameter, cells);
  const { rows, columns } = shapeOf(cells);
  return rows === 1 && columns === 1
    ? readCell(parameter, cells[0]?.[0])
    : new CalcError(
        "#VALUE!",
        `${parameter.name} must be one cell, got ${rows} rows x ${columns} columns`,
      );
}
