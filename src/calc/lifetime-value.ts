import { ANY, check, finite, ratio, SHARE } from "./domain";

/**
 * Gross profit that a customer is expected to bring, the first month now:
 * profit x (1 + discountRate) / (churn + discountRate).
 *
 * It is the sum of profit x ((1 - churn) / (1 + discountRate))^t over the months t = 0, 1, 2, …
 *
 * @param grossProfitPerMonth profit of a customer, currency per month
 * @param churn share of customers lost per month, 0 to 1
 * @param discountRate discount rate per month, 0 to 1
 * @returns currency
 * @throws CalcError `#DIV/0!` with neither churn nor discount, `#NUM!` outside these ranges
 * Source: customer lifetime value with constant retention (Gupta and Lehmann).
 * @example lifetimeValue(60, 0.03) // => 2000
 */
export function lifetimeValue(
  grossProfitPerMonth: number,
  churn: number,
  discountRate = 0,
): number {
  check("grossProfitPerMonth", grossProfitPerMonth, ANY);
  check("churn", churn, SHARE);
  check("discountRate", discountRate, SHARE);
  return ratio(
    finite(grossProfitPerMonth * (1 + discountRate)),
    churn + discountRate,
    "without churn and discount a customer's value has no bound",
  );
}
