import type { Scenario } from "../../../scenario/scenario";
import { type TaskTakenOver, withTaskUse } from "../../../scenario/with-task-use";
import type { RealUsage } from "../../panel-props";

export interface TakenOver {
  /** The scenario before and after. */
  readonly before: Scenario;
  readonly after: Scenario;
  /** The task that was taken over; null where the import tells of none. */
  readonly task: TaskTakenOver | null;
}

/**
 * The scenario with usage and tasks of real customers; what they do not tell of stays as it was.
 *
 * @param day Excel date on which list prices are pinned
 */
export function withFittedUsage(
  before: Scenario,
  { fitted, task }: RealUsage,
  day: number,
): TakenOver {
  const { monthCorrelation, ...usage } = fitted;
  const withUsage: Scenario = {
    ...before,
    usage: {
      ...before.usage,
      ...usage,
      ...(monthCorrelation !== null && { monthCorrelation }),
    },
  };
  const taken = task && withTaskUse(withUsage, task, day);
  return { before, after: taken?.scenario ?? withUsage, task: taken };
}

/** A scenario with what was taken over put back to what it was; later changes elsewhere stay. */
export function withoutFittedUsage(scenario: Scenario, { before, task }: TakenOver): Scenario {
  const withUsage = { ...scenario, usage: before.usage };
  if (task === null || task.legs.length === 0) return withUsage;
  const { legs, failureRate } = before.task;
  return {
    ...withUsage,
    task: { ...scenario.task, legs, failureRate },
    prices: before.prices,
    pinnedOn: before.pinnedOn,
    catalogDate: before.catalogDate,
  };
}
