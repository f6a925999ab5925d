import {
  ABOVE_ZERO,
  ANY,
  BELOW_ONE,
  type Domain,
  domainInWords,
  FROM_ZERO,
  isWithin,
  WHOLE_FROM_ONE,
} from "../calc";

/** What a scenario is built from. Money in dollars, usage in tasks per customer and month. */
export interface ScenarioInput {
  /** Name of the scenario and of its sheet. */
  readonly name: string;
  /** Usage of the typical active customer (P50). */
  readonly usageP50: number;
  /** Usage of the heaviest one in a hundred (P99). */
  readonly usageP99: number;
  /** Cost to serve one task. */
  readonly costPerTask: number;
  /** Cost per customer and month that does not depend on usage. */
  readonly fixedCost: number;
  /** Flat price per customer and month. */
  readonly price: number;
  /** Gross margin aimed at, a fraction. */
  readonly targetMargin: number;
  readonly customers: number;
}

/** The built-in sample: a flat seat whose heaviest users cost far more than they pay. */
export const SAMPLE: ScenarioInput = {
  name: "Flat seat at $99",
  usageP50: 400,
  usageP99: 6000,
  costPerTask: 0.06,
  fixedCost: 9,
  price: 99,
  targetMargin: 0.6,
  customers: 1000,
};

/** The numbers of a scenario and where each may lie. */
export const SCENARIO_DOMAINS: Readonly<Record<Exclude<keyof ScenarioInput, "name">, Domain>> = {
  usageP50: ABOVE_ZERO,
  usageP99: ABOVE_ZERO,
  costPerTask: FROM_ZERO,
  fixedCost: FROM_ZERO,
  price: FROM_ZERO,
  targetMargin: BELOW_ONE,
  customers: WHOLE_FROM_ONE,
};

/** What is wrong with one field of the form. */
export interface FieldProblem {
  readonly field: keyof ScenarioInput;
  readonly message: string;
}

/** Everything that keeps a scenario from being built; empty where all is well. */
export function scenarioProblems(input: ScenarioInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.name.trim() === "")
    problems.push({ field: "name", message: "Give the scenario a name" });
  for (const [key, domain] of Object.entries(SCENARIO_DOMAINS)) {
    const field = key as keyof typeof SCENARIO_DOMAINS;
    if (isWithin(input[field], domain)) continue;
    const expected = domainInWords(isWithin(input[field], ANY) ? domain : ANY);
    problems.push({ field, message: `Must be ${expected}, got ${input[field]}` });
  }
  if (input.usageP99 < input.usageP50) {
    problems.push({
      field: "usageP99",
      message: `Must be at least the usage at P50 (${input.usageP50}), got ${input.usageP99}`,
    });
  }
  return problems;
}
