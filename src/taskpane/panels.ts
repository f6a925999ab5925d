import type { ComponentType } from "react";
import type { PanelProps } from "./panel-props";
import { FunctionsPanel } from "./panels/functions/functions-panel";
import { ScenarioPanel } from "./panels/scenario/scenario-panel";
import { SharePanel } from "./panels/share/share-panel";
import { UsagePanel } from "./panels/usage/usage-panel";

export interface PanelEntry {
  readonly id: string;
  readonly label: string;
  readonly Panel: ComponentType<PanelProps>;
}

/** The tabs of the pane, in order; the first is shown at the start. */
export const PANELS = [
  { id: "scenario", label: "Scenario", Panel: ScenarioPanel },
  { id: "usage", label: "Usage", Panel: UsagePanel },
  { id: "functions", label: "Functions", Panel: FunctionsPanel },
  { id: "share", label: "Share", Panel: SharePanel },
] as const satisfies readonly PanelEntry[];
