import { CalcError } from "./calc-error";

/** What a calculation gives, or why it gives nothing, for rows whose other figures still stand. */
export function valueOrError<T>(calculate: () => T): T | CalcError {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalcError) return error;
    throw error;
  }
}
