import type { Party } from "../revenue/recognised-revenue";
import { partyJoins } from "./party-joins";

/**
 * A row of the user's mapping table: whatever names a customer in usage or revenue (an id, a
 * name, an invoice, a subscription), and the id of the customer that it means.
 */
export interface CustomerMapping {
  readonly from: string;
  readonly to: string;
}

/** How a customer of revenue was found among those of usage. */
export type MatchedBy = "mapping" | "id" | "name";

/** The customer that a line of revenue belongs to; by is null where usage does not know it. */
export interface MatchedParty {
  readonly key: string;
  readonly by: MatchedBy | null;
}

export interface Matching {
  /** The customer that an id in usage means. */
  readonly ofUsage: (customerId: string) => string;
  /** Null for revenue that names nobody. */
  readonly ofRevenue: (party: Party) => MatchedParty | null;
  /** Names that more than one customer has: they match nobody. */
  readonly ambiguousNames: readonly string[];
}

/** A name without what people write differently: case, spaces, dots and commas. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,]+/g, " ")
    .trim();
}

/** What a folded name stands for; null where it stands for several. */
function byName(keys: Iterable<string>): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const key of keys) {
    const name = foldedName(key);
    found.set(name, found.has(name) && found.get(name) !== key ? null : key);
  }
  return found;
}

/**
 * What the mapping table means in the end, where one row leads to another: an id in usage to one
 * of billing, and that one to a name. A row that leads back to itself stops there.
 */
function ends(mappings: readonly CustomerMapping[]): CustomerMapping[] {
  const steps = new Map(mappings.map(({ from, to }) => [from.trim(), to.trim()]));
  return mappings.map(({ from, to: first }) => {
    const passed = new Set([from.trim()]);
    let to = first.trim();
    for (let next = steps.get(to); next !== undefined && !passed.has(to); next = steps.get(to)) {
      passed.add(to);
      if (passed.has(next)) break;
      to = next;
    }
    return { from, to };
  });
}

/**
 * Matches customers of usage and revenue: by the mapping table, else by equal ids (of the
 * customer or the subscription), else by names, of which those that several customers have match
 * nobody. Nothing is dropped: who has no match is a customer of its own.
 *
 * @param usageIds the customers that usage names
 * @param parties what names the customers of all lines of revenue; lines of one invoice or
 *   subscription belong to one customer
 * @param mappings of two rows that begin alike the later counts
 */
export function matchCustomers(
  usageIds: readonly string[],
  parties: readonly Party[],
  mappings: readonly CustomerMapping[] = [],
): Matching {
  const rows = ends(mappings);
  const mapped = new Map(rows.map(({ from, to }) => [from.trim(), to]));
  const mappedName = new Map(rows.map(({ from, to }) => [foldedName(from), to]));
  const ofUsage = (id: string) => mapped.get(id.trim()) ?? id;
  const keys = new Set(usageIds.map(ofUsage));
  const names = byName(keys);
  const joins = partyJoins(parties, foldedName);
  const ambiguous = new Set<string>();

  const throughMapping = (party: Party): string | undefined => {
    const { customerId, subscriptionId, invoiceId, customerName } = party;
    for (const id of [customerId, subscriptionId, invoiceId]) {
      const to = id === null ? undefined : mapped.get(id.trim());
      if (to !== undefined) return to;
    }
    return customerName === null ? undefined : mappedName.get(foldedName(customerName));
  };

  const throughName = (name: string | null): string | null => {
    if (name === null) return null;
    const key = names.get(foldedName(name));
    if (key === undefined) return null;
    if (key !== null && !joins.isShared(name)) return key;
    ambiguous.add(name);
    return null;
  };

  const find = (given: Party): MatchedParty | null => {
    const party = joins.complete(given);
    const to = throughMapping(given) ?? throughMapping(party);
    if (to !== undefined) return { key: to, by: "mapping" };
    const { customerId, subscriptionId, customerName } = party;
    const id = [customerId, subscriptionId].find((each) => each !== null && keys.has(each));
    if (id != null) return { key: id, by: "id" };
    const key = throughName(customerName) ?? throughName(customerId);
    if (key !== null) return { key, by: "name" };
    const own = customerId ?? customerName ?? subscriptionId;
    return own === null ? null : { key: own, by: null };
  };

  const known = new Map<Party, MatchedParty | null>();
  const ofRevenue = (party: Party): MatchedParty | null => {
    const before = known.get(party);
    if (before !== undefined) return before;
    const found = find(party);
    known.set(party, found);
    return found;
  };
  for (const party of parties) ofRevenue(party);
  return { ofUsage, ofRevenue, ambiguousNames: [...ambiguous] };
}
