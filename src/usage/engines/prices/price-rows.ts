import type { SqlColumns, SqlValue } from "../sql-database";
import type { Pricing } from "./rates";

/** Rows by their columns; whole numbers beyond a double's are bigint. */
export interface SqlRows {
  readonly columns: SqlColumns;
  readonly rows: readonly (readonly (SqlValue | bigint)[])[];
}

/** How the rows of each kind that counts are priced. */
export function rateRows({ rates, currencies }: Pricing): SqlRows {
  return {
    columns: [
      ["rate_kind", "INTEGER"],
      ["rate_offer", "INTEGER"],
      // Whether the rows state their cost, and the number of its currency; a derived one is in dollars.
      ["is_stated", "BOOLEAN"],
      ["currency_no", "INTEGER"],
      // Whether there is nothing but a missing price against a derived cost.
      ["is_priced", "BOOLEAN"],
      // Whether the catalog tells the list price, or else the rows themselves do.
      ["is_listed", "BOOLEAN"],
      ["keeps_list", "BOOLEAN"],
      ["share_of", "BIGINT"],
      ["share_in", "BIGINT"],
      // Whether that share is not of reads from a cache.
      ["keeps_reads", "BOOLEAN"],
    ],
    rows: rates.map(({ number, kind, offer, isListed, share, currency, reason }) => {
      const isStated = kind.costBasis !== null;
      // A list price in the currency of the cost, where the catalog has none.
      const keepsList = !isListed && isStated;
      const flags = [reason === null, isListed, keepsList];
      const currencyNumber = currencies.indexOf(currency);
      return [
        number,
        offer,
        isStated,
        currencyNumber,
        ...flags,
        share.of,
        share.in,
        share.keepsCacheReads === true,
      ];
    }),
  };
}

/** The prices of each offer, by spans. */
export function priceRows({ offers }: Pricing): SqlRows {
  return {
    columns: [
      ["price_offer", "INTEGER"],
      ["from_ms", "BIGINT"],
      ["until_ms", "BIGINT"],
      ["from_second", "INTEGER"],
      ["until_second", "INTEGER"],
      ["above", "BIGINT"],
      ["up_to", "BIGINT"],
      ["p_input", "BIGINT"],
      ["p_output", "BIGINT"],
      ["p_cache_read", "BIGINT"],
      ["p_cache_write_5m", "BIGINT"],
      ["p_cache_write_1h", "BIGINT"],
    ],
    rows: offers.flatMap((spans, offer) =>
      spans.map((span) => [
        ...[offer, span.from, span.until, span.fromSecond, span.untilSecond],
        ...[span.above, span.upTo, span.input, span.output],
        ...[span.cacheRead, span.cacheWrite5m, span.cacheWrite1h],
      ]),
    ),
  };
}

/** Customers with several ids: each id, and the one that all of them mean. */
export function partyRows(parties: readonly (readonly [string, string])[]): SqlRows {
  return {
    columns: [
      ["member", "VARCHAR"],
      ["party", "VARCHAR"],
    ],
    rows: parties,
  };
}
