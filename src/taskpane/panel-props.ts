import type { FunctionMetadata } from "../functions/function-metadata";
import type {
  ClickHouseConnection,
  ClickHouseServer,
} from "../usage/engines/clickhouse/connection";
import type { Warehouse } from "../usage/engines/clickhouse/warehouse";
import type { UsageEngine } from "../usage/engines/usage-engine";
import type { NamedTariff } from "../usage/backtest/backtest";
import type { TaskUse } from "../usage/fit/task-use";
import type { FittedUsage } from "../usage/fit/usage-fit";
import type { OtherCosts } from "../scenario/other-costs";
import type { PlannedMonth } from "../scenario/planned-month";
import type { Host } from "../workbook/host";
import type { SaveFile, SaveText } from "./save-file";
import type { ShareFile, WorkbookFile } from "./share-file";

/** What the form of the scenario offers, for other tabs to hold real usage against. */
export interface Offers {
  readonly name: string;
  readonly currency: string;
  readonly tariffs: readonly NamedTariff[];
  /** @throws CalcError where a figure of the scenario has no value */
  readonly plan: () => PlannedMonth;
  /** @throws CalcError where a figure of the scenario has no value */
  readonly otherCosts: () => OtherCosts;
}

/** Usage of real customers, for the form of the scenario. */
export interface RealUsage {
  readonly fitted: FittedUsage;
  /** Null where the import tells of no task with tokens. */
  readonly task: TaskUse | null;
}

/** A server on which usage is summed up, and the connection to it. */
export interface ConnectedWarehouse
  extends Warehouse, Pick<ClickHouseConnection, "test" | "close"> {}

/** What every panel of the pane gets. */
export interface PanelProps {
  readonly host: Host;
  /** The clock: its date is written into calls that look up a dated price. */
  readonly now: () => Date;
  /** The texts of functions and parameters, as functions.json holds them. */
  readonly loadMetadata: () => Promise<readonly FunctionMetadata[]>;
  readonly saveFile: SaveFile;
  readonly saveText: SaveText;
  readonly shareFile: ShareFile;
  /** The open workbook as a file, where the host hands it out. */
  readonly workbookFile?: (() => Promise<WorkbookFile>) | undefined;
  /** Opens what holds usage and sums it up; nothing of it leaves the device. */
  readonly openUsageEngine: () => UsageEngine;
  /** Opens a connection to a server that sums usage up; nothing but sums leaves it. */
  readonly connectWarehouse: (server: ClickHouseServer) => Promise<ConnectedWarehouse>;
  /** Usage of real customers that the form of the scenario was last asked to take over. */
  readonly realUsage?: RealUsage | undefined;
  /** Fills the form of the scenario with usage of real customers and shows it. */
  readonly fillScenario: (usage: RealUsage) => void;
  /** What the form of the scenario holds now. */
  readonly offers: () => Offers | undefined;
  readonly keepOffers: (offers: Offers) => void;
  /** Shows an error in the pane's message bar; undefined takes it away. */
  readonly report: (error: unknown) => void;
}
