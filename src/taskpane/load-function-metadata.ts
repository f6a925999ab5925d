import type { FunctionMetadata } from "../functions/function-metadata";

function isFunctionMetadata(value: unknown): value is FunctionMetadata {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "description" in value &&
    typeof value.description === "string" &&
    "parameters" in value &&
    Array.isArray(value.parameters)
  );
}

/**
 * The functions as functions.json beside the page describes them.
 * @throws Error where the file is missing or is something else
 */
export async function loadFunctionMetadata(): Promise<readonly FunctionMetadata[]> {
  const response = await fetch("functions.json");
  if (!response.ok) throw new Error(`functions.json: ${response.status} ${response.statusText}`);
  const content: unknown = await response.json();
  if (
    typeof content !== "object" ||
    content === null ||
    !("functions" in content) ||
    !Array.isArray(content.functions) ||
    !content.functions.every(isFunctionMetadata)
  ) {
    throw new Error("functions.json does not list functions");
  }
  return content.functions;
}
