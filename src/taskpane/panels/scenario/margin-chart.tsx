import type { Model } from "../../../workbook/model";
import { modelChart } from "../../../workbook/model-charts";
import { ChartView } from "../../charts/chart-view";

/** The chart of the sheets that is drawn beside the fields, too. */
export const MARGIN_CHART = "marginByTariff";

/** Margin of one customer by how much it uses, tariff by tariff. */
export function MarginChart({ model }: { readonly model: Model }) {
  // Below the drawing stands that it is cut off; the title of the sheets' chart has to say it.
  const chart = { ...modelChart(model, MARGIN_CHART), title: "Margin by usage of a customer" };
  return <ChartView chart={chart} />;
}
