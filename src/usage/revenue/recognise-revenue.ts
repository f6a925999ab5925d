import type { RevenueRow } from "../revenue-row";
import type { Month } from "../usage-summary";
import { converter } from "./conversion";
import { sharesByMonth } from "./day-shares";
import { monthOf, monthsFrom } from "./months";
import { settlePrepaid } from "./prepaid";
import {
  type Party,
  partyOf,
  type RecognisedRevenue,
  type RevenueLine,
  type UnconvertedRevenue,
} from "./recognised-revenue";
import { BASIS_NAMES, type RevenueTerms } from "./revenue-terms";

type Period = Pick<RevenueTerms, "basis" | "from" | "to">;

/** What of an amount belongs to each month. */
type Shares = ReadonlyMap<Month, bigint>;

/** What of shares lies before the months of a period, in them and after them. */
function cut(shares: Shares, { from, to }: Period) {
  const within = new Map<Month, bigint>();
  let [before, inside, after] = [0n, 0n, 0n];
  for (const [month, nano] of shares) {
    if (month < from) before += nano;
    else if (month > to) after += nano;
    else {
      within.set(month, nano);
      inside += nano;
    }
  }
  return { within, inside, before, after };
}

/**
 * What a line is within a period, from its share of every month and the month of its invoice.
 * Revenue and what lies outside add up to the amount.
 */
function lineIn(period: Period, party: Party, earned: Shares, invoiced: Month): RevenueLine {
  const { basis, from, to } = period;
  const service = cut(earned, period);
  const amount = service.before + service.inside + service.after;
  const invoicedNano = invoiced >= from && invoiced <= to ? amount : 0n;
  const isRecognised = basis === "recognised";
  const revenueNano = isRecognised ? service.inside : invoicedNano;
  const isBilled = invoiced <= to;
  return {
    ...partyOf(party),
    byMonth: isRecognised
      ? service.within
      : new Map(invoicedNano === 0n ? [] : [[invoiced, invoicedNano]]),
    revenueNano,
    outsideNano: amount - revenueNano,
    invoicedNano,
    deferredNano: isBilled ? service.after : 0n,
    unbilledNano: isBilled ? 0n : service.before + service.inside,
  };
}

/** Lines in currencies without a rate, by currency. */
function unconvertedOf(rows: readonly RevenueRow[]): UnconvertedRevenue[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const amountNano = own.reduce((sum, row) => sum + row.amountNano, 0n);
    return { currency, rows: own.length, amountNano, parties: own.map(partyOf) };
  });
}

/**
 * The revenue of a period from lines that are net of discounts and without tax; credit notes and
 * refunds are negative lines. Each line is spread by day over its service. It is approximate:
 * contracts, obligations and breakage are not in the lines. A line without a date of its invoice
 * counts as invoiced when its service starts. Credits paid in advance are revenue when they are
 * used, as far as they were paid for.
 *
 * @throws CalcError `#NUM!` for a rate that is not above 0
 */
export function recogniseRevenue(
  rows: readonly RevenueRow[],
  terms: RevenueTerms,
): RecognisedRevenue {
  const convert = converter(terms.currency, terms.rates);
  const lines: RevenueLine[] = [];
  const prepayments: RevenueRow[] = [];
  const left: RevenueRow[] = [];
  for (const row of rows) {
    const nano = convert(row.amountNano, row.currency);
    if (nano === null) left.push(row);
    else if (row.kind === "prepayment") prepayments.push({ ...row, amountNano: nano });
    else {
      const earned = sharesByMonth(nano, row.start, row.end);
      lines.push(lineIn(terms, row, earned, monthOf(row.invoicedOn ?? row.start)));
    }
  }
  const { prepaid, used } = settlePrepaid(prepayments, terms, convert);
  for (const { party, month, nano } of used) {
    // What was paid for long before is no invoice of the period.
    const line = lineIn({ ...terms, basis: "recognised" }, party, new Map([[month, nano]]), month);
    lines.push({ ...line, invoicedNano: 0n });
  }
  return {
    basis: BASIS_NAMES[terms.basis],
    months: monthsFrom(terms.from, terms.to),
    lines,
    prepaid,
    unconverted: unconvertedOf(left),
  };
}
