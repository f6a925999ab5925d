import { BooleanNumber, type Injector } from "@univerjs/core";
import { FunctionType, type IFunctionInfo, IFunctionService } from "@univerjs/engine-formula";
import type { AssociatedFunction } from "./custom-functions-runtime";
import type { ErrorMessages } from "./error-messages";
import { WorkbenchFunction } from "./workbench-function";

/** What functions.json says of one function; Excel reads the same file. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
  }[];
}

function functionInfo(
  fullName: string,
  { description = "", parameters }: FunctionMetadata,
): IFunctionInfo {
  return {
    functionName: fullName,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      // The tooltip prints a call out of these.
      example: parameter.name,
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}

/** The functions of the add-in as Univer lists them, for completion and parameter help. */
export function functionInfos(
  namespace: string,
  metadata: readonly FunctionMetadata[],
): IFunctionInfo[] {
  return metadata.map((one) => functionInfo(`${namespace}.${one.name}`, one));
}

/**
 * Makes the associated functions functions of the spreadsheet, as NAMESPACE.ID. A function
 * without metadata is left out, as Excel leaves it out.
 *
 * @returns the names that can now be typed
 */
export function registerFunctions(
  injector: Injector,
  namespace: string,
  functions: ReadonlyMap<string, AssociatedFunction>,
  metadata: readonly FunctionMetadata[],
  messages: ErrorMessages,
): string[] {
  const executors = metadata.flatMap(({ id, name, parameters }) => {
    const run = functions.get(id);
    return run
      ? [new WorkbenchFunction(`${namespace}.${name}`, run, parameters.length, messages)]
      : [];
  });
  injector.get(IFunctionService).registerExecutors(...executors);
  return executors.map(({ fullName }) => fullName);
}
