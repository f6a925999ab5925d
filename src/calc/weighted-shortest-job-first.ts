import { check, finite, FROM_ZERO, ratio } from "./domain";

/**
 * SAFe's priority of a job: (business value + time criticality + risk reduction) / job size.
 *
 * Its marks are ordinal: they rank jobs, and do not add up with money. With money, use
 * priorityScore.
 *
 * @param businessValue mark, 0 or more
 * @param timeCriticality mark, 0 or more
 * @param riskReduction mark for risk reduced or opportunity enabled, 0 or more
 * @param jobSize mark, 0 or more
 * @returns a mark per size
 * @throws CalcError `#DIV/0!` at job size 0, `#NUM!` outside these ranges
 * Source: Scaled Agile Framework, WSJF.
 * @example weightedShortestJobFirst(8, 8, 5, 2) // => 10.5
 */
export function weightedShortestJobFirst(
  businessValue: number,
  timeCriticality: number,
  riskReduction: number,
  jobSize: number,
): number {
  check("businessValue", businessValue, FROM_ZERO);
  check("timeCriticality", timeCriticality, FROM_ZERO);
  check("riskReduction", riskReduction, FROM_ZERO);
  check("jobSize", jobSize, FROM_ZERO);
  const costOfDelay = finite(businessValue + timeCriticality + riskReduction);
  return ratio(costOfDelay, jobSize, "jobSize is 0, so there is no score");
}
