import { first } from "../column";
import type { UsageFormat } from "../format";

/**
 * Cost and usage by the FinOps Foundation's FOCUS, 1.0 to 1.2, in any order of columns.
 * EffectiveCost is the cost, which spreads commitments over what they cover; BilledCost is what
 * the invoice shows. Ends of periods are the first instant after. Purchases, credits, taxes and
 * adjustments are kept apart from usage. Tokens are read where a row is of tokens and names
 * their kind; other meters (thousands, millions, "requests") are not interpreted.
 */
export const FOCUS: UsageFormat = {
  id: "focus",
  name: "FOCUS cost and usage",
  holds: "usage",
  family: "focus",
  describes: "bills",
  shapes: [
    { in: "csv", has: ["BilledCost", "EffectiveCost", "ChargeCategory"] },
    { in: "json", rows: [], has: ["BilledCost", "EffectiveCost", "ChargeCategory"] },
  ],
  skips: [
    {
      when: first("ServiceCategory"),
      isNot: ["AI and Machine Learning"],
      because: "not a service of AI and machine learning",
      unless: "all services",
    },
  ],
  start: first("ChargePeriodStart"),
  end: first("ChargePeriodEnd"),
  zone: "UTC",
  // The examples of the specification write 5/1/25 for the first of May.
  slashOrder: "month first",
  currency: first("BillingCurrency"),
  customer: { columns: ["SubAccountName", "SubAccountId", "ResourceId"], maps: ["Tags"] },
  feature: first("SkuMeter", "ServiceName"),
  model: {
    firstOf: [
      first(["SkuPriceDetails", "ModelId"]),
      { first: ["ServiceName"], as: "Bedrock edition" },
    ],
  },
  provider: first("ServiceProviderName", "ProviderName"),
  tokens: {
    quantity: first("ConsumedQuantity"),
    unit: { when: first("ConsumedUnit"), is: ["Tokens"] },
    kind: first("SkuMeter"),
    classes: {
      "Input Tokens": "inUncached",
      "Cache Read Input Tokens": "inCacheRead",
      "Cache Write Input Tokens": "inCacheWrite5m",
      "Output Tokens": "outTotal",
    },
  },
  requests: [],
  cost: { add: [first("EffectiveCost")], unit: "units", basis: "billed", zero: "free" },
  listCost: { add: [first("ListCost")], unit: "units" },
  invoiced: { add: [first("BilledCost")], unit: "units" },
  charge: {
    when: first("ChargeCategory"),
    is: {
      Usage: "usage",
      Purchase: "purchase",
      Credit: "credit",
      Tax: "tax",
      Adjustment: "adjustment",
    },
  },
};
