import { SAMPLE, type ScenarioInput, scenarioProblems } from "../../../scenario";
import { type NumberKind, parseNumber } from "../../parse-number";
import { showRoundPercent } from "../../show-number";

/** A field of the form. */
export type FieldName = keyof ScenarioInput;
type NumberName = Exclude<FieldName, "name">;

export interface NumberField {
  readonly name: NumberName;
  readonly kind: NumberKind;
  readonly label: string;
  /** What stands after the number. */
  readonly unit: string;
  readonly hint: string;
}

export const NUMBER_FIELDS: readonly NumberField[] = [
  {
    name: "usageP50",
    kind: "count",
    label: "Usage at P50",
    unit: "tasks",
    hint: "A month; half of the customers use less",
  },
  {
    name: "usageP99",
    kind: "count",
    label: "Usage at P99",
    unit: "tasks",
    hint: "A month; one customer in 100 uses more",
  },
  {
    name: "costPerTask",
    kind: "money",
    label: "Cost per task",
    unit: "",
    hint: "Models, retrieval, tools and all else",
  },
  {
    name: "fixedCost",
    kind: "money",
    label: "Fixed cost",
    unit: "",
    hint: "Per customer and month, whatever the usage",
  },
  {
    name: "price",
    kind: "money",
    label: "Flat price",
    unit: "",
    hint: "Per customer and month",
  },
  {
    name: "targetMargin",
    kind: "percent",
    label: "Target margin",
    unit: "%",
    hint: "Share of revenue to keep",
  },
  {
    name: "customers",
    kind: "count",
    label: "Customers",
    unit: "",
    hint: "Paying customers",
  },
];

/** What is typed in the form, field by field. */
export type ScenarioTexts = Readonly<Record<FieldName, string>>;

const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 });

/** A scenario as one would type it. */
export function textsOf(input: ScenarioInput): ScenarioTexts {
  const texts = Object.fromEntries(
    NUMBER_FIELDS.map(({ name, kind }) => [
      name,
      COUNT.format(kind === "percent" ? input[name] * 100 : input[name]),
    ]),
  ) as Record<NumberName, string>;
  return { ...texts, name: input.name };
}

export interface ReadScenario {
  readonly input: ScenarioInput;
  /** What is wrong with a field; the input cannot be used where any number is. */
  readonly problems: ReadonlyMap<FieldName, string>;
}

/** Bounds and values in a field of percents are told as their reader types them. */
function inPercent(message: string): string {
  return message.replace(/-?\d+(\.\d+)?/g, (fraction) => showRoundPercent(Number(fraction)));
}

/** What the form says: the scenario, and every field's problem. */
export function readScenario(texts: ScenarioTexts): ReadScenario {
  const problems = new Map<FieldName, string>();
  const numbers: Record<NumberName, number> = { ...SAMPLE };
  for (const { name, kind } of NUMBER_FIELDS) {
    const parsed = parseNumber(texts[name], kind);
    if ("value" in parsed) numbers[name] = parsed.value;
    else problems.set(name, parsed.problem);
  }
  const input: ScenarioInput = { ...numbers, name: texts.name };
  for (const { field, message } of scenarioProblems(input)) {
    if (!problems.has(field)) {
      problems.set(field, field === "targetMargin" ? inPercent(message) : message);
    }
  }
  return { input, problems };
}
