import { usageAt } from "../../src/calc";
import { fastestTimes } from "./fastest-times";
import { randomNumbers } from "../../src/usage/fit/random-numbers";
import { milliseconds, type Result } from "./result";

const DRAWS = 1_000_000;
const CALLS = 10_000;
const RUNS = 5;
const [P50, P95] = [400, 3_000];
/** z at 95% and 99%, from tables of the normal distribution. */
const [Z95, Z99] = [1.6448536269514722, 2.3263478740408408];
const SIGMA = Math.log(P95 / P50) / Z95;

/** The 99th percentile of a million draws, by Box and Muller's method. */
function simulatedP99(): number {
  const random = randomNumbers(2);
  const draws = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    draws[i] = P50 * Math.exp(SIGMA * radius * Math.cos(angle));
    draws[i + 1] = P50 * Math.exp(SIGMA * radius * Math.sin(angle));
  }
  draws.sort();
  return draws[Math.ceil(0.99 * DRAWS) - 1] ?? NaN;
}

/** P99 of usage from P50 and P95, in closed form against a simulation. */
export function percentileBench(): Result[] {
  const closedForm = () => usageAt(P50, P95, 0.99, 0.95);
  const often = () => {
    for (let i = 0; i < CALLS; i++) closedForm();
  };
  const exact = P50 * Math.exp(SIGMA * Z99);
  const error = (value: number) => (Math.abs(value - exact) / exact).toExponential(1);

  const [callsTime, theirTime] = fastestTimes(RUNS, often, simulatedP99);
  const ourTime = callsTime / CALLS;
  return [
    {
      what: "P99 of usage in closed form",
      ours: milliseconds(ourTime),
      peer: `${milliseconds(theirTime)} simulation of 1,000,000 draws`,
      ratio: `${Math.round(theirTime / ourTime).toLocaleString("en-US")} times faster`,
      aim: "",
    },
    {
      what: "its relative error",
      ours: error(closedForm()),
      peer: `${error(simulatedP99())} the same simulation`,
      ratio: "",
      aim: "",
    },
  ];
}
