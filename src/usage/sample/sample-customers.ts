import { inverseNormal } from "../../calc";
import { randomNumbers } from "../fit/random-numbers";

/** A customer that never was. */
export interface SampleCustomer {
  readonly id: string;
  readonly name: string;
  /** How much it uses against the others. */
  readonly weight: number;
  readonly plan: "Starter" | "Team" | "Business";
}

const WOODS =
  "Alder Aspen Beech Birch Cedar Cherry Elm Fir Hazel Juniper Larch Linden Maple Oak Olive Pine Poplar Rowan Spruce Walnut Willow Yew".split(
    " ",
  );
const TRADES =
  "Analytics Books Care Clinic Dental Energy Foods Freight Games Health Insurance Labs Law Media Mobility Retail Robotics Studio Travel Works".split(
    " ",
  );

/** Standard deviation of LN(weight): P99 of usage is some 20 times its P50. */
const SPREAD = 1.3;

/** So many customers as a log of so many rows would have. */
export function customerCount(rows: number): number {
  return Math.max(8, Math.round(rows ** 0.42));
}

/**
 * Customers whose usage has a heavy tail. Those that use much are not on dearer plans by much,
 * so that some of them cost more than they pay.
 */
export function sampleCustomers(count: number, seed: number): SampleCustomer[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, i): SampleCustomer => {
    const weight = Math.exp(SPREAD * inverseNormal(random() * 0.9998 + 0.0001 || 0.5));
    const wood = WOODS[i % WOODS.length] ?? "";
    const trade = TRADES[Math.floor(i / WOODS.length + i) % TRADES.length] ?? "";
    const round = Math.floor(i / (WOODS.length * TRADES.length));
    const fits = random() < 0.7 ? weight : random() * 4;
    return {
      id: `cust-${String(i + 1).padStart(5, "0")}`,
      name: `${wood} ${trade}${round > 0 ? ` ${round + 1}` : ""}`,
      weight,
      plan: fits < 1 ? "Starter" : fits < 3.5 ? "Team" : "Business",
    };
  });
}
