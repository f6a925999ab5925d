import fc from "fast-check";
import type { Parameter } from "../../../src/functions/parameter";
import type { Shape } from "../../../src/workbook/share/around";
import type { Sheet } from "../../engines/cells";
import type { CaseArgument } from "../../functions/parity/cases";
import { scaleOf } from "../../functions/parity/scale";
import { POOL } from "./random-arguments-pool";
import { Cells, Choices } from "./random-choices";

const SEED = 20261125;

/** A formula of our functions, and how large its figures are by nature. */
export interface RandomFormula {
  readonly formula: string;
  readonly size: Shape;
  readonly scale: number;
  /** It makes one value of a whole range of results. */
  readonly isTotal: boolean;
}

/** A date must be plain to see for its prices to be pinned. */
function isDate(parameter: Parameter): boolean {
  return parameter.kind === "number" && parameter.date === true;
}

interface Made {
  readonly size: Shape;
  readonly text: string;
  readonly scale: number;
  readonly isText: boolean;
}

type Axis = "one" | "down" | "across";

class Maker {
  constructor(
    private readonly choose: Choices,
    private readonly cells: Cells,
  ) {}

  #range(values: readonly (number | string | null)[], axis: Axis): string {
    return this.cells.put(axis === "down" ? values.map((value) => [value]) : [values]);
  }

  #list(entries: readonly (number | null)[]): string {
    return this.choose.below(4) === 0 && entries.every((entry) => entry !== null)
      ? `{${entries.join(this.choose.below(2) === 0 ? "," : ";")}}`
      : this.#range(entries, this.choose.below(2) === 0 ? "down" : "across");
  }

  /** An expression that is as much as another, by way of a call. */
  #asMuch(text: string, isBelowZero: boolean, depth: number): string {
    switch (this.choose.below(isBelowZero ? 4 : 5)) {
      case 0:
        return `AIM.COSTTOSERVE(${text})`;
      case 1:
        return `aim.PriorityScore( ${text}, 1 ,1)`;
      case 2:
        return `IF(${this.call(depth - 1, 1).text}=-12.5,0,${text})`;
      case 3:
        return `${text}*aim.TaskSuccess(0,2)`;
      default:
        return `AIM.USAGECHARGE(${text},1)`;
    }
  }

  #argument(
    parameter: Parameter,
    values: readonly CaseArgument[],
    depth: number,
    axis: Axis,
  ): string {
    const [first] = values;
    if (parameter.kind === "list") {
      return typeof first === "object" && first !== null ? this.#list(first) : "";
    }
    const cells = values.map((value) =>
      typeof value === "number" || typeof value === "string" ? value : null,
    );
    if (axis !== "one") {
      const range = this.#range(cells, axis);
      const isPlain =
        parameter.kind === "text" || parameter.blankIsDefault || this.choose.below(5) > 0;
      return isPlain ? range : `AIM.COSTTOSERVE(${range})`;
    }
    if (first === undefined) return "";
    const [cell = null] = cells;
    const way = this.choose.below(10);
    if (cell !== null && way === 5) return typeof cell === "string" ? `"${cell}"` : String(cell);
    if (typeof cell !== "number" || parameter.kind === "text" || way < 5)
      return this.#range([cell], "across");
    if (way === 6)
      return `${this.#range([cell / 2], "across")}+${this.#range([cell / 2], "across")}`;
    if (way === 7) return `-${this.#range([-cell], "across")}`;
    if (depth === 0 || isDate(parameter)) return `(${this.#range([cell], "across")})`;
    return this.#asMuch(this.#range([cell], "across"), cell < 0, depth);
  }

  /** A call of a random function with random arguments, over so many rows and columns. */
  call(depth: number, rows: number, columns = 1): Made {
    const { id, definition, args } = this.choose.of(POOL);
    const count = Math.max(rows, columns);
    const chosen = Array.from({ length: count }, () => this.choose.of(args));
    const isUsage = definition.params.some(({ name }) => name === "p99");
    const axes = definition.params.map((parameter, i): Axis => {
      if (parameter.kind === "list" || count === 1) return "one";
      // Usage has one scale where its figures belong together.
      if (isUsage) return rows > 1 ? "down" : "across";
      if (i < 2 && rows > 1 && columns > 1) return i === 0 ? "down" : "across";
      if (this.choose.below(4) === 0 && i > 0) return "one";
      return rows > 1 ? "down" : "across";
    });
    const size = {
      rows: axes.includes("down") ? rows : 1,
      columns: axes.includes("across") ? columns : 1,
    };
    const texts = definition.params.map((parameter, i) => {
      const length = axes[i] === "down" ? rows : axes[i] === "across" ? columns : 1;
      const values = chosen.slice(0, length).map((one) => one[i]);
      return this.#argument(parameter, values, depth, axes[i] ?? "one");
    });
    while (texts.at(-1) === "") texts.pop();
    const scales = chosen.flatMap((one) =>
      chosen.map((other) =>
        scaleOf(
          id,
          definition,
          one.map((arg, i) => (i < 2 ? other[i] : arg)),
        ),
      ),
    );
    const scale = Math.max(...scales.filter(Number.isFinite), 0);
    return { text: `AIM.${id}(${texts.join(",")})`, scale, isText: id === "MARGINBAND", size };
  }
}

