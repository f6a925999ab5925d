import { check, finite, FROM_ZERO } from "./domain";

/**
 * Cost of retrieval: queries / 1000 x pricePerThousandQueries + rerankSearches / 1000 x
 * pricePerThousandSearches + embeddedTokens / 10^6 x embeddingPrice. What is retrieved costs
 * again as input of the model: that is inference.
 *
 * @param queries of the vector database, 0 or more
 * @param pricePerThousandQueries currency, 0 or more
 * @param rerankSearches search units of the reranker (rerankUnits), 0 or more
 * @param pricePerThousandSearches currency, 0 or more
 * @param embeddedTokens of queries and documents, 0 or more
 * @param embeddingPrice currency per million tokens, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: prices of Pinecone, Cohere and OpenAI embeddings.
 * @example retrievalCost(1, 0.16, 1, 2, 50, 0.02) // => 0.002161
 */
export function retrievalCost(
  queries: number,
  pricePerThousandQueries: number,
  rerankSearches = 0,
  pricePerThousandSearches = 0,
  embeddedTokens = 0,
  embeddingPrice = 0,
): number {
  check("queries", queries, FROM_ZERO);
  check("pricePerThousandQueries", pricePerThousandQueries, FROM_ZERO);
  check("rerankSearches", rerankSearches, FROM_ZERO);
  check("pricePerThousandSearches", pricePerThousandSearches, FROM_ZERO);
  check("embeddedTokens", embeddedTokens, FROM_ZERO);
  check("embeddingPrice", embeddingPrice, FROM_ZERO);
  return finite(
    (queries * pricePerThousandQueries + rerankSearches * pricePerThousandSearches) / 1e3 +
      (embeddedTokens * embeddingPrice) / 1e6,
  );
}
