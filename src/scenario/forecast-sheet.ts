import type { Axis, GridBlock, Item, SheetDescription } from "../workbook/sheet-blocks";
import { caseItems } from "./case-items";
import { customerItems, factorItems, resultItems, timeItems } from "./forecast-items";
import { forecastCharts } from "./forecast-charts";
import { crossingBlock, yearBlock } from "./forecast-years";
import type { Scenario } from "./scenario";

function monthAxis({ growth }: Scenario): Axis {
  return {
    id: "month",
    heading: "Month",
    keys: Array.from({ length: growth.months }, (_, i) => ({
      key: `m${i + 1}`,
      label: String(i + 1),
    })),
  };
}

/** Months ahead: customers, usage, revenue, COGS and margin of the tariff in focus. */
export function forecastSheet(scenario: Scenario): SheetDescription {
  const { priceCurrency, costCurrency } = scenario.product;
  const axis = monthAxis(scenario);
  const grid = (title: string, items: readonly Item[]): GridBlock => ({
    kind: "grid",
    title,
    axis,
    direction: "across",
    items,
  });
  const working = (title: string, items: readonly Item[]): GridBlock => ({
    ...grid(title, items),
    isWorking: true,
  });
  const month = caseItems(scenario, {
    prefix: "forecast",
    tariff: "focus",
    priceFactor: "forecast.priceFactor",
    median: "usage.median*forecast.usageFactor",
    sigma: "usage.sigma",
  });
  return {
    id: "forecast",
    name: "Forecast",
    title: "Forecast",
    subtitle: `The tariff in focus, month by month. Prices in ${priceCurrency}, costs converted from ${costCurrency}; only the model's part of a task gets cheaper.`,
    blocks: [
      crossingBlock(),
      yearBlock(scenario),
      forecastCharts(),
      grid("Customers", timeItems(scenario)),
      grid("Revenue, COGS and margin", resultItems(`${priceCurrency} / month`)),
      grid("One customer by usage", customerItems(scenario)),
      working("Calculation: factors", factorItems()),
      working("Calculation: expected charge", month),
    ],
    widths: { label: 38, unit: 24, others: 12 },
    frozenColumns: 2,
    print: { landscape: true, columnsPerPage: 12 },
    role: "calculation",
  };
}
