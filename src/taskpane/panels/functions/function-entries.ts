import { type AnyFunction, FUNCTION_GROUPS } from "../../../functions";
import type { FunctionMetadata } from "../../../functions/function-metadata";

/** A function as the browser of functions shows it. */
export interface FunctionEntry {
  readonly group: string;
  readonly id: string;
  readonly definition: AnyFunction;
  /** Its texts; undefined until they are loaded. */
  readonly metadata: FunctionMetadata | undefined;
}

/** Every function in the order of the registry. */
export function functionEntries(
  metadata: readonly FunctionMetadata[] | undefined,
): readonly FunctionEntry[] {
  return Object.entries(FUNCTION_GROUPS).flatMap(([group, functions]) =>
    Object.entries<AnyFunction>(functions).map(([id, definition]) => ({
      group,
      id,
      definition,
      metadata: metadata?.find((entry) => entry.id === id),
    })),
  );
}

/** The entries whose id, meaning, group or parameter names hold every word of the query. */
export function searchFunctions(
  entries: readonly FunctionEntry[],
  query: string,
): readonly FunctionEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ group, id, definition, metadata }) => {
    const names = definition.params.map(({ name }) => name);
    const text = [id, group, metadata?.description ?? "", ...names].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
