/**
 * Every custom function with its parameters in their order, optional ones in brackets. People's
 * workbooks store ids and positions: a released line never changes, but for new optional
 * parameters at its end.
 */
export const CONTRACT: Readonly<Record<string, string>> = {
  // Inference
  MODELPRICE: "model, [kind], [asOf]",
  TOKENCOST: "model, inputTokens, outputTokens, [cacheReadTokens], [cacheWriteTokens], [asOf]",
  TOKENCOSTAT:
    "inputTokens, outputTokens, inputPrice, outputPrice, [cacheReadTokens], [cacheReadPrice], [cacheWriteTokens], [cacheWritePrice]",
  AGENTTOKENS: "steps, basePrompt, addedPerStep, [contextLimit]",
  AGENTCOST:
    "steps, basePrompt, addedPerStep, outputPerStep, inputPrice, outputPrice, [cacheReadPrice], [cacheWritePrice], [missRate], [contextLimit]",
  RETRYATTEMPTS: "failureRate, maxRetries",
  TASKSUCCESS: "failureRate, maxRetries, [steps]",
  COSTPERSUCCESS: "costPerAttempt, successRate, [failureCost]",
  // Cost to serve
  RETRIEVALCOST:
    "queries, pricePerThousandQueries, [rerankSearches], [pricePerThousandSearches], [embeddedTokens], [embeddingPrice]",
  COMPUTECOST: "seconds, hourlyRate, utilization, [concurrency]",
  COSTTOSERVE:
    "inferenceCost, [retrievalCost], [rerankCost], [toolCost], [computeCost], [responseCacheHitRate], [responseCacheLookupCost], [routingCost], [otherCost]",
  RESPONSECACHECOST:
    "cost, hitRate, [lookupCost], [storeCost], [hitCost], [falseHitRate], [falseHitLoss]",
  RESPONSECACHEBREAKEVEN:
    "cost, lookupCost, [storeCost], [hitCost], [falseHitRate], [falseHitLoss]",
  ROUTEDCOST: "largeCost, smallCost, smallShare, [escalationRate], [routerCost], [judgeCost]",
  DISTILLEDCOST: "studentCost, trainingCost, lifeMonths, tasksPerMonth, [fixedPerMonth]",
  COMBINEDSAVING: "savings, [shares]",
  // Price
  USAGECHARGE: "units, unitPrice, [baseFee], [includedUnits], [minimum], [maximum]",
  GRADUATEDCHARGE: "units, upTo, unitPrices, [flatFees]",
  VOLUMECHARGE: "units, upTo, unitPrices, [flatFees]",
  PACKAGECHARGE: "units, packageSize, packagePrice, [freeUnits]",
  CREDITCHARGE: "units, grantedCredits, overagePrice, [carriedOver], [fee], [creditsPerUnit]",
  OUTCOMECHARGE: "attempts, successRate, pricePerOutcome",
  COMMITCHARGE: "charges, commitment, [termTrueUp]",
  // Margin
  GROSSMARGIN: "revenue, cogs",
  CONTRIBUTIONMARGIN: "revenue, variableCogs, [otherVariableCosts]",
  BLENDEDMARGIN: "revenues, cogs",
  MARGINBAND: "margin, [flagBelow], [healthyFrom], [saasFrom]",
  PRICEFLOOR: "cogs, targetMargin, [paymentRate], [paymentFee], [discount]",
  BREAKEVENUSAGE: "price, unitCost, [fixedCost], [targetMargin]",
  MARGINSHORTFALL: "revenue, cogs, targetMargin",
  BREAKEVENCHURN: "margin, priceChange",
  LIFETIMEVALUE: "grossProfitPerMonth, churn, [discountRate]",
  CACPAYBACK: "cac, grossProfitPerMonth",
  // Usage variance
  USAGEAT: "p50, p99, percentile, [tail], [inactiveShare]",
  USAGEMEAN: "p50, p99, [tail], [inactiveShare]",
  USAGECAPPED: "p50, p99, cap, [tail], [inactiveShare]",
  USAGEOVER: "p50, p99, level, [tail], [inactiveShare]",
  PROBABILITYOVER: "p50, p99, level, [tail], [inactiveShare]",
  TOPSHARE: "p50, p99, topFraction, [tail], [inactiveShare]",
  TOTALUSAGEAT: "p50, p99, customers, percentile, [correlation], [tail], [inactiveShare]",
  TAILRATIO: "usageRatio, costRatio, [correlation]",
  BELOWTARGETSHARE:
    "price, unitCost, p50, p99, [fixedCost], [targetMargin], [tail], [inactiveShare]",
  MARGINCURVE:
    "price, unitCost, p50, p99, [fixedCost], [unitPrice], [includedUnits], [percentiles], [targetMargin], [tail], [inactiveShare]",
  // Forecast and priorities
  CROSSINGMONTH: "cogsShare, marginThreshold, usageGrowth, costDecline, [priceGrowth]",
  MARGINFORECAST:
    "months, customers, price, usage, unitCost, [fixedCost], [newPerMonth], [churn], [usageGrowth], [costDecline], [priceGrowth], [unitPrice], [modelShare]",
  PRIORITYSCORE: "annualGain, confidence, effort",
};
