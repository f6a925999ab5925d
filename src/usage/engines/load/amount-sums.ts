/** Sums of amounts in billionths, by currency. */
export interface AmountSums {
  /** Adds an amount, which may be none; one without a currency is none. */
  readonly add: (currency: string | null, nano: bigint | number | null) => void;
  readonly all: () => Readonly<Record<string, bigint>>;
}

/** Doubles hold whole numbers up to twice this exactly. */
const MOST = 2 ** 52;

export function amountSums(): AmountSums {
  /** Exact sums, and what is still to be added to them: millions of small amounts pass here. */
  const sums = new Map<string, { exact: bigint; pending: number }>();
  return {
    add(currency, nano) {
      if (currency === null || nano === null) return;
      let sum = sums.get(currency);
      if (sum === undefined) sums.set(currency, (sum = { exact: 0n, pending: 0 }));
      if (typeof nano === "bigint" || Math.abs(nano) > MOST) sum.exact += BigInt(nano);
      else if (Math.abs(sum.pending + nano) <= MOST) sum.pending += nano;
      else {
        sum.exact += BigInt(sum.pending);
        sum.pending = nano;
      }
    },
    all: () =>
      Object.fromEntries(
        [...sums].map(([currency, { exact, pending }]) => [currency, exact + BigInt(pending)]),
      ),
  };
}
