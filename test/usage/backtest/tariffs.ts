import type { Tariff } from "../../../src/calc";
import type { CustomerActivity } from "../../../src/usage/fit/customer-activity";

const PLAIN = {
  rule: "graduated",
  baseFee: 0,
  flatFees: [0],
  packageSize: 1,
  freeUnits: 0,
  billedUnitsPerTask: 1,
  discount: 0,
  commitment: 0,
} as const;

export const SEAT: Tariff = { ...PLAIN, baseFee: 99, upTo: [Infinity], unitPrices: [0] };
export const METERED: Tariff = { ...PLAIN, upTo: [Infinity], unitPrices: [0.1] };
export const HYBRID: Tariff = {
  ...PLAIN,
  baseFee: 50,
  upTo: [1000, Infinity],
  unitPrices: [0, 0.08],
  flatFees: [0, 0],
};

/** A customer with the same revenue and cost per task in every month. */
export function customer(
  id: string,
  tasks: readonly number[],
  revenue: number,
  costPerTask: number,
  isComplete = true,
): CustomerActivity {
  return {
    id,
    name: id.toUpperCase(),
    isComplete,
    isRevenueKnown: true,
    costOfNoMonth: 0,
    months: tasks.map((done, i) => ({
      month: `2026-0${i + 6}`,
      tasks: done,
      revenue,
      cost: done * costPerTask,
    })),
  };
}

export const NAMED = [
  { name: "Seat", tariff: SEAT },
  { name: "Metered", tariff: METERED },
  { name: "Hybrid", tariff: HYBRID },
];

/** Three customers over two months, and one whose cost is not known. */
export const CUSTOMERS = [
  customer("light", [100, 200], 99, 0.05),
  customer("heavy", [3000, 4000], 99, 0.05),
  customer("free", [50, 50], 0, 0.05),
  customer("unknown", [500, 500], 99, 0.05, false),
];
