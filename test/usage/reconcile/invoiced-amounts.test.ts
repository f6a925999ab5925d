import { invoicedAmounts } from "../../../src/usage/reconcile/invoiced-amounts";
import { nano, usageOf, usageLine } from "./usage-lines";

test("takes what providers billed by month, provider and model, in one currency", () => {
  const bills = usageOf([
    usageLine({ month: "2026-07", model: "gpt-5", cost: 12.5 }),
    usageLine({ month: "2026-08", model: null, cost: 3 }),
    usageLine({ month: "2026-08", currency: "EUR", cost: 9 }),
  ]);
  expect(invoicedAmounts(bills, "USD")).toEqual([
    { month: "2026-07", provider: "openai", model: "gpt-5", amountNano: nano(12.5) },
    { month: "2026-08", provider: "openai", model: null, amountNano: nano(3) },
  ]);
});
