import { ExcelError } from "./errors";

/** What is to go wrong: with whole requests, by their number from 1, or with operations by name. */
export class Faults {
  readonly #requests = new Map<number, string>();
  readonly #lostAnswers = new Set<number>();
  readonly #operations = new Map<string, { code: string; left: number; skip: number }>();

  /** The request fails before anything of it is done. */
  failRequest(number: number, code = "GeneralException"): void {
    this.#requests.set(number, code);
  }

  /** The request is carried out, but the answer never comes. */
  loseAnswer(number: number): void {
    this.#lostAnswers.add(number);
  }

  /** An operation such as "Worksheet.delete" fails so many times, after a number of successes. */
  failOperation(operation: string, code = "GeneralException", times = 1, skip = 0): void {
    this.#operations.set(operation, { code, left: times, skip });
  }

  /** From now on nothing goes wrong. */
  clear(): void {
    for (const faults of [this.#requests, this.#lostAnswers, this.#operations]) faults.clear();
  }

  /** The code with which a request fails; undefined where it does not. */
  ofRequest(number: number): string | undefined {
    return this.#requests.get(number);
  }

  isAnswerLost(number: number): boolean {
    return this.#lostAnswers.has(number);
  }

  readonly before = (operation: string): void => {
    const fault = this.#operations.get(operation);
    if (!fault) return;
    if (fault.skip > 0) {
      fault.skip--;
    } else if (fault.left > 0) {
      fault.left--;
      throw new ExcelError(fault.code, `The test lets ${operation} fail.`);
    }
  };
}
