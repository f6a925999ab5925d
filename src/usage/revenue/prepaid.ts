import type { RevenueRow } from "../revenue-row";
import type { Month } from "../usage-summary";
import { monthEnd, monthOf } from "./months";
import { type Party, partyOf, type PrepaidCredits } from "./recognised-revenue";
import type { CreditUse, RevenueTerms } from "./revenue-terms";

/** Credits that became revenue because they were used. */
export interface UsedCredits {
  readonly party: Party;
  readonly month: Month;
  readonly nano: bigint;
}

type Convert = (nano: bigint, from: string) => bigint | null;

const NOT_KNOWN = "nothing says which credits were used";
const NO_CUSTOMER = "the credits name no customer, so their use is not known";
const NO_RATE = "credits were used in a currency without a rate";

/** Payments of one customer, or of one invoice where no customer is named. */
function groups(prepayments: readonly RevenueRow[]): Map<string, RevenueRow[]> {
  const found = new Map<string, RevenueRow[]>();
  for (const row of prepayments) {
    const { customerId, customerName, subscriptionId, invoiceId } = row;
    const key = JSON.stringify(
      customerId === null ? [customerName, subscriptionId, invoiceId] : [customerId],
    );
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found;
}

interface Event {
  readonly at: number;
  readonly paid: bigint;
  readonly used: bigint;
}

/** Uses in the order of time, each as far as credits are left. */
function settle(party: Party, events: readonly Event[]) {
  const used: UsedCredits[] = [];
  let [paidNano, usedNano, overusedNano] = [0n, 0n, 0n];
  // At one instant credits are paid for before they are used.
  for (const { at, paid, used: wanted } of [...events].sort(
    (a, b) => a.at - b.at || Number(b.paid !== 0n) - Number(a.paid !== 0n),
  )) {
    paidNano += paid;
    const left = paidNano - usedNano;
    const nano = wanted > left ? (left > 0n ? left : 0n) : wanted;
    usedNano += nano;
    overusedNano += wanted - nano;
    if (nano !== 0n) used.push({ party, month: monthOf(at), nano });
  }
  return { used, balance: { paidNano, usedNano, unusedNano: paidNano - usedNano, overusedNano } };
}

function usesByCustomer(uses: readonly CreditUse[], before: number): Map<string, CreditUse[]> {
  const found = new Map<string, CreditUse[]>();
  for (const use of uses) {
    if (use.at >= before) continue;
    const group = found.get(use.customerId);
    if (group) group.push(use);
    else found.set(use.customerId, [use]);
  }
  return found;
}

const nobody = { customerName: null, invoiceId: null, subscriptionId: null };

/**
 * Credits paid in advance and their use, up to the end of the period.
 *
 * @param prepayments in the currency of the report
 */
export function settlePrepaid(
  prepayments: readonly RevenueRow[],
  { to, creditUse }: RevenueTerms,
  convert: Convert,
): { readonly prepaid: PrepaidCredits[]; readonly used: UsedCredits[] } {
  const end = monthEnd(to);
  const uses = usesByCustomer(creditUse ?? [], end);
  const prepaid: PrepaidCredits[] = [];
  const used: UsedCredits[] = [];
  const settleOne = (party: Party, rows: readonly RevenueRow[], own: readonly CreditUse[]) => {
    const paid = rows.flatMap((row): Event[] => {
      const at = row.invoicedOn ?? row.start;
      return at < end ? [{ at, paid: row.amountNano, used: 0n }] : [];
    });
    const wanted = own.map(({ at, amountNano, currency }) => ({
      at,
      nano: convert(amountNano, currency),
    }));
    const gaps = [
      creditUse === undefined ? NOT_KNOWN : "",
      creditUse !== undefined && party.customerId === null ? NO_CUSTOMER : "",
      wanted.some(({ nano }) => nano === null) ? NO_RATE : "",
    ].filter(Boolean);
    const events = wanted.flatMap(({ at, nano }): Event[] =>
      nano === null ? [] : [{ at, paid: 0n, used: nano }],
    );
    const settled = settle(party, [...paid, ...events]);
    used.push(...settled.used);
    prepaid.push({
      ...partyOf(party),
      ...settled.balance,
      notKnown: gaps[0] ?? null,
    });
  };
  for (const rows of groups(prepayments).values()) {
    const [first] = rows;
    if (!first) continue;
    const own = first.customerId === null ? [] : (uses.get(first.customerId) ?? []);
    if (first.customerId !== null) uses.delete(first.customerId);
    settleOne(first, rows, own);
  }
  for (const [customerId, own] of uses) settleOne({ ...nobody, customerId }, [], own);
  return { prepaid, used };
}
