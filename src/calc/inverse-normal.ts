import { check, PERCENTILE } from "./domain";

/** Coefficients of a ratio of polynomials, from the constant up. */
interface Ratio {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** For |p - 0.5| up to 0.425, in 0.180625 - (p - 0.5)^2. */
const CENTRE: Ratio = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
};

/** For SQRT(-LN(tail)) up to 5, in that less 1.6. */
const TAIL_RATIO: Ratio = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

/** For SQRT(-LN(tail)) above 5, in that less 5. */
const FAR_TAIL: Ratio = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  denominator: [
    1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

function ratioAt({ numerator, denominator }: Ratio, x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

/**
 * The z below which a standard normal variable lies with probability p; Excel's NORM.S.INV(p).
 *
 * @param p strictly between 0 and 1
 * @returns standard deviations from the mean, with a relative error below 1e-15
 * @throws CalcError `#NUM!` outside this range
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37(3), 1988.
 * @example inverseNormal(0.99) // => 2.3263478740408408
 */
export function inverseNormal(p: number): number {
  check("p", p, PERCENTILE);
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * ratioAt(CENTRE, 0.180625 - fromCentre * fromCentre);
  }
  const depth = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const z = depth <= 5 ? ratioAt(TAIL_RATIO, depth - 1.6) : ratioAt(FAR_TAIL, depth - 5);
  return fromCentre < 0 ? -z : z;
}
