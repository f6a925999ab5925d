/** The error values of a spreadsheet that a calculation can end in. */
export type ErrorCode = "#DIV/0!" | "#NUM!" | "#VALUE!" | "#N/A";

/**
 * A calculation that has no answer.
 *
 * - `#DIV/0!`: the ratio is undefined.
 * - `#NUM!`: an argument is outside its domain, or the goal cannot be reached.
 * - `#VALUE!`: arguments that do not belong together, or of the wrong type.
 * - `#N/A`: there is no such thing, or the answer does not exist.
 *
 * The message names the argument, what was received and what is expected.
 */
export class CalcError extends Error {
  override readonly name = "CalcError";

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}
