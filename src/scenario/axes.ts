import type { Axis } from "../workbook/sheet-blocks";
import {
  COST_LINES,
  type CostLine,
  type Scenario,
  SENSITIVITY_DRIVERS,
  type SensitivityDriver,
} from "./scenario";

/** The parts that a task's cost is made of, in the order of the policy table. */
export const TASK_PARTS = COST_LINES.slice(0, 7);

export const COST_LINE_LABELS: Readonly<Record<CostLine, string>> = {
  inference: "Inference",
  retrieval: "Retrieval",
  rerank: "Rerank",
  tools: "Tools",
  compute: "Compute",
  guardrails: "Router and guardrails",
  review: "Human review",
  fixed: "Fixed cost per customer",
  platform: "Platform",
  payment: "Payment fees",
  freeUsers: "Free users",
};

export const POLICY_AXIS: Axis = {
  id: "costLine",
  heading: "Cost line",
  keys: COST_LINES.map((key) => ({ key, label: COST_LINE_LABELS[key] })),
};

/** The parts of a task alone. */
export const PART_AXIS: Axis = {
  id: "part",
  heading: "Part of a task",
  keys: TASK_PARTS.map((key) => ({ key, label: COST_LINE_LABELS[key] })),
};

export const DRIVER_LABELS: Readonly<Record<SensitivityDriver, string>> = {
  prices: "Prices of the tariff",
  usage: "Usage of all customers",
  tail: "Usage of the heaviest (P99)",
  modelPrices: "Model prices",
  otherTaskCost: "Other cost of a task",
  fixedCost: "Fixed cost per customer",
  exchangeRate: "Exchange rate",
  freeUsers: "Free users",
};

export const DRIVER_AXIS: Axis = {
  id: "driver",
  heading: "Input",
  keys: SENSITIVITY_DRIVERS.map((key) => ({ key, label: DRIVER_LABELS[key] })),
};

export function legAxis({ task }: Scenario): Axis {
  return {
    id: "leg",
    heading: "Model leg",
    keys: task.legs.map(({ role }, i) => ({ key: `leg${i + 1}`, label: role })),
  };
}

export function tariffAxis({ tariffs }: Scenario): Axis {
  return {
    id: "tariff",
    heading: "Tariff",
    keys: tariffs.map(({ name }, i) => ({ key: `tariff${i + 1}`, label: name })),
  };
}

export function modelAxis({ prices }: Scenario): Axis {
  return {
    id: "model",
    heading: "Model",
    keys: prices.map(({ model }, i) => ({ key: `model${i + 1}`, label: model })),
  };
}

/** How many tiers the widest of the tariffs has: every tariff has rows for as many. */
export function tierCount({ tariffs }: Scenario): number {
  return Math.max(...tariffs.map(({ tiers }) => tiers.length));
}
