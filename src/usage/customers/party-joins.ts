import type { Party } from "../revenue/recognised-revenue";

/** What lines of revenue say about each other. */
export interface PartyJoins {
  /** The party with the customer's id and name that other lines of its invoice, subscription or name state. */
  readonly complete: (party: Party) => Party;
  /** Whether lines with different ids of customers have the name. */
  readonly isShared: (name: string) => boolean;
}

type Names = Pick<Party, "customerId" | "customerName">;

/** What a key stands for; null where lines disagree. */
type Found = Map<string, Names | null>;

function note(found: Found, key: string | null, { customerId, customerName }: Names): void {
  if (key === null || (customerId === null && customerName === null)) return;
  const before = found.get(key);
  if (before === undefined) {
    found.set(key, { customerId, customerName });
    return;
  }
  if (
    before === null ||
    (before.customerId === customerId && before.customerName === customerName)
  ) {
    return;
  }
  const differs =
    before.customerId !== null && customerId !== null && before.customerId !== customerId;
  found.set(
    key,
    differs
      ? null
      : {
          customerId: before.customerId ?? customerId,
          customerName: before.customerName ?? customerName,
        },
  );
}

/**
 * Joins lines of revenue: an export of invoices names the customer, one of lines only the
 * invoice.
 *
 * @param folded a name without what people write differently
 */
export function partyJoins(
  parties: readonly Party[],
  folded: (name: string) => string,
): PartyJoins {
  const [invoices, subscriptions, names]: [Found, Found, Found] = [new Map(), new Map(), new Map()];
  for (const party of parties) {
    const { invoiceId, subscriptionId, customerName } = party;
    note(invoices, invoiceId, party);
    note(subscriptions, subscriptionId, party);
    note(names, customerName === null ? null : folded(customerName), party);
  }
  const at = (found: Found, key: string | null) => (key === null ? null : found.get(key)) ?? null;
  const filled = (party: Party, other: Names | null): Party => {
    if (other === null) return party;
    const isOther =
      party.customerId !== null &&
      other.customerId !== null &&
      party.customerId !== other.customerId;
    return isOther
      ? party
      : {
          ...party,
          customerId: party.customerId ?? other.customerId,
          customerName: party.customerName ?? other.customerName,
        };
  };
  return {
    complete: (party) => {
      const known = filled(
        filled(party, at(invoices, party.invoiceId)),
        at(subscriptions, party.subscriptionId),
      );
      const { customerId, customerName } = known;
      return customerId === null && customerName !== null
        ? filled(known, at(names, folded(customerName)))
        : known;
    },
    isShared: (name) => names.get(folded(name)) === null,
  };
}
