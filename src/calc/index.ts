/** The shared calculation module: pure numbers and rules of AI unit economics. */
export * from "./calc-error";
export * from "./domain";
export * from "./excel-date";

// Inference: tokens, caches, agent loops
export * from "./token-cost-at";
export * from "./cached-prefix-break-even";
export * from "./cache-storage-cost";
export * from "./stored-cache-break-even";
export * from "./agent-tokens";
export * from "./cached-agent-tokens";
export * from "./agent-cost";
export * from "./early-stopping";
export * from "./orchestrated-cost";
export * from "./tree-nodes";
export * from "./retry-attempts";
export * from "./task-success";
export * from "./cost-per-success";
export * from "./self-hosted-token-price";

// Cost to serve: what a task costs beyond its tokens, and what lowers it
export * from "./retrieval-cost";
export * from "./vector-read-cost";
export * from "./rerank-units";
export * from "./compute-cost";
export * from "./human-review-cost";
export * from "./payment-fee";
export * from "./cost-to-serve";
export * from "./response-cache-cost";
export * from "./response-cache-break-even";
export * from "./false-hit-maximum";
export * from "./routed-cost";
export * from "./break-even-escalation";
export * from "./distilled-cost";
export * from "./distillation-break-even";
export * from "./distillation-payback";
export * from "./combined-saving";
export * from "./combined-saving-parts";
export * from "./log-mean-parts";
export * from "./waterfall";
export * from "./shapley";
export * from "./break-even-unit-cost";
export * from "./target-hit-rate";
export * from "./target-routed-share";

// Price: what tariffs bill
export * from "./limited-charge";
export * from "./usage-charge";
export * from "./tier-amounts";
export * from "./graduated-charge";
export * from "./volume-charge";
export * from "./package-charge";
export * from "./credit-charge";
export * from "./credit-months";
export * from "./credit-revenue";
export * from "./outcome-charge";
export * from "./commitment-lines";
export * from "./commit-charge";
export * from "./discounted-charge";
export * from "./cost-plus-price";

// Tariffs: one form for every price plan, what it bills and what it is expected to bill
export * from "./tariff";
export * from "./tariff-pieces";
export * from "./expected-tariff-charge";
export * from "./short-stretches";
export * from "./tariff-below-target-share";
export * from "./tariff-shortfall";

// Margin: what is left, floors and break-evens
export * from "./gross-margin";
export * from "./contribution-margin";
export * from "./blended-margin";
export * from "./free-tier-margin";
export * from "./margin-band";
export * from "./price-floor";
export * from "./overage-price-floor";
export * from "./outcome-price-floor";
export * from "./break-even-success-rate";
export * from "./break-even-usage";
export * from "./margin-of-safety";
export * from "./effective-price";
export * from "./margin-shortfall";
export * from "./break-even-churn";
export * from "./lifetime-value";
export * from "./cac-payback";

// Usage: lognormal, from the normal distribution to shares below target
export * from "./normal-distribution";
export * from "./inverse-normal";
export * from "./lognormal-usage";
export * from "./usage-from-percentiles";
export * from "./lognormal-moments";
export * from "./lognormal-at";
export * from "./lognormal-layers";
export * from "./lognormal-shares";
export * from "./lognormal-product";
export * from "./usage-at";
export * from "./usage-mean";
export * from "./usage-capped";
export * from "./usage-over";
export * from "./probability-over";
export * from "./top-share";
export * from "./total-usage";
export * from "./total-usage-at";
export * from "./tail-ratio";
export * from "./margin-status";
export * from "./below-target-share";
export * from "./margin-curve";
export * from "./cap-at-target";
export * from "./expected-unused-credits";
export * from "./pareto-usage";
export * from "./task-counts";

// Forecast and sensitivity
export * from "./customer-movements";
export * from "./margin-forecast";
export * from "./crossing-month";
export * from "./monthly-decline";
export * from "./committed-cost";
export * from "./margin-sensitivity";
export * from "./repriced-margin";
export * from "./token-price-scale";
export * from "./tornado";
export * from "./two-way-grid";

// Priorities
export * from "./priority-score";
export * from "./weighted-shortest-job-first";
export * from "./blended-effect";
export * from "./customer-ranking";
export * from "./best-within-budget";
