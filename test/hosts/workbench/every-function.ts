import { FUNCTIONS } from "../../../src/functions";
import {
  type AssociatedFunction,
  installCustomFunctions,
} from "../../../src/hosts/workbench/custom-functions-runtime";

/** The add-in's functions by their ids, as they are handed to a spreadsheet. */
export function everyFunction(): ReadonlyMap<string, AssociatedFunction> {
  installCustomFunctions();
  return new Map(
    [...FUNCTIONS].map(([id, definition]) => {
      // Every definition spills; the registry tells no more than what all arities share.
      const { spill } = definition as unknown as { spill: AssociatedFunction };
      return [id, spill];
    }),
  );
}
