import { check, finite, FROM_ZERO, ratio, SHARE } from "./domain";

/**
 * What a million tokens of a model on one's own machines cost: hourlyRate x 10^6 / (3600 x
 * tokensPerSecond x utilization). It can stand where a provider's token price stands.
 *
 * @param hourlyRate of the machine, currency per hour, 0 or more
 * @param tokensPerSecond that it yields under load, over all requests, 0 or more
 * @param utilization share of paid time in which it does, 0 to 1
 * @returns currency per million tokens
 * @throws CalcError `#DIV/0!` where no token comes out, `#NUM!` outside these ranges
 * @example selfHostedTokenPrice(2.54, 1500, 0.4) // => 1.1759…
 */
export function selfHostedTokenPrice(
  hourlyRate: number,
  tokensPerSecond: number,
  utilization: number,
): number {
  check("hourlyRate", hourlyRate, FROM_ZERO);
  check("tokensPerSecond", tokensPerSecond, FROM_ZERO);
  check("utilization", utilization, SHARE);
  return ratio(
    finite(hourlyRate * 1e6),
    finite(3600 * tokensPerSecond * utilization),
    "tokensPerSecond or utilization is 0, so no token comes out",
  );
}
