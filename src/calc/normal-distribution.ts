import { ANY, check } from "./domain";

/** Below this, Marsaglia's series is short and exact; above it, the continued fraction is. */
const SERIES_TO = 2;

/** Terms of the continued fraction: at 2, where it converges slowest, more change nothing. */
const FRACTION_TERMS = 100;

const SQRT_TWO_PI = 2.5066282746310002;

/**
 * Density of the standard normal distribution, EXP(-z^2/2) / SQRT(2 pi).
 *
 * @param z standard deviations from the mean
 * @throws CalcError `#NUM!` where z is not finite
 * @example normalDensity(0) // => 0.39894228040143268
 */
export function normalDensity(z: number): number {
  check("z", z, ANY);
  // z^2 rounded would cost digits in the tails; the head's square is exact.
  const head = Math.trunc(z * 16) / 16;
  return (Math.exp((-head * head) / 2) * Math.exp(-((z - head) * (z + head)) / 2)) / SQRT_TWO_PI;
}

/** (normalCdf(z) - 0.5) / normalDensity(z): z + z^3/3 + z^5/(3 x 5) + … */
function centralSeries(z: number): number {
  let sum = z;
  let term = z;
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

/** Density over upper tail at z > 0, Laplace's continued fraction: z + 1/(z + 2/(z + 3/(z + …))). */
function tailFraction(z: number): number {
  let value = z;
  for (let k = FRACTION_TERMS; k > 0; k--) value = z + k / value;
  return value;
}

/**
 * Probability that a standard normal variable is at most z; Excel's NORM.S.DIST(z,TRUE).
 *
 * An upper tail is normalCdf(-z), never 1 - normalCdf(z): that would lose its digits.
 *
 * @param z standard deviations from the mean
 * @returns 0 to 1, with a relative error below 1e-13 down to z = -37.5
 * @throws CalcError `#NUM!` where z is not finite
 * Source: Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4),
 *   2004 (series); Laplace's continued fraction, Abramowitz and Stegun 26.2.14.
 * @example normalCdf(1.96) // => 0.975002…
 */
export function normalCdf(z: number): number {
  const density = normalDensity(z);
  if (Math.abs(z) <= SERIES_TO) return 0.5 + density * centralSeries(z);
  const tail = density / tailFraction(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}
