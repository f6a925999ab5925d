import { type Offer, priceFor, pricesAt } from "../../../catalog";

/**
 * Prices that hold for a span of time, a part of each day and a range of prompt lengths, in
 * billionths of a dollar per million tokens; null where there is none. Each instant and prompt
 * falls into one span.
 */
export interface PriceSpan {
  /** Milliseconds since 1970 in UTC: the first, and the first after. */
  readonly from: number;
  readonly until: number;
  /** Seconds of the day in UTC: the first, and the first after. */
  readonly fromSecond: number;
  readonly untilSecond: number;
  /** Prompts longer than this, and up to that. */
  readonly above: number;
  readonly upTo: number;
  readonly input: bigint | null;
  readonly output: bigint | null;
  readonly cacheRead: bigint | null;
  readonly cacheWrite5m: bigint | null;
  readonly cacheWrite1h: bigint | null;
}

/** Instants and prompt lengths from here to there are all that there are. */
export const ALWAYS = { from: -8.64e15, until: 8.64e15 } as const;
export const ANY_PROMPT = { above: -1, upTo: Number.MAX_SAFE_INTEGER } as const;

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
// 1 January 1970 as an Excel serial number.
const EPOCH = 25_569;
const LONG_AGO = Date.UTC(2000, 0, 1);

/**
 * Writing to a cache for an hour costs 2 times the input, for five minutes 1.25 times: the list
 * has the latter alone. Source: docs.claude.com, Prompt caching, Pricing.
 */
const HOUR_PER_FIVE_MINUTES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  anthropic: [200n, 125n],
};

/** Billionths of a dollar per million tokens. */
export function nanoPerMillion(dollars: number): bigint {
  return BigInt(Math.round(dollars * 1e9));
}

/** [from, to] between neighbours of these bounds. */
function between(bounds: readonly number[]): (readonly [number, number])[] {
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => [sorted[index] ?? to, to]);
}

/** The spans of an offer's prices: the catalog is asked once in each. */
export function priceSpans({ provider, model }: Offer): PriceSpan[] {
  const [, , usual, others = []] = model;
  const days = others.flatMap(([when]) =>
    typeof when === "number" ? [(when - EPOCH) * MS_PER_DAY] : [],
  );
  const seconds = others.flatMap(([when]) => (typeof when === "number" ? [] : when));
  const thresholds = [usual, ...others.map(([, prices]) => prices)].flatMap((prices) =>
    prices.flatMap((price) =>
      price === null || typeof price === "number" ? [] : price[1].map(([above]) => above),
    ),
  );
  const lengths = between([ANY_PROMPT.above, ...thresholds, ANY_PROMPT.upTo]);
  const [num, den] = HOUR_PER_FIVE_MINUTES[provider.id] ?? [];
  return between([ALWAYS.from, ...days, ALWAYS.until]).flatMap(([from, until]) =>
    between([0, ...seconds, SECONDS_PER_DAY]).flatMap(([fromSecond, untilSecond]) => {
      const day = from === ALWAYS.from ? Math.min(LONG_AGO, until - MS_PER_DAY) : from;
      const prices = pricesAt(model, day / MS_PER_DAY + EPOCH + fromSecond / SECONDS_PER_DAY);
      return lengths.map(([above, upTo]): PriceSpan => {
        const price = (kind: number) => {
          const found = priceFor(prices[kind], above + 1);
          return found === undefined ? null : nanoPerMillion(found);
        };
        const input = price(0);
        const cacheWrite = price(3);
        return {
          ...{ from, until, fromSecond, untilSecond, above, upTo, input, output: price(1) },
          // Cached parts without a price of their own are billed as other input.
          cacheRead: price(2) ?? input,
          cacheWrite5m: cacheWrite ?? input,
          cacheWrite1h: cacheWrite !== null && num && den ? (cacheWrite * num) / den : null,
        };
      });
    }),
  );
}
