/** A function of the add-in as the host calls it. */
export type AssociatedFunction = (...args: unknown[]) => unknown;

/** An error value with a sentence, as functions throw it or return it in a cell. */
class FunctionError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

/** The codes that Excel's runtime knows. */
const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

interface Runtime {
  readonly Error: typeof FunctionError;
  readonly ErrorCode: typeof ErrorCode;
  readonly associate: (id: string, run: AssociatedFunction) => void;
  readonly functions: Map<string, AssociatedFunction>;
}

type Global = typeof globalThis & { CustomFunctions?: Partial<Runtime> };

/**
 * Puts in place what Excel gives to the files of custom functions: the global `CustomFunctions`
 * with `associate`, `Error` and `ErrorCode`. It has to run before those files do.
 */
export function installCustomFunctions(): void {
  const functions = new Map<string, AssociatedFunction>();
  const runtime: Runtime = {
    Error: FunctionError,
    ErrorCode,
    functions,
    associate: (id, run) => {
      functions.set(id.toUpperCase(), run);
    },
  };
  Object.assign(globalThis, { CustomFunctions: runtime });
}

/** Every function associated so far, by its id; none where the runtime is not ours. */
export function associatedFunctions(): ReadonlyMap<string, AssociatedFunction> {
  return (globalThis as Global).CustomFunctions?.functions ?? new Map<string, AssociatedFunction>();
}

/** An error that a function threw or returned, or undefined where it is none. */
export function functionError(value: unknown): { code: string; message: string } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("code" in value) || typeof value.code !== "string" || !value.code.startsWith("#")) {
    return undefined;
  }
  const message = "message" in value && typeof value.message === "string" ? value.message : "";
  return { code: value.code, message };
}
