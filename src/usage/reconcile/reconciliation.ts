import { units } from "../customers/margin-figures";
import { sumOfCosts } from "../customers/line-cost";
import type { Month, OtherCharge, UsageLine, UsageSummary } from "../usage-summary";

/** An amount of a provider's invoice without tax, where it is known before anybody types it in. */
export interface InvoicedAmount {
  readonly month: Month;
  readonly provider: string | null;
  /** Null where the invoice does not say. */
  readonly model: string | null;
  readonly amountNano: bigint;
}

/** What usage comes to, and what may explain that an invoice does not; amounts in one currency. */
export interface ReconciledUsage {
  /** At list prices; at its own cost where no list price is known. */
  readonly list: number;
  /** The part of it that has no list price. */
  readonly unlisted: number;
  /** At the rates that hold: what the provider or gateway reports, else what prices say. */
  readonly cost: number;
  readonly requests: number;
  readonly unpricedRequests: number;
  /** Share of input tokens that a cache gave. */
  readonly cachedShare: number;
  /** Without tax; null where it is to be typed in. */
  readonly invoiced: number | null;
}

/** A provider in a month. */
export interface ProviderMonth extends ReconciledUsage {
  readonly month: Month;
  readonly provider: string;
  /** Commitments bought, and corrections. */
  readonly commitments: number;
  /** Credits, below 0. */
  readonly credits: number;
  /** On the bill beside all others; no part of the bridge. */
  readonly tax: number;
}

/** A model of a provider over all months. */
export interface ProviderModel extends ReconciledUsage {
  readonly provider: string;
  readonly model: string;
}

export interface Reconciliation {
  readonly currency: string;
  /** By provider, then by month. */
  readonly months: readonly ProviderMonth[];
  /** The dearest first. */
  readonly models: readonly ProviderModel[];
  /** Currencies of usage and charges that are not here. */
  readonly otherCurrencies: readonly string[];
}

/** How usage of a provider or model that an export does not name is called. */
const NO_PROVIDER = "(no provider)";
const NO_MODEL = "(no model)";

function sumNano(amounts: readonly bigint[]): number {
  return units(amounts.reduce((sum, nano) => sum + nano, 0n));
}

function costOf({ costs }: UsageLine): bigint {
  return sumOfCosts(costs);
}

function cachedShare(lines: readonly UsageLine[]): number {
  const sum = (of: (line: UsageLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const cached = sum(({ inCacheRead }) => inCacheRead);
  const input = sum(
    ({ inUncached, inCacheRead, inCacheWrite5m, inCacheWrite1h }) =>
      inUncached + inCacheRead + inCacheWrite5m + inCacheWrite1h,
  );
  return input > 0 ? cached / input : 0;
}

function reconciled(
  lines: readonly UsageLine[],
  invoices: readonly InvoicedAmount[],
): ReconciledUsage {
  const unlisted = lines.filter(({ listCostNano }) => listCostNano === null);
  const count = (of: (line: UsageLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    list: sumNano(lines.map((line) => line.listCostNano ?? costOf(line))),
    unlisted: sumNano(unlisted.map(costOf)),
    cost: sumNano(lines.map(costOf)),
    requests: count(({ requests }) => requests),
    unpricedRequests: count(({ unpriced }) => unpriced.requests),
    cachedShare: cachedShare(lines),
    invoiced: invoices.length === 0 ? null : sumNano(invoices.map(({ amountNano }) => amountNano)),
  };
}

interface Group {
  readonly lines: UsageLine[];
  readonly charges: OtherCharge[];
  readonly invoices: InvoicedAmount[];
}

/** Groups by two texts. */
class Groups {
  readonly #groups = new Map<string, Group & { readonly key: readonly [string, string] }>();

  of(first: string, second: string): Group {
    const id = JSON.stringify([first, second]);
    const known = this.#groups.get(id);
    if (known) return known;
    const made = { key: [first, second] as const, lines: [], charges: [], invoices: [] };
    this.#groups.set(id, made);
    return made;
  }

  all() {
    return [...this.#groups.values()];
  }
}

function providerMonths(
  lines: readonly UsageLine[],
  charges: readonly OtherCharge[],
  invoices: readonly InvoicedAmount[],
): ProviderMonth[] {
  const groups = new Groups();
  for (const line of lines) groups.of(line.provider ?? NO_PROVIDER, line.month).lines.push(line);
  for (const charge of charges) {
    groups.of(charge.provider ?? NO_PROVIDER, charge.month).charges.push(charge);
  }
  for (const invoice of invoices) {
    groups.of(invoice.provider ?? NO_PROVIDER, invoice.month).invoices.push(invoice);
  }
  return groups
    .all()
    .map(({ key: [provider, month], ...group }): ProviderMonth => {
      const sum = (...kinds: readonly OtherCharge["charge"][]) =>
        sumNano(
          group.charges
            .filter(({ charge }) => kinds.includes(charge))
            .map(({ costNano }) => costNano),
        );
      return {
        month,
        provider,
        ...reconciled(group.lines, group.invoices),
        commitments: sum("purchase", "adjustment"),
        credits: sum("credit"),
        tax: sum("tax"),
      };
    })
    .sort((a, b) => compare(a.provider, b.provider) || compare(a.month, b.month));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function providerModels(
  lines: readonly UsageLine[],
  invoices: readonly InvoicedAmount[],
): ProviderModel[] {
  const groups = new Groups();
  for (const line of lines) {
    groups.of(line.provider ?? NO_PROVIDER, line.model ?? NO_MODEL).lines.push(line);
  }
  for (const invoice of invoices) {
    if (invoice.model === null) continue;
    groups.of(invoice.provider ?? NO_PROVIDER, invoice.model).invoices.push(invoice);
  }
  return groups
    .all()
    .map((group): ProviderModel => ({
      provider: group.key[0],
      model: group.key[1],
      ...reconciled(group.lines, group.invoices),
    }))
    .sort(
      (a, b) => b.cost - a.cost || compare(a.provider, b.provider) || compare(a.model, b.model),
    );
}

/** The currencies of usage and of other charges, in order; each gets a reconciliation of its own. */
export function reconciledCurrencies({ lines, otherCharges }: UsageSummary): string[] {
  return [...new Set([...lines, ...otherCharges].map(({ currency }) => currency))].sort();
}

/**
 * Usage, other charges and what is known of invoices, by provider and month and by model: the
 * figures of a bridge from list price to what the books hold.
 *
 * @param currency of the amounts; nothing is converted, because invoices are not
 * @param invoices amounts in that currency without tax, such as those of a provider's cost report
 */
export function reconciliation(
  usage: UsageSummary,
  currency: string,
  invoices: readonly InvoicedAmount[] = [],
): Reconciliation {
  const lines = usage.lines.filter((line) => line.currency === currency);
  const charges = usage.otherCharges.filter((charge) => charge.currency === currency);
  return {
    currency,
    months: providerMonths(lines, charges, invoices),
    models: providerModels(lines, invoices),
    otherCurrencies: reconciledCurrencies(usage).filter((each) => each !== currency),
  };
}
