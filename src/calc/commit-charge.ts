import { commitmentLines } from "./commitment-lines";
import { finite } from "./domain";

/**
 * Total due under a commitment per period, a customer's or a vendor's minimum: trued up over the
 * whole term, MAX(sum of charges, periods x commitment), or in each period, the sum of
 * MAX(charge, commitment). True-up in each period never comes cheaper.
 *
 * @param charges usage billed in each period, currency; below 0 is a credit
 * @param commitment least due per period, currency, 0 or more
 * @param termTrueUp 1: over the whole term; 0: in each period
 * @returns currency over all periods
 * @throws CalcError `#NUM!` outside these ranges, `#VALUE!` without periods
 * Source: Pinecone's monthly minimum; true-ups as in cloud providers' committed spend.
 * @example commitCharge([20, 100], 50, 0) // => 150
 */
export function commitCharge(
  charges: readonly number[],
  commitment: number,
  termTrueUp = 1,
): number {
  const lines = commitmentLines(charges, commitment, termTrueUp);
  return finite(lines.reduce((total, { charge, shortfall }) => total + charge + shortfall, 0));
}
