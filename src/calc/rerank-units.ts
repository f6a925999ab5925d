import { check, WHOLE_FROM_ZERO } from "./domain";

const DOCUMENTS_PER_UNIT = 100;

/**
 * Search units that a reranker bills for one query: one per 100 documents started.
 *
 * @param documents to be ranked, a whole number, 0 or more
 * @returns search units
 * @throws CalcError `#NUM!` outside these ranges
 * Source: Cohere's pricing, a search unit is a query with up to 100 documents.
 * @example rerankUnits(101) // => 2
 */
export function rerankUnits(documents: number): number {
  check("documents", documents, WHOLE_FROM_ZERO);
  return Math.ceil(documents / DOCUMENTS_PER_UNIT);
}
