import { RunError } from "./run-error";

/** Where a run says what it does; the program gives the streams of its process. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A command: how it is used, how its arguments are read, and what it does with them. */
interface Command<T extends object> {
  readonly usage: string;
  /** The arguments, or what is wrong with them. */
  readonly read: (args: readonly string[]) => T | string;
  /** @returns the exit code */
  readonly act: (parsed: T) => Promise<number>;
  /** Errors beside RunError whose message is for the user. */
  readonly tells?: (error: unknown) => error is Error;
}

/**
 * Runs a command, or says how it is used: when asked, and where its arguments are wrong.
 *
 * @returns the exit code: that of the command, or 1 where something is to be mended
 */
export async function runCommand<T extends object>(
  args: readonly string[],
  { out, err }: Output,
  { usage, read, act, tells }: Command<T>,
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    out(`${usage}\n`);
    return 0;
  }
  const parsed = read(args);
  if (typeof parsed === "string") {
    err(`${parsed}\n${usage}\n`);
    return 1;
  }
  try {
    return await act(parsed);
  } catch (error) {
    if (!(error instanceof RunError || tells?.(error))) throw error;
    err(`${error.message}\n`);
    return 1;
  }
}
