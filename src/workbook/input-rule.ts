import type { Domain } from "../calc";
import { cellAddress } from "./address";
import { pinnedReference } from "./pinned-reference";
import type { AllowedValues, Area } from "./plan";

/** A bound of a domain. */
export type Bound = Exclude<keyof Domain, "whole">;

/** What cells may hold, as spreadsheets can check it; formulas are without their equals sign. */
export type InputRule =
  | { readonly is: "bounded"; readonly whole: boolean; readonly by: Bound; readonly limit: number }
  | {
      readonly is: "between";
      readonly whole: boolean;
      readonly from: number;
      readonly to: number;
    }
  /** A formula about the first cell of the area, which moves with the cells. */
  | { readonly is: "true"; readonly formula: string }
  /** One of the values in the cells that the formula refers to. */
  | { readonly is: "listed"; readonly formula: string };

const SIGNS = { from: ">=", above: ">", to: "<=", below: "<" } as const;

const BOUNDS = ["from", "above", "to", "below"] as const satisfies readonly Bound[];

/** Rules for numbers take one bound, or both included; all others become a formula. */
function numberRule(domain: Domain, cell: string): InputRule {
  const bounds = BOUNDS.flatMap((by) => {
    const limit = domain[by];
    return limit === undefined ? [] : [{ by, limit }];
  });
  const whole = domain.whole ?? false;
  const [first, second] = bounds;
  if (first && !second) return { is: "bounded", whole, ...first };
  const { from, to } = domain;
  if (from !== undefined && to !== undefined && bounds.length === 2) {
    return { is: "between", whole, from, to };
  }
  const conditions = [
    `ISNUMBER(${cell})`,
    ...bounds.map(({ by, limit }) => `${cell}${SIGNS[by]}${limit}`),
    ...(whole ? [`${cell}=INT(${cell})`] : []),
  ];
  return { is: "true", formula: `AND(${conditions.join(",")})` };
}

/** What a spreadsheet is to check in the cells of an area. */
export function inputRule(allowed: AllowedValues, { row, column }: Area): InputRule {
  return "numbers" in allowed
    ? numberRule(allowed.numbers, cellAddress(row, column))
    : { is: "listed", formula: pinnedReference(allowed.oneOf) };
}

/** The most that Excel shows of a message; it calls a file with more damaged. */
const LONGEST_MESSAGE = 225;

/** What is said of refused input, short enough for Excel. */
export function inputMessage(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}
