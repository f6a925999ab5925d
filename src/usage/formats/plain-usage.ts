import { type Column, first, type Term } from "../column";
import type { CachedConvention, UsageFormat } from "../format";
import type { MoneyUnit } from "../values/money";

/** Which column of a plain table holds what; all but start may be missing. */
export interface UsageMapping {
  readonly start: string;
  readonly end?: string;
  readonly rowId?: string;
  readonly customer?: string;
  readonly user?: string;
  readonly feature?: string;
  readonly trace?: string;
  readonly model?: string;
  readonly provider?: string;
  readonly input?: string;
  readonly cacheRead?: string;
  readonly cacheWrite?: string;
  readonly output?: string;
  readonly reasoning?: string;
  readonly requests?: string;
  readonly cost?: string;
  readonly costUnit?: MoneyUnit;
  /** The column with the currency. */
  readonly currency?: string;
  /** The currency of all rows, where no column states it. */
  readonly currencyIs?: string;
  readonly serviceTier?: string;
  /** Whether input includes cached tokens; asked for where it matters and is not said. */
  readonly cached?: CachedConvention;
  /** Whether a row is a request or the total of several. */
  readonly rowsAre?: "requests" | "totals";
}

function field<K extends string>(key: K, column: string | undefined) {
  return column === undefined ? {} : { [key]: first(column) };
}

const terms = (column: string | undefined): readonly Term[] =>
  column === undefined ? [] : [first(column)];

/** The format of a plain table, by a mapping of its columns. */
export function plainUsage(mapping: UsageMapping): UsageFormat {
  const customers: readonly Column[] = mapping.customer === undefined ? [] : [mapping.customer];
  const hasTokens = mapping.input !== undefined || mapping.output !== undefined;
  return {
    id: "plain-usage",
    name: "Usage by your own columns",
    holds: "usage",
    family: "plain",
    describes: mapping.rowsAre ?? "requests",
    shapes: [],
    start: first(mapping.start),
    zone: "ask",
    currency:
      mapping.currency === undefined
        ? { constant: mapping.currencyIs ?? "USD" }
        : first(mapping.currency),
    ...field("end", mapping.end),
    ...(mapping.rowId === undefined ? {} : { rowId: [first(mapping.rowId)] }),
    ...(mapping.customer === undefined
      ? {}
      : { customer: { columns: customers, usual: first(mapping.customer) } }),
    ...field("userId", mapping.user),
    ...field("feature", mapping.feature),
    ...field("traceId", mapping.trace),
    ...field("model", mapping.model),
    ...field("provider", mapping.provider),
    ...field("serviceTier", mapping.serviceTier),
    ...(mapping.requests === undefined ? {} : { requests: terms(mapping.requests) }),
    ...(hasTokens
      ? {
          tokens: {
            input: terms(mapping.input),
            cacheRead: terms(mapping.cacheRead),
            cacheWrite5m: terms(mapping.cacheWrite),
            output: terms(mapping.output),
            reasoning: terms(mapping.reasoning),
            cached: mapping.cached ?? "ask",
          },
        }
      : {}),
    ...(mapping.cost === undefined
      ? {}
      : {
          cost: {
            add: [first(mapping.cost)],
            unit: mapping.costUnit ?? "units",
            basis: "reported",
            zero: "free",
          },
        }),
  };
}
