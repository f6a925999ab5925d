import { useEffect, useState } from "react";
import { ClickHouseError } from "../../../../usage/engines/clickhouse/connection";
import type {
  Estimate,
  Warehouse,
  WarehouseSelection,
} from "../../../../usage/engines/clickhouse/warehouse";
import { showCount } from "../../../show-number";
import { sizeInWords } from "../size-in-words";

/** Milliseconds without a change after which the server is asked. */
const PAUSE = 400;

function inWords(estimate: Estimate | null): string {
  if (estimate === null) return "This user may not ask how much there is to read.";
  const { rows, bytes } = estimate;
  const size = bytes === null ? "" : `, ${sizeInWords(bytes)}`;
  return `About ${showCount(rows)} rows to read${size}, by the server's own estimate.`;
}

interface EstimateTextProps {
  readonly warehouse: Warehouse;
  readonly selection: WarehouseSelection;
}

/** How much the server would read; asked anew whenever something else is selected. */
export function EstimateText({ warehouse, selection }: EstimateTextProps) {
  const [told, setTold] = useState<{ readonly key: string; readonly text: string }>();
  const key = JSON.stringify(selection);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (text: string) => {
      if (!signal.aborted) setTold({ key, text });
    };
    // The text stands for the selection: another object with the same text asks for nothing new.
    const selected = JSON.parse(key) as WarehouseSelection;
    const timer = setTimeout(() => {
      warehouse.estimate(selected, signal).then(
        (estimate) => tell(inWords(estimate)),
        (error: unknown) =>
          tell(
            error instanceof ClickHouseError
              ? `There is no estimate: ${error.message}`
              : "There is no estimate of how much there is to read.",
          ),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [warehouse, key]);
  return <div role="status">{told?.key === key ? told.text : "Estimating …"}</div>;
}
