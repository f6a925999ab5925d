import { FORMULA_REF_TO_ARRAY_CACHE } from "@univerjs/engine-formula";

/** What Univer's caches of formulas inherit from. */
interface FormulaCaches {
  _hash: (formula: string) => string;
}

function isFormulaCaches(caches: unknown): caches is FormulaCaches {
  return typeof caches === "object" && caches !== null && "_hash" in caches;
}

/**
 * Lets Univer keep parsed formulas by their whole text. It keeps those of more than 64 characters
 * by a hash of 32 bits alone, so that of two whose hashes are the same one gives the figures of
 * the other.
 */
export function keepFormulasByText(): void {
  // All its caches are of one class; only this one of them can be reached.
  const caches: unknown = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE);
  if (!isFormulaCaches(caches)) throw new Error("Univer keeps parsed formulas in another way now");
  caches._hash = (formula) => formula;
}
