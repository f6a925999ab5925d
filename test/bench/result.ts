/** One line of the table: how we compare with a named peer. */
export interface Result {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  /** How many times, or how much of a limit, in words. */
  readonly ratio: string;
  readonly aim: string;
}

export function milliseconds(time: number): string {
  return `${time < 100 ? time.toPrecision(3) : Math.round(time).toLocaleString("en-US")} ms`;
}
