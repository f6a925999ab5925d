/** Calls of the normal distribution and its inverse, up to the bracket that opens their arguments. */
const CALLS = /NORM\.S\.(DIST|INV)\(/g;

/** The percentile of z = -5: NORM.S.DIST(-5,TRUE). */
const PERCENTILE_OF_5 = 2.866515719e-7;

/** The first argument of a call, from the place after its bracket. */
function firstArgument(formula: string, from: number): string {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    const sign = formula[at];
    if (depth === 0 && (sign === "," || sign === ")")) return formula.slice(from, at);
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
  }
  throw new SyntaxError(`a bracket is not closed in ${formula}`);
}

/** |z| of a percentile, to know whether it is beyond 5; 0 where there is none. */
function zOfPercentile(p: string): string {
  return `IF(OR(${p}<=0,${p}>=1),0,IF(MIN(${p},1-(${p}))<${PERCENTILE_OF_5},5.1,0))`;
}

/**
 * A formula for the largest |z| at which another formula asks for the normal distribution; 5.1
 * stands for whatever a percentile beyond 5 is. Undefined where it asks with numbers alone.
 */
export function largestZ(formula: string): string | undefined {
  const zs = [...formula.matchAll(CALLS)].flatMap(({ 0: call, 1: kind, index }) => {
    const argument = firstArgument(formula, index + call.length);
    if (/^[\d.]+$/.test(argument)) return [];
    return [kind === "DIST" ? `ABS(${argument})` : zOfPercentile(argument)];
  });
  // Where one of them has no value, the formula does not ask for it or is an error.
  const each = [...new Set(zs)].map((z) => `IFERROR(${z},0)`);
  return each.length === 0 ? undefined : `MAX(${each.join(",")})`;
}
