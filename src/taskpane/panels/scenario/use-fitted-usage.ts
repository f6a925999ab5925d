import { useEffect, useRef, useState } from "react";
import type { RealUsage } from "../../panel-props";
import type { ScenarioForm } from "./use-scenario-form";
import { type TakenOver, withFittedUsage, withoutFittedUsage } from "./with-fitted-usage";

export interface FittedUsageControl {
  /** What the form last took over; undefined once it is undone or the form holds another scenario. */
  readonly taken: TakenOver | undefined;
  readonly undo: () => void;
  readonly forget: () => void;
}

/** Takes usage of real customers over into the form, each time that another tab hands it on. */
export function useFittedUsage(
  real: RealUsage | undefined,
  { scenario, day, change }: Pick<ScenarioForm, "scenario" | "day" | "change">,
): FittedUsageControl {
  const [taken, setTaken] = useState<TakenOver>();
  const done = useRef<RealUsage>(undefined);
  useEffect(() => {
    if (real === undefined || done.current === real) return;
    done.current = real;
    const next = withFittedUsage(scenario, real, day);
    change(() => next.after);
    setTaken(next);
  }, [real, scenario, day, change]);
  const forget = () => {
    setTaken(undefined);
  };
  return {
    taken,
    undo: () => {
      if (taken) change((now) => withoutFittedUsage(now, taken));
      forget();
    },
    forget,
  };
}
