import { tokenize } from "@borgar/fx";
import { areaAddress } from "../address";
import { sheetPrefix } from "../placement";
import type { Around } from "./around";

function literal(value: number | string | boolean): string {
  return typeof value === "string"
    ? `"${value.replaceAll('"', '""')}"`
    : String(value).toUpperCase();
}

/**
 * A formula with addresses in place of names and structured references, for programs that know
 * neither; undefined where one of them stands for something else.
 */
export function plainReferences(formula: string, around: Around): string | undefined {
  const texts: string[] = [];
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    if (type !== "range_named" && type !== "structured") {
      texts.push(value);
      continue;
    }
    const meaning = around.lookUp(value);
    if (!meaning) return undefined;
    if ("area" in meaning) {
      texts.push(sheetPrefix(meaning.sheet) + areaAddress(meaning.area));
    } else if (meaning.value === null || typeof meaning.value === "object") {
      return undefined;
    } else {
      texts.push(literal(meaning.value));
    }
  }
  return texts.join("");
}
