/** One model in the work that a task takes: an agent loop, or a single call where calls is 1. */
export interface Leg {
  /** What it does, such as "Agent" or "Query rewriting". */
  readonly role: string;
  /** A model among the scenario's pinned prices. */
  readonly model: string;
  /** Calls of the loop, whole; each sends the history again. */
  readonly calls: number;
  /** System prompt, tools and task, tokens. */
  readonly basePrompt: number;
  /** Tokens that each call adds to the history. */
  readonly addedPerCall: number;
  /** Billed output of a call, reasoning included, tokens. */
  readonly outputPerCall: number;
  /** Whether the prompt is cached today: 1 or 0. */
  readonly promptCaching: number;
}

/** List prices of a model on the day they were pinned, per million tokens in the cost currency. */
export interface PinnedModel {
  readonly model: string;
  readonly input: number;
  readonly output: number;
  /** null where the provider has no such price: then input's holds. */
  readonly cacheRead: number | null;
  readonly cacheWrite: number | null;
  /** Negotiated rates beside them; null keeps the list price. */
  readonly negotiatedInput: number | null;
  readonly negotiatedOutput: number | null;
  /** Prompt tokens above which dearer prices hold; null where there is no such limit. */
  readonly longContextFrom: number | null;
  /** Excel date from which the prices hold; null where the source does not say. */
  readonly validFrom: number | null;
  readonly source: string;
}

export const TARIFF_TYPES = [
  "Seat",
  "Metered",
  "Hybrid",
  "Graduated",
  "Volume",
  "Package",
  "Credits",
  "Outcome",
] as const;
export type TariffType = (typeof TARIFF_TYPES)[number];

export interface TariffTier {
  /** Last billed unit, inclusive; null for the open last tier. */
  readonly upTo: number | null;
  readonly unitPrice: number;
  readonly flatFee: number;
}

/** One price plan. The type decides the rule; all share the same parameters. */
export interface TariffInput {
  readonly name: string;
  readonly type: TariffType;
  /** Currency per seat and month. */
  readonly baseFee: number;
  /** One to five; a seat has one at price 0. */
  readonly tiers: readonly TariffTier[];
  /** Billed units in a package; its price is the first tier's unit price. */
  readonly packageSize: number;
  readonly freeUnits: number;
  /** Credits that a task takes; for outcomes it is the success rate, for others 1. */
  readonly unitsPerTask: number;
  readonly commitment: number;
  readonly discount: number;
  /** Change of usage that this tariff is expected to bring, a fraction; 0 means no reaction. */
  readonly usageChange: number;
  /** Share of customers lost to this tariff. */
  readonly lostCustomers: number;
}

export const POLICIES = ["COGS", "Variable", "Opex"] as const;
export type Policy = (typeof POLICIES)[number];

/** Cost lines that the COGS policy sorts; the first seven are per task. */
export const COST_LINES = [
  "inference",
  "retrieval",
  "rerank",
  "tools",
  "compute",
  "guardrails",
  "review",
  "fixed",
  "platform",
  "payment",
  "freeUsers",
] as const;
export type CostLine = (typeof COST_LINES)[number];

/** Inputs that the tornado moves, each as a factor on its base. */
export const SENSITIVITY_DRIVERS = [
  "prices",
  "usage",
  "tail",
  "modelPrices",
  "otherTaskCost",
  "fixedCost",
  "exchangeRate",
  "freeUsers",
] as const;
export type SensitivityDriver = (typeof SENSITIVITY_DRIVERS)[number];

/**
 * Everything that a scenario is built from. Rates are fractions, dates are Excel's serial
 * numbers, costs are in the cost currency, prices in the price currency, usage is in tasks per
 * month. Structure (legs, tariffs, their types and tiers, months) is fixed in the workbook that is
 * built; every number stays a live input there.
 */
