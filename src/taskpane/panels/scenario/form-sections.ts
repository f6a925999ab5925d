import { COST_LINE_LABELS } from "../../../scenario/axes";
import { type CostLine, COST_LINES } from "../../../scenario/scenario";
import { FORECAST_MONTHS, problemKey } from "../../../scenario/scenario-problems";
import { field, type FormField } from "./form-field";

/** The name of the scenario. */
export const NAME_FIELD: FormField = {
  name: "name",
  place: 0,
  key: problemKey("name"),
  of: ({ name }) => name,
  put: (scenario, value) => ({ ...scenario, name: String(value) }),
  described: { label: "Name of the scenario", format: "text" },
};

const FOCUS_FIELD: FormField = {
  name: "focus",
  place: 0,
  key: problemKey("focus"),
  of: ({ focus }) => focus,
  put: (scenario, value) => ({ ...scenario, focus: Number(value) }),
  described: { label: "Tariff in focus" },
};

function policyField(line: CostLine, place: number): FormField {
  return {
    name: "policy",
    place,
    key: problemKey("policy", place),
    of: ({ policy }) => policy[line],
    put: (scenario, value) => ({ ...scenario, policy: { ...scenario.policy, [line]: value } }),
    described: { label: COST_LINE_LABELS[line] },
  };
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  /** What is seldom changed, behind a summary. */
  readonly more?: { readonly title: string; readonly fields: readonly FormField[] };
}

/** The form, section by section. Labels, units, notes and domains stand with the sheets' inputs. */
export const SECTIONS: readonly Section[] = [
  {
    id: "product",
    title: "Product",
    fields: [
      field("product", "customers"),
      field("product", "seats"),
      field("product", "usagePer"),
      field("product", "fixedCost"),
    ],
    more: {
      title: "Currencies, platform, free users, payment",
      fields: [
        field("product", "seatCorrelation"),
        field("product", "priceCurrency"),
        field("product", "costCurrency"),
        field("product", "exchangeRate"),
        field("product", "exchangeDate"),
        field("product", "platformCost"),
        field("product", "freeUsers"),
        field("product", "freeUsage"),
        field("product", "paymentRate"),
        field("product", "paymentFee"),
      ],
    },
  },
  {
    id: "task",
    title: "Task",
    fields: [],
    more: {
      title: "Retries, retrieval, tools, compute, people",
      fields: [
        field("task", "failureRate"),
        field("task", "maxRetries"),
        field("task", "successRate"),
        field("task", "retrievalQueries"),
        field("task", "retrievalPricePerThousand", "retrievalPrice"),
        field("task", "embeddedTokens"),
        field("task", "embeddingPrice"),
        field("task", "rerankSearches"),
        field("task", "rerankPricePerThousand", "rerankPrice"),
        field("task", "toolCalls"),
        field("task", "toolPrice"),
        field("task", "computeSeconds"),
        field("task", "computeHourlyRate", "computeRate"),
        field("task", "computeUtilization"),
        field("task", "computeConcurrency"),
        field("task", "guardrailCost"),
        field("task", "reviewShare"),
        field("task", "reviewMinutes"),
        field("task", "reviewHourlyRate", "reviewRate"),
        field("task", "costSpread"),
        field("task", "costCorrelation"),
      ],
    },
  },
  {
    id: "usage",
    title: "Usage",
    fields: [field("usage", "p50", "usageP50"), field("usage", "p99", "usageP99")],
    more: {
      title: "Percentile, inactive customers, correlation, terms",
      fields: [
        field("usage", "tail", "usageTail"),
        field("usage", "inactiveShare"),
        field("usage", "monthCorrelation"),
        field("usage", "customerCorrelation"),
        field("usage", "termMonths"),
        field("usage", "allowanceMonths"),
        field("usage", "fairUseCap"),
      ],
    },
  },
  { id: "tariffs", title: "Tariffs", fields: [FOCUS_FIELD] },
  {
    id: "levers",
    title: "Levers",
    fields: [
      field("levers", "cacheMissRate", "lever.missRate"),
      field("levers", "responseHitRate", "lever.hitRate"),
      field("levers", "responseLookupCost", "lever.lookupCost"),
      field("levers", "routedShare", "lever.routedShare"),
      field("levers", "routedModel", "lever.routedModel"),
      field("levers", "escalationRate", "lever.escalationRate"),
      field("levers", "routerCost", "lever.routerCost"),
      field("levers", "studentModel", "lever.studentModel"),
      field("levers", "trainingCost", "lever.trainingCost"),
      field("levers", "studentLifeMonths", "lever.lifeMonths"),
      field("levers", "studentHostingPerMonth", "lever.hostingCost"),
      field("levers", "usageTariff", "lever.usageTariff", { label: "Usage-based price: tariff" }),
    ],
  },
  {
    id: "growth",
    title: "Growth",
    fields: [
      field("growth", "months", "months", {
        label: "Months of the forecast",
        unit: "months",
        format: "count",
        allowed: { numbers: FORECAST_MONTHS },
        note: "12 to 60",
      }),
      field("growth", "startDate"),
      field("growth", "fiscalYearEnd"),
      field("growth", "newCustomers"),
      field("growth", "churn"),
      field("growth", "usageGrowth"),
      field("growth", "priceGrowth"),
      field("growth", "modelPriceDeclinePerYear", "modelDecline"),
    ],
  },
  {
    id: "targets",
    title: "Targets",
    fields: [
      field("targets", "margin", "targetMargin"),
      field("targets", "flagBelow"),
      field("targets", "healthyFrom"),
      field("targets", "saasFrom"),
    ],
    more: { title: "What belongs to COGS", fields: COST_LINES.map(policyField) },
  },
];

/** The section in which an input with a problem stands; undefined for those above all sections. */
export function sectionOfProblem(key: string): string | undefined {
  if (key.startsWith("leg.")) return "task";
  if (key.startsWith("tariff.")) return "tariffs";
  return SECTIONS.find(({ fields, more }) =>
    [...fields, ...(more?.fields ?? [])].some((field) => field.key === key),
  )?.id;
}
