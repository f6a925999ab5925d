import { CalcError } from "../../src/calc";

/** The code and message in which a calculation ends, such as "#NUM! units must be 0 or more, got -1". */
export function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CalcError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "no failure";
}
