import { Button } from "@fluentui/react-components";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import type { SummaryOptions } from "../../../usage/engines/usage-engine";
import { showCount } from "../../show-number";

interface SeveralIdsProps {
  readonly report: CustomersReport;
  /** The ids whose tasks are put together already. */
  readonly parties: SummaryOptions["parties"];
  readonly isBusy: boolean;
  readonly onParties: (parties: CustomersReport["severalIds"]) => void;
}

/** Customers with several ids in usage: what their tasks cost takes another pass over the usage. */
export function SeveralIds({ report, parties = [], isBusy, onParties }: SeveralIdsProps) {
  const { severalIds } = report;
  if (severalIds.length === 0 || JSON.stringify(severalIds) === JSON.stringify(parties)) {
    return null;
  }
  const customers = showCount(new Set(severalIds.map(([, party]) => party)).size);
  return (
    <div>
      <div>{`Customers with several ids in usage: ${customers}. What a task of theirs costs is not known yet.`}</div>
      <Button
        disabled={isBusy}
        onClick={() => {
          onParties(severalIds);
        }}
      >
        Put their tasks together
      </Button>
    </div>
  );
}
