import { reconciliation } from "../../../src/usage/reconcile/reconciliation";
import { backtest } from "../../../src/usage/backtest/backtest";
import { fitUsage } from "../../../src/usage/fit/fit-usage";
import { backtestSheet } from "../../../src/usage/sheets/backtest-sheet";
import { budgetSheet } from "../../../src/usage/sheets/budget-sheet";
import { fitSheet } from "../../../src/usage/sheets/fit-sheet";
import { planCustomers } from "../../../src/usage/sheets/plan-customers";
import { reconciliationSheet } from "../../../src/usage/sheets/reconciliation-sheet";
import { profitBridge } from "../../../src/usage/variance/profit-bridge";
import { CUSTOMERS, NAMED } from "../backtest/tariffs";
import { lognormalMonth, summaryOf } from "../fit/usage-data";
import { usageLine, usageOf } from "../reconcile/usage-lines";
import { FILES, IMPORTED_COSTS, OTHER_COGS, sampleReport } from "./sample-report";
import { FIRST, SECOND } from "../variance/periods-data";
import type { Plan } from "../../../src/workbook/plan";

function everySheet(): Plan {
  const fit = fitUsage(summaryOf(lognormalMonth(40), ["2026-08"]));
  if (!fit) throw new Error("nothing was fitted");
  const lines = [
    usageLine({ month: "2026-08", cost: 900 }),
    usageLine({ month: "2026-09", cost: 7 }),
  ];
  const replayed = {
    backtest: backtest(CUSTOMERS, NAMED, true),
    currency: "USD",
    period: "2026-06 to 2026-07",
    targetMargin: 0.6,
    costShareOfRevenue: 0.03,
    knowsOtherCogs: true,
  };
  return planCustomers(sampleReport(60, { ...OTHER_COGS, imported: IMPORTED_COSTS }), FILES, [], {
    analyses: [
      reconciliationSheet(reconciliation(usageOf(lines), "USD")),
      budgetSheet(profitBridge(FIRST, SECOND), "USD"),
      fitSheet(fit),
      backtestSheet(replayed),
    ],
  });
}

/** Every sheet that is made of imported usage. */
export const USAGE_PLAN = everySheet();
