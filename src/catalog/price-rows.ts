/**
 * How a text is recognised as a model or provider: a sign and a lower-case text ("=" equals,
 * "^" starts with, "$" ends with, "~" contains, "/" matches a regular expression), a list of
 * alternatives, or parts that all must hold.
 */
export type Rule = string | readonly Rule[] | { readonly and: readonly Rule[] };

/**
 * Dollars per million tokens: one price, or the price of short prompts and those of prompts
 * above a threshold, in ascending order.
 */
export type Price =
  number | readonly [base: number, tiers: readonly (readonly [above: number, price: number])[]];

/** Prices of input, output, cached reads and cached writes; null or missing where there is none. */
export type PriceRow = readonly (Price | null)[];

/**
 * When a price holds: from a day on (an Excel serial number), or at a time of each day (the
 * first second and the one after the last), both in UTC.
 */
export type Condition = number | readonly [from: number, until: number];

/**
 * A model: its id, how it is recognised ("" by its id alone), the prices that hold unless others
 * do, and these others, the newest first: the first whose condition holds counts.
 */
export type ModelRow = readonly [
  id: string,
  rule: Rule,
  prices: PriceRow,
  others?: readonly (readonly [when: Condition, prices: PriceRow])[],
];

/** A seller of models. */
export interface ProviderRow {
  readonly id: string;
  /** The models that are looked for here where no provider is named. */
  readonly sells?: Rule;
  /** Other names of the provider. */
  readonly named?: Rule;
  /** Providers whose models it sells too, at their prices. */
  readonly fallbacks?: readonly string[];
  readonly models: readonly ModelRow[];
}

/** What people call a provider and its models, where that differs from their ids. */
export interface ProviderNames {
  readonly id: string;
  readonly name: string;
  /** The page on which the provider states its prices. */
  readonly pricesAt?: string;
  readonly models: readonly (readonly [id: string, name: string])[];
}
