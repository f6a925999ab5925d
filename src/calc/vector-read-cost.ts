import { check, finite, FROM_ZERO } from "./domain";

/** A query reads one unit per gigabyte, and never less than this. */
const LEAST_READ_UNITS = 0.25;

/**
 * Cost of one query of a serverless vector database: MAX(0.25, gigabytes) read units x
 * pricePerMillionUnits / 10^6.
 *
 * @param gigabytes size of the namespace that is searched, 0 or more
 * @param pricePerMillionUnits currency per million read units, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: Pinecone's read units, one per gigabyte of the namespace, at least 0.25.
 * @example vectorReadCost(10, 16) // => 0.00016
 */
export function vectorReadCost(gigabytes: number, pricePerMillionUnits: number): number {
  check("gigabytes", gigabytes, FROM_ZERO);
  check("pricePerMillionUnits", pricePerMillionUnits, FROM_ZERO);
  return finite((Math.max(LEAST_READ_UNITS, gigabytes) * pricePerMillionUnits) / 1e6);
}