export interface Scenario {
  readonly name: string;
  readonly product: {
    readonly customers: number;
    readonly seats: number;
    readonly seatCorrelation: number;
    readonly usagePer: "customer" | "seat";
    readonly priceCurrency: string;
    readonly costCurrency: string;
    /** Price currency per unit of cost currency. */
    readonly exchangeRate: number;
    readonly exchangeDate: number;
    /** Cost per customer and month whatever the usage. */
    readonly fixedCost: number;
    /** Company-wide cost of the platform per month. */
    readonly platformCost: number;
    /** Free users for each paying customer, and their usage. */
    readonly freeUsers: number;
    readonly freeUsage: number;
    /** Share of each charge, and amount per charge, that payment takes. */
    readonly paymentRate: number;
    readonly paymentFee: number;
  };
  readonly task: {
    /** One to four. */
    readonly legs: readonly Leg[];
    readonly failureRate: number;
    readonly maxRetries: number;
    readonly successRate: number;
    readonly retrievalQueries: number;
    readonly retrievalPricePerThousand: number;
    readonly embeddedTokens: number;
    readonly embeddingPrice: number;
    readonly rerankSearches: number;
    readonly rerankPricePerThousand: number;
    readonly toolCalls: number;
    readonly toolPrice: number;
    readonly computeSeconds: number;
    readonly computeHourlyRate: number;
    readonly computeUtilization: number;
    readonly computeConcurrency: number;
    /** Router and guardrails, per task. */
    readonly guardrailCost: number;
    readonly reviewShare: number;
    readonly reviewMinutes: number;
    readonly reviewHourlyRate: number;
    /** P99 of the cost of a task over its P50, 1 or more. */
    readonly costSpread: number;
    /** Correlation between a customer's usage and cost per task. */
    readonly costCorrelation: number;
  };
  readonly usage: {
    readonly p50: number;
    readonly p99: number;
    /** The percentile that the second figure stands for. */
    readonly tail: number;
    readonly inactiveShare: number;
    /** Correlation of a customer's usage from month to month, and of customers with each other. */
    readonly monthCorrelation: number;
    readonly customerCorrelation: number;
    readonly termMonths: number;
    readonly allowanceMonths: number;
    readonly fairUseCap: number;
  };
  readonly targets: {
    readonly margin: number;
    readonly flagBelow: number;
    readonly healthyFrom: number;
    readonly saasFrom: number;
  };
  /** One to six. */
  readonly tariffs: readonly TariffInput[];
  /** The tariff in focus, counted from 1. */
  readonly focus: number;
  readonly policy: Readonly<Record<CostLine, Policy>>;
  readonly levers: {
    /** Share of steps whose cached prefix has expired. */
    readonly cacheMissRate: number;
    readonly responseHitRate: number;
    readonly responseLookupCost: number;
    readonly routedShare: number;
    readonly routedModel: string;
    readonly escalationRate: number;
    readonly routerCost: number;
    readonly studentModel: string;
    readonly trainingCost: number;
    readonly studentLifeMonths: number;
    readonly studentHostingPerMonth: number;
    /** The tariff that the usage-based price is, counted from 1. */
    readonly usageTariff: number;
  };
  readonly growth: {
    /** 12 to 60. */
    readonly months: number;
    readonly startDate: number;
    /** Month in which the fiscal year ends, 1 to 12. */
    readonly fiscalYearEnd: number;
    readonly newCustomers: number;
    readonly churn: number;
    readonly usageGrowth: number;
    readonly priceGrowth: number;
    readonly modelPriceDeclinePerYear: number;
  };
  readonly sensitivity: Readonly<
    Record<SensitivityDriver, { readonly low: number; readonly high: number }>
  >;
  /** The models that the form offers for this scenario. */
  readonly prices: readonly PinnedModel[];
  /** Excel dates: when the prices were pinned, and of the catalog they came from. */
  readonly pinnedOn: number;
  readonly catalogDate: number;
}
