import { useDeferredValue, useMemo, useState } from "react";
import type { Model } from "../../../workbook/model";
import { modelCharts } from "../../../workbook/model-charts";
import { ChartView } from "../../charts/chart-view";
import { Fold } from "../../fold";
import { MARGIN_CHART } from "./margin-chart";

/** Most of a model is worked out for its charts alone, so that typing must not wait for them. */
function Charts({ model }: { readonly model: Model }) {
  const settled = useDeferredValue(model);
  const charts = useMemo(() => modelCharts(settled), [settled]);
  return charts
    .filter(({ id }) => id !== MARGIN_CHART)
    .map((chart) => <ChartView key={chart.id} chart={chart} />);
}

interface FormChartsProps {
  readonly name: string;
  readonly model: Model;
}

/** The charts that the sheets would have, of the form as it stands, but the one beside the fields. */
export function FormCharts({ name, model }: FormChartsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Fold title="Charts" detail={`of “${name}” as the form stands`} onToggle={setIsOpen}>
      {isOpen && <Charts model={model} />}
    </Fold>
  );
}
