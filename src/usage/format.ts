import type { Column, Term, Text } from "./column";
import type { Charge, TokenClasses } from "./usage-row";
import type { MoneyUnit } from "./values/money";
import type { SlashOrder } from "./values/time";

/** What an export looks like: it has these columns and lacks those. */
export type Shape =
  | { readonly in: "csv"; readonly has: readonly Column[]; readonly lacks?: readonly Column[] }
  | {
      readonly in: "json";
      /** The properties that lead from the document to its records; lists on the way are walked. */
      readonly rows: readonly string[];
      readonly has: readonly Column[];
      readonly lacks?: readonly Column[];
    };

/** Records to which something applies: all the columns are blank, or a text is or is not one of these. */
export type Condition =
  | { readonly blank: readonly Column[] }
  | { readonly when: Text; readonly is: readonly string[] }
  | { readonly when: Text; readonly isNot: readonly string[] };

/** Records that are read but not counted, and why. */
export type Skip = Condition & {
  readonly because: string;
  /** The answer that counts them all the same. */
  readonly unless?: "all services";
};

export interface MoneyField {
  /** The first term decides whether there is an amount; further ones count as 0 where blank. */
  readonly add: readonly Term[];
  readonly subtract?: readonly Term[];
  readonly unit: MoneyUnit;
}

/** Whether what a source calls input includes cached tokens, or they stand apart from it. */
export type CachedConvention = "included" | "apart";

/** Tokens that stand in columns of their own. */
export interface TokenColumns {
  readonly input: readonly Term[];
  /** Input without cached tokens, where the source states it besides. */
  readonly uncached?: readonly Term[];
  readonly cacheRead?: readonly Term[];
  readonly cacheWrite5m?: readonly Term[];
  readonly cacheWrite1h?: readonly Term[];
  readonly output: readonly Term[];
  readonly reasoning?: readonly Term[];
  /** "ask": the source does not say, or its writers disagree. */
  readonly cached: CachedConvention | "ask";
}

/** Tokens in a map from kinds of usage to numbers, as Langfuse keeps them. */
export interface TokenMap {
  readonly map: readonly Column[];
}

/** Records that hold the tokens of one class each. */
export interface TokenKinds {
  readonly quantity: Text;
  readonly unit: { readonly when: Text; readonly is: readonly string[] };
  readonly kind: Text;
  readonly classes: Readonly<Record<string, keyof TokenClasses>>;
}

export interface CustomerField {
  /** The columns that can name the customer, the likeliest first. */
  readonly columns: readonly Column[];
  /** Columns with maps, of which any key can name the customer. */
  readonly maps?: readonly Column[];
  /** What names it unless the user says otherwise. */
  readonly usual?: Text;
}

interface FormatBase {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly shapes: readonly Shape[];
  /** What its reader must know, shown with the result. */
  readonly notes?: readonly string[];
  readonly skips?: readonly Skip[];
  /** Identifies a record where all are joined. */
  readonly rowId?: readonly Text[];
  readonly start: Text;
  /** First instant after; where absent, a start that is a day lasts it, and others are moments. */
  readonly end?: Text | "next day";
  /** Whether the end stated is the last instant and not the first after. */
  readonly endIsLast?: boolean;
  /** The zone of times without one: stated by the source, assumed, or to be asked for. */
  readonly zone: "UTC" | "assumed UTC" | "ask";
  /** The order of dates with slashes where the source states it. */
  readonly slashOrder?: SlashOrder;
  readonly currency: Text;
}

/** An export of usage, as data: the reader and the SQL of the engine both walk it. */
export interface UsageFormat extends FormatBase {
  readonly holds: "usage";
  /**
   * Whose usage it is. Two exports of one family may describe the same usage; those of which
   * one has requests and the other totals or bills are never added up.
   */
  readonly family: string;
  readonly describes: "requests" | "totals" | "bills";
  readonly rowVersion?: Text;
  readonly customer?: CustomerField;
  readonly userId?: Text;
  readonly feature?: Text;
  readonly traceId?: Text;
  readonly model?: Text;
  readonly provider?: Text;
  readonly tokens?: TokenColumns | TokenMap | TokenKinds;
  /** Where absent, each record is one request. */
  readonly requests?: readonly Term[];
  readonly toolCalls?: readonly Term[];
  readonly cost?: MoneyField & {
    readonly basis: "billed" | "reported";
    /** What a cost of 0 means where there are tokens. */
    readonly zero: "free" | "unpriced";
    /** Records whose cost of 0 is free all the same. */
    readonly freeWhen?: Condition;
  };
  readonly listCost?: MoneyField;
  readonly invoiced?: MoneyField;
  readonly serviceTier?: Text;
  readonly batch?: Condition;
  readonly charge?: { readonly when: Text; readonly is: Readonly<Record<string, Charge>> };
  /** Records nest: one that holds others with usage is their total, unless it is of the kinds. */
  readonly nests?: {
    readonly id: readonly Text[];
    readonly parent: readonly Text[];
    readonly unless: Condition;
  };
}

/** An export of revenue, or of costs besides inference, as data: who, when and how much. */
export interface RevenueFormat extends FormatBase {
  readonly holds: "revenue" | "costs";
  /** What a cost is for. */
  readonly purpose?: Text;
  readonly customer?: CustomerField;
  readonly customerName?: Text;
  readonly invoiceId?: Text;
  readonly subscriptionId?: Text;
  readonly invoicedOn?: Text;
  readonly amount: MoneyField;
  readonly prepayment?: Condition;
}

export type Format = UsageFormat | RevenueFormat;

/** An export that is recognised and holds nothing to read, and what to do instead. */
export interface Unusable {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly instead: string;
}