/** A call within something that an ordinary formula does with one value. */
function around(made: Made, choose: Choices, other: () => Made): Made {
  const { text, scale, isText, size } = made;
  const isOne = size.rows === 1 && size.columns === 1;
  if (isText) return { ...made, text: choose.below(2) === 0 ? text : `IFERROR(${text},"none")` };
  const plain = (printed: string, factor = 1): Made => ({
    ...made,
    text: printed,
    scale: scale * factor,
  });
  switch (choose.below(12)) {
    case 0:
      return plain(`-${text}^2`, Math.max(1, scale) * 100);
    case 1:
      return plain(`${text}%`);
    case 2:
      return plain(`IFERROR(${text},0.5)`);
    case 3:
      // Univer misjudges conditions over several cells where one of them is an error.
      return isOne ? plain(`IF(${text}>0.5,${text},-0.25)`) : made;
    case 4:
      return plain(`10-${text}/2`, 1);
    case 5:
      return plain(`IFNA(${text},-3)`);
    case 6: {
      const second = other();
      if (second.isText) return made;
      return {
        ...made,
        text: `(${text}+IFERROR(${second.text},1))*2`,
        scale: (scale + second.scale) * 2,
      };
    }
    case 7:
      return plain(`ABS( ${text} )+1`);
    default:
      return made;
  }
}

/** Random formulas, seeded, and the sheets that they refer to. */
export function randomFormulas(count: number): {
  readonly formulas: readonly RandomFormula[];
  readonly sheets: readonly Sheet[];
} {
  const cells = new Cells();
  const choices = fc.sample(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }), {
    seed: SEED,
    numRuns: count,
  });
  const formulas = choices.map((numbers): RandomFormula => {
    const choose = new Choices(numbers);
    const maker = new Maker(choose, cells);
    const [rows, columns] = choose.of([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [3, 1],
      [1, 3],
      [3, 2],
    ] as const);
    const isTotal = (rows > 1 || columns > 1) && choose.below(3) === 0;
    const call = maker.call(2, rows, columns);
    const made = around(call, choose, () => maker.call(1, 1));
    if (isTotal && !made.isText) {
      const name = choose.of(["SUM", "MAX", "MIN", "LARGE", "SUMPRODUCT"]);
      return {
        formula: `=1+${name}(${made.text}${name === "LARGE" ? ",1" : ""})`,
        size: { rows: 1, columns: 1 },
        scale: made.scale * 9,
        isTotal,
      };
    }
    return { formula: `=${made.text}`, size: made.size, scale: made.scale, isTotal: false };
  });
  return { formulas, sheets: cells.sheets };
}
