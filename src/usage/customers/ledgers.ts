import type { Party } from "../revenue/recognised-revenue";
import type { UsageLine } from "../usage-summary";
import { BASES, OpenLedger } from "./ledger";
import { type CostsOf, sumOfCosts } from "./line-cost";
import type { MatchedBy, Matching } from "./match-customers";
import type { ReportTerms, UnallocatedKind } from "./report-terms";
import { hasUnpriced, tokensOf } from "./unpriced-range";

/** A customer's sums, and what is known of who it is. */
export interface Account {
  readonly id: string;
  readonly ledger: OpenLedger;
  readonly usageIds: Set<string>;
  name: string | null;
  hasRevenue: boolean;
  matchedBy: MatchedBy | null;
}

/** Sums by customer; beside them usage of no customer, and revenue of nobody. */
export interface Ledgers {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly unallocated: ReadonlyMap<UnallocatedKind, OpenLedger>;
  readonly unnamedRevenue: OpenLedger;
}

interface UsageLedger {
  readonly ledger: OpenLedger;
  /** Whether it is a customer's, and not of unallocated usage. */
  readonly isCustomer: boolean;
}

/** How usage without a model is called. */
export const NO_MODEL = "(no model)";

function addLine(ledger: OpenLedger, line: UsageLine, costsOf: CostsOf): void {
  const costs = costsOf(line);
  const tokens = tokensOf(line);
  ledger.requests += line.requests;
  ledger.tokens += tokens;
  if (costs === null) {
    ledger.unpricedRequests += line.requests;
    ledger.unpricedTokens += tokens;
    ledger.addGap(`cost in ${line.currency}, which has no rate`);
    return;
  }
  const model = line.model ?? NO_MODEL;
  // Also where it cost nothing, so that the model and the month are there.
  if (sumOfCosts(costs) === 0n) ledger.addInference(line.month, model, "reported", 0n);
  for (const basis of BASES) {
    if (costs[basis] !== 0n) ledger.addInference(line.month, model, basis, costs[basis]);
  }
  ledger.unpricedRequests += line.unpriced.requests;
  ledger.unpricedTokens += tokensOf(line.unpriced);
  if (hasUnpriced(line)) {
    for (const reason of line.unpriced.reasons) ledger.addGap(reason);
    if (line.unpriced.reasons.length === 0) ledger.addGap("usage without a price");
  }
}

/** Customers by the id that revenue has for them: other costs may name no more than that. */
function payersOf({ revenue }: ReportTerms, matching: Matching): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of revenue.lines) {
    const match = matching.ofRevenue(line);
    if (line.customerId !== null && match !== null) found.set(line.customerId, match.key);
  }
  return found;
}

/** Sums usage, revenue and other costs by customer: every line goes to exactly one ledger. */
export function fillLedgers(terms: ReportTerms, matching: Matching, costsOf: CostsOf): Ledgers {
  const { usage, revenue } = terms;
  const accounts = new Map<string, Account>();
  const unallocated = new Map<UnallocatedKind, OpenLedger>();
  const unnamedRevenue = new OpenLedger();

  const account = (id: string): Account => {
    const known = accounts.get(id);
    if (known) return known;
    const made: Account = {
      id,
      ledger: new OpenLedger(),
      usageIds: new Set(),
      name: null,
      hasRevenue: false,
      matchedBy: null,
    };
    accounts.set(id, made);
    return made;
  };
  const kindOf = (id: string | null): UnallocatedKind | undefined =>
    id === null
      ? "No customer named"
      : (terms.unallocated?.get(id) ?? terms.unallocated?.get(matching.ofUsage(id)));
  const openUnallocated = (kind: UnallocatedKind): OpenLedger => {
    const ledger = unallocated.get(kind) ?? new OpenLedger();
    unallocated.set(kind, ledger);
    return ledger;
  };
  const known = new Map<string | null, UsageLedger>();
  const usageLedger = (id: string | null): UsageLedger => {
    const before = known.get(id);
    if (before) return before;
    const kind = kindOf(id);
    const made =
      id === null || kind !== undefined
        ? { ledger: openUnallocated(kind ?? "No customer named"), isCustomer: false }
        : { ledger: account(matching.ofUsage(id)).ledger, isCustomer: true };
    if (id !== null && made.isCustomer) account(matching.ofUsage(id)).usageIds.add(id);
    known.set(id, made);
    return made;
  };

  for (const line of usage.lines) {
    const { ledger, isCustomer } = usageLedger(line.customerId);
    addLine(ledger, line, costsOf);
    if (isCustomer) ledger.addActiveMonth(line.month);
  }
  for (const { customerId, tasks } of usage.customerMonths) {
    usageLedger(customerId).ledger.tasks += tasks;
  }
  for (const line of revenue.lines) {
    const match = matching.ofRevenue(line);
    const ledger = match === null ? unnamedRevenue : account(match.key).ledger;
    for (const [month, nano] of line.byMonth) {
      ledger.addRevenue(month, nano);
      if (match !== null && nano !== 0n) ledger.addActiveMonth(month);
    }
    ledger.invoicedNano += line.invoicedNano;
    ledger.deferredNano += line.deferredNano;
    ledger.unbilledNano += line.unbilledNano;
    if (match === null) continue;
    const own = account(match.key);
    own.hasRevenue = true;
    own.matchedBy ??= match.by;
    own.name ??= line.customerName;
  }
  for (const { currency, parties } of revenue.unconverted) {
    for (const party of parties) {
      const match = matching.ofRevenue(party);
      const ledger = match === null ? unnamedRevenue : account(match.key).ledger;
      ledger.addRevenueGap(`revenue in ${currency}, which has no rate`);
    }
  }
  for (const credits of revenue.prepaid) {
    // What was used of them is revenue of the period that nobody has counted.
    if (credits.notKnown === null || credits.unusedNano === 0n) continue;
    const match = matching.ofRevenue(credits);
    const own = match === null ? null : account(match.key);
    (own?.ledger ?? unnamedRevenue).addRevenueGap(`use of prepaid credits: ${credits.notKnown}`);
    if (own === null || match === null) continue;
    own.hasRevenue = true;
    own.matchedBy ??= match.by;
    own.name ??= credits.customerName;
  }
  const payers = payersOf(terms, matching);
  const costLedger = (party: Party): OpenLedger => {
    const match = matching.ofRevenue(party);
    const payer = party.customerId === null ? undefined : payers.get(party.customerId);
    const key = (match?.by ?? null) === null ? (payer ?? match?.key) : match?.key;
    const kind = kindOf(key ?? null);
    if (key === undefined || kind !== undefined) {
      return openUnallocated(kind ?? "No customer named");
    }
    const own = account(key);
    own.name ??= party.customerName;
    return own.ledger;
  };
  const costs = terms.otherCogs?.imported;
  for (const line of costs?.lines ?? []) costLedger(line).addOtherCogs(line.revenueNano);
  for (const { currency, parties } of costs?.unconverted ?? []) {
    for (const party of parties) {
      costLedger(party).addGap(`other cost in ${currency}, which has no rate`);
    }
  }
  return { accounts, unallocated, unnamedRevenue };
}
