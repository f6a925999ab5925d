import { tariffCharge } from "../../src/calc";
import { offeredTariffs } from "../../src/scenario/offered-tariffs";
import { SAMPLE } from "../../src/scenario/sample";
import type { TariffInput } from "../../src/scenario/scenario";

const BASE: TariffInput = {
  name: "Base",
  type: "Graduated",
  baseFee: 10,
  tiers: [
    { upTo: 100, unitPrice: 0, flatFee: 0 },
    { upTo: null, unitPrice: 0.5, flatFee: 0 },
  ],
  packageSize: 1,
  freeUnits: 0,
  unitsPerTask: 1,
  commitment: 0,
  discount: 0,
  usageChange: 0,
  lostCustomers: 0,
};

function charge(tariff: TariffInput, seats: number, tasks: number): number {
  const product = { ...SAMPLE.product, seats };
  const [offered] = offeredTariffs({ ...SAMPLE, product, tariffs: [tariff] });
  if (!offered) throw new Error("there is no tariff");
  expect(offered.name).toBe(tariff.name);
  return tariffCharge(offered.tariff, tasks);
}

it.each([
  // 10 + 50 * 0.5
  { of: "one seat and tiers", tariff: BASE, seats: 1, charged: 35 },
  // 3 * 10 + 50 * 0.5
  { of: "a base fee for each seat", tariff: BASE, seats: 3, charged: 55 },
  // 10 + 150 * 0.5: all units at the price of the tier reached
  { of: "volume", tariff: { ...BASE, type: "Volume" as const }, seats: 1, charged: 85 },
  {
    // 10 + 2 packages of 100 at 7: the second is started
    of: "packages",
    tariff: {
      ...BASE,
      type: "Package" as const,
      packageSize: 100,
      tiers: [{ upTo: null, unitPrice: 7, flatFee: 0 }],
    },
    seats: 1,
    charged: 24,
  },
])("bills 150 tasks as the scenario offers it: $of", ({ tariff, seats, charged }) => {
  expect(charge(tariff, seats, 150)).toBe(charged);
});
