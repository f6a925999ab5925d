/** Sums over the powers of a number. */
interface GeometricSums {
  /** 1 + x + x^2 + … */
  readonly sum: number;
  /** 0 + x + 2 x^2 + … */
  readonly weighted: number;
}

/**
 * Sums over the first powers of x, by doubling: unlike (1 - x^n) / (1 - x) it needs no case for
 * x = 1, loses no digits near it, and is exact for whole numbers.
 *
 * @param x 0 or more
 * @param terms how many powers, from x^0 on, a whole number, 0 or more
 */
export function geometricSums(x: number, terms: number): GeometricSums {
  if (terms === 0) return { sum: 0, weighted: 0 };
  if (terms % 2 === 1) {
    const { sum, weighted } = geometricSums(x, terms - 1);
    return { sum: 1 + x * sum, weighted: x * (weighted + sum) };
  }
  const half = terms / 2;
  const power = x ** half;
  const { sum, weighted } = geometricSums(x, half);
  return { sum: (1 + power) * sum, weighted: weighted + power * (weighted + half * sum) };
}
