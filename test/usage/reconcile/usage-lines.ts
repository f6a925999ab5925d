import type { OtherCharge, UsageLine, UsageSummary } from "../../../src/usage";
import { NO_TOKENS } from "../../../src/usage/read/token-classes";

const NANO = 1e9;

/** Dollars in billionths. */
export function nano(dollars: number): bigint {
  return BigInt(Math.round(dollars * NANO));
}

interface Told extends Partial<
  Pick<UsageLine, "inUncached" | "inCacheRead" | "outTotal" | "currency" | "requests">
> {
  readonly month: string;
  readonly provider?: string | null;
  readonly model?: string | null;
  readonly customerId?: string | null;
  /** Dollars. */
  readonly cost: number;
  /** Dollars; the cost where left out, null where there is none. */
  readonly list?: number | null;
  readonly unpriced?: number;
}

export function usageLine({ cost, list = cost, unpriced = 0, ...told }: Told): UsageLine {
  return {
    ...NO_TOKENS,
    customerId: "c1",
    provider: "openai",
    model: "gpt-5",
    currency: "USD",
    requests: 10,
    ...told,
    costs: { billed: 0n, reported: nano(cost), derived: 0n, assumed: 0n },
    listCostNano: list === null ? null : nano(list),
    unpriced: {
      ...NO_TOKENS,
      requests: unpriced,
      reasons: unpriced > 0 ? ['the catalog has no model "x"'] : [],
    },
  };
}

export function usageOf(
  lines: readonly UsageLine[],
  otherCharges: readonly OtherCharge[] = [],
): UsageSummary {
  return {
    months: [...new Set(lines.map(({ month }) => month))].sort(),
    lines,
    customerMonths: [],
    customers: [],
    profile: null,
    otherCharges,
    start: 0,
    end: 0,
  };
}

export function charge(
  month: string,
  kind: OtherCharge["charge"],
  dollars: number,
  currency = "USD",
): OtherCharge {
  return { month, provider: "openai", charge: kind, currency, costNano: nano(dollars) };
}
