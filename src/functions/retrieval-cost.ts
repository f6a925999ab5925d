import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { number, optional } from "./parameter";

/** Cost of retrieval: queries of a vector database, reranking and embedding.
 * @customfunction RETRIEVALCOST
 * @helpurl https://localhost:3000/help/retrievalcost.html
 * @param queries Number of queries of the vector database.
 * @param pricePerThousandQueries Price of a thousand queries ($).
 * @param rerankSearches Number of the reranker's search units, one per 100 documents of a query; 0 if omitted.
 * @param pricePerThousandSearches Price of a thousand search units ($); 0 if omitted.
 * @param embeddedTokens Tokens of queries and documents that are embedded; 0 if omitted.
 * @param embeddingPrice Price of embedding ($ per million tokens); 0 if omitted.
 * @returns Cost of retrieval ($); the text found costs again as the model's input. */
export function retrievalCost(
  queries: unknown[][],
  pricePerThousandQueries: unknown[][],
  rerankSearches?: unknown[][],
  pricePerThousandSearches?: unknown[][],
  embeddedTokens?: unknown[][],
  embeddingPrice?: unknown[][],
): unknown[][] {
  return RETRIEVALCOST.spill(
    queries,
    pricePerThousandQueries,
    rerankSearches,
    pricePerThousandSearches,
    embeddedTokens,
    embeddingPrice,
  );
}

/** `+count*price/per`, or nothing where either is the number 0. */
function priced(count: string, price: string, per: string): string {
  return literal(count) === 0 || literal(price) === 0 ? "" : `+${count}*${price}/${per}`;
}

export const RETRIEVALCOST = define({
  calc: calc.retrievalCost,
  params: [
    number("queries", calc.FROM_ZERO),
    number("pricePerThousandQueries", calc.FROM_ZERO),
    optional(number("rerankSearches", calc.FROM_ZERO), "0"),
    optional(number("pricePerThousandSearches", calc.FROM_ZERO), "0"),
    optional(number("embeddedTokens", calc.FROM_ZERO), "0"),
    optional(number("embeddingPrice", calc.FROM_ZERO), "0"),
  ],
  native: (queries, queryPrice, searches, searchPrice, tokens, embeddingPrice) =>
    `${queries}*${queryPrice}/1000${priced(searches, searchPrice, "1000")}` +
    priced(tokens, embeddingPrice, "10^6"),
  examples: [
    // 0.16 / 1,000 + 2 / 1,000 + 50 x 0.02 / 10^6
    {
      it: "is query, rerank and embedding of one question",
      args: [1, 0.16, 1, 2, 50, 0.02],
      gives: 0.002161,
    },
    { it: "is queries alone where nothing else is given", args: [2500, 0.16], gives: 0.4 },
    { it: "is 0 without queries", args: [0, 0.16], gives: 0 },
    { it: "refuses a negative number of queries", args: [-1, 0.16], fails: "#NUM!" },
  ],
  formula:
    "queries ÷ 1000 × pricePerThousandQueries + rerankSearches ÷ 1000 × pricePerThousandSearches + embeddedTokens ÷ 10⁶ × embeddingPrice",
  source: "Units as Pinecone, Cohere and OpenAI bill them.",
});
