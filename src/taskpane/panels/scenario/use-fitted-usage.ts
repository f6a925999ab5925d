import { useEffect } from "react";
import type { FittedUsage } from "../../../usage/fit/usage-fit";
import type { ScenarioForm } from "./use-scenario-form";
import { withFittedUsage } from "./with-fitted-usage";

/** Takes usage of real customers over into the form, each time that another tab hands it on. */
export function useFittedUsage(
  fitted: FittedUsage | undefined,
  change: ScenarioForm["change"],
): void {
  useEffect(() => {
    if (fitted) change((before) => withFittedUsage(before, fitted));
  }, [fitted, change]);
}
