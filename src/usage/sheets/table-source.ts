import type { CustomersReport } from "../customers/customers-report";
import { type CurrencyFormat, currencyFormat } from "./currency-format";
import { type ModelColumn, modelColumns } from "./model-columns";
import { type TableRow, tableRows } from "./table-rows";

/** What the sheets of customers are made from. */
export interface TableSource {
  readonly report: CustomersReport;
  readonly rows: readonly TableRow[];
  readonly models: readonly ModelColumn[];
  readonly formats: CurrencyFormat;
  /** Whether COGS hold more than inference. */
  readonly knowsOtherCogs: boolean;
  /** Whether some of it was imported, customer by customer. */
  readonly hasImportedCosts: boolean;
  /** The item that is the cost to serve of a row. */
  readonly cost: "customer.cogs" | "customer.inference";
}

/** @param limit how many customers get a row of their own */
export function tableSource(report: CustomersReport, limit: number): TableSource {
  const knowsOtherCogs = report.terms.otherCogs !== null;
  return {
    report,
    rows: tableRows(report, limit),
    models: modelColumns(report.total.ledger),
    formats: currencyFormat(report.terms.currency),
    knowsOtherCogs,
    hasImportedCosts: report.terms.otherCogs?.imported !== undefined,
    cost: knowsOtherCogs ? "customer.cogs" : "customer.inference",
  };
}
