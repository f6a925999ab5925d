import { ANY, check, finite, FROM_ZERO, ratio, SHARE } from "./domain";

/**
 * What a project brings per unit of effort: annualGain x confidence / effort.
 *
 * @param annualGain gain in gross profit, currency per year
 * @param confidence share of the gain to count on, 0 to 1
 * @param effort weeks, people or currency, the same for all projects, 0 or more
 * @returns currency per unit of effort
 * @throws CalcError `#DIV/0!` at effort 0, `#NUM!` outside these ranges
 * Source: Reinertsen, cost of delay divided by duration, with the gain in dollars.
 * @example priorityScore(120000, 0.8, 4) // => 24000
 */
export function priorityScore(annualGain: number, confidence: number, effort: number): number {
  check("annualGain", annualGain, ANY);
  check("confidence", confidence, SHARE);
  check("effort", effort, FROM_ZERO);
  return ratio(finite(annualGain * confidence), effort, "effort is 0, so there is no score");
}
