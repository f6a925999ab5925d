import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import type { FunctionMetadata } from "../../src/functions/function-metadata";

interface FunctionFiles {
  readonly functionFiles: () => string[];
}

/**
 * The functions as Microsoft's tool writes them into functions.json, from the source files.
 * @throws Error with the tool's complaints
 */
export async function functionMetadata(): Promise<readonly FunctionMetadata[]> {
  const { functionFiles } = jest.requireActual<FunctionFiles>("../../.build/function-files.cjs");
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(functionFiles(), false);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const { functions } = JSON.parse(metadataJson) as { functions: readonly FunctionMetadata[] };
  return functions;
}
