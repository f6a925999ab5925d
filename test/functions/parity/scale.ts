import { CalcError, usageMean } from "../../../src/calc";
import type { AnyFunction } from "../../../src/functions";
import type { CaseArgument } from "./cases";

/** The number given for a parameter, or what stands for one that is left out. */
type Given = (name: string, otherwise?: number) => number;

function meanUsage(given: Given): number {
  try {
    return usageMean(
      given("p50"),
      given("p99"),
      given("tail", 0.99) || 0.99,
      given("inactiveShare"),
    );
  } catch (error) {
    // Outside the domain an error is compared, not a number.
    if (error instanceof CalcError) return 0;
    throw error;
  }
}

const share = () => 1;

/** What figures of the lognormal distribution are sums of: a difference of two may be far smaller. */
const SCALES: Readonly<Record<string, (given: Given, heading?: string) => number>> = {
  USAGEAT: meanUsage,
  USAGEMEAN: meanUsage,
  USAGECAPPED: meanUsage,
  USAGEOVER: meanUsage,
  PROBABILITYOVER: share,
  TOPSHARE: share,
  TOTALUSAGEAT: (given) => given("customers") * meanUsage(given),
  BELOWTARGETSHARE: share,
  MARGINCURVE: (given, heading) => {
    if (heading === "Usage") return meanUsage(given);
    if (heading === "Revenue") return given("price") + given("unitPrice") * meanUsage(given);
    if (heading === "COGS") return given("unitCost") * meanUsage(given);
    return 1;
  },
};

/** How large a figure is by nature, so that a difference can be small against it; 0 where by its own size alone. */
export function scaleOf(
  id: string,
  { params }: AnyFunction,
  args: readonly CaseArgument[],
  heading?: string,
): number {
  const given: Given = (name, otherwise = 0) => {
    const arg = args[params.findIndex((parameter) => parameter.name === name)];
    return arg === undefined ? otherwise : Number(arg);
  };
  return SCALES[id]?.(given, heading) ?? 0;
}
