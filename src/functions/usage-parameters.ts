import * as calc from "../calc";
import { number, optional, optionalUnlessGiven } from "./parameter";

/** What describes the usage of customers; one set of parameters for every function about it. */
export const P50 = number("p50", calc.ABOVE_ZERO);
export const P99 = number("p99", calc.ABOVE_ZERO);
export const TAIL = optionalUnlessGiven(number("tail", calc.TAIL), "0.99");
export const INACTIVE_SHARE = optional(number("inactiveShare", calc.SHARE), "0");
