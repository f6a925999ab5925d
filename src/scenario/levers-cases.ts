import type { Axis, GridBlock, Item } from "../workbook/sheet-blocks";
import { caseItems } from "./case-items";
import { itemMaker } from "./item-maker";
import type { Scenario } from "./scenario";
import { marginOf } from "./tariff-items";

/** The levers, in the order of the bits of a subset. */
export const LEVERS = [
  { key: "promptCache", label: "Prompt caching" },
  { key: "responseCache", label: "Response caching" },
  { key: "routing", label: "Routing" },
  { key: "distillation", label: "Distillation" },
  { key: "usagePrice", label: "Usage-based price" },
] as const;

const SUBSETS = Array.from({ length: 2 ** LEVERS.length }, (_, number) => number);

function holds(subset: number, lever: number): boolean {
  return Math.floor(subset / 2 ** lever) % 2 === 1;
}

function subsetName(subset: number): string {
  const held = LEVERS.filter((_, lever) => holds(subset, lever));
  if (held.length === 0) return "Today";
  return held.length === LEVERS.length ? "All levers" : held.map(({ label }) => label).join(" + ");
}

const SUBSET_AXIS: Axis = {
  id: "subset",
  heading: "Levers",
  keys: SUBSETS.map((subset) => ({ key: `subset${subset}`, label: subsetName(subset) })),
};

const make = itemMaker("subset");

/** Cost of inference per task under a subset: cached or not, distilled or not, routed or not. */
function inferenceItems(): Item[] {
  return [
    make(
      "large",
      "Large model",
      "per task",
      "moneyFine",
      "IF(subset.distillation=1,IF(subset.promptCache=1,model.studentCached,model.student),IF(subset.promptCache=1,model.cached,model.today))",
    ),
    make(
      "small",
      "Small model",
      "per task",
      "moneyFine",
      "IF(subset.promptCache=1,model.smallCached,model.small)",
    ),
    make(
      "inference",
      "Inference",
      "per task",
      "moneyFine",
      "IF(subset.routing=1,ROUTEDCOST(subset.large,subset.small,lever.routedShare,lever.escalationRate,lever.routerCost),subset.large)",
    ),
  ];
}

/** From the cost of a task to the margin of a subset. */
function marginItems(): Item[] {
  const part = (key: string) => `AT(part.cogs,"${key}")`;
  return [
    make(
      "unitCost",
      "COGS per task",
      "per task",
      "moneyFine",
      `COSTTOSERVE(subset.inference*AT(policy.cogs,"inference"),${part("retrieval")},${part("rerank")},${part("tools")},${part("compute")},lever.hitRate*subset.responseCache,lever.lookupCost*subset.responseCache,${part("guardrails")},${part("review")})*exchangeRate`,
    ),
    make(
      "fixed",
      "COGS whatever the usage",
      "per month",
      "money",
      'fixed.customer+freeUsers*freeUsage*subset.unitCost*AT(policy.cogs,"freeUsers")+(platform.total+subset.distillation*student.monthly*exchangeRate)/subset.customers',
    ),
    make(
      "cogs",
      "COGS",
      "per month",
      "money",
      "subset.meanUsage*subset.unitCost*costFactor+subset.fixed+pay.rate*subset.expected+pay.fee*subset.paying",
    ),
    make(
      "profit",
      "Gross profit per customer",
      "per month",
      "money",
      "subset.expected-subset.cogs",
    ),
    make(
      "grossProfit",
      "Gross profit of the company",
      "per month",
      "moneyWhole",
      "subset.profit*subset.customers",
    ),
    {
      ...make(
        "margin",
        "Blended margin",
        "of revenue",
        "percent",
        marginOf("subset.expected", "subset.cogs"),
      ),
      isResult: true,
    },
  ];
}

/** What each lever adds to a subset that holds it, weighted as Shapley's value weights it. */
function gainItems(): Item[] {
  return [
    make(
      "weight",
      "Weight",
      "of orders",
      "percent",
      "IF(subset.size=0,0,FACT(subset.size-1)*FACT(lever.count-subset.size)/FACT(lever.count))",
    ),
    ...LEVERS.map(({ key, label }) =>
      make(
        `gain.${key}`,
        `Adds: ${label}`,
        "points",
        "percent",
        `IF(AND(subset.${key}=1,lever.known=1),subset.weight*(subset.margin-INDEX(ALL(subset.margin),subset.place-lever.step.${key})),0)`,
      ),
    ),
  ];
}

/** Every set of levers, one row each. */
export function subsetGrid(scenario: Scenario): GridBlock {
  return {
    kind: "grid",
    isWorking: true,
    title: "Calculation: every set of levers",
    axis: SUBSET_AXIS,
    direction: "down",
    items: [
      {
        name: "subset.place",
        label: "Place",
        format: "general",
        fixed: SUBSETS.map((subset) => subset + 1),
      },
      ...LEVERS.map(({ key, label }, lever): Item => ({
        name: `subset.${key}`,
        label,
        unit: "0 or 1",
        format: "general",
        fixed: SUBSETS.map((subset) => Number(holds(subset, lever))),
      })),
      make(
        "size",
        "Levers held",
        "levers",
        "general",
        `SUM(subset.${LEVERS[0].key}:subset.${LEVERS[4].key})`,
      ),
      ...inferenceItems(),
      make(
        "tariff",
        "Tariff",
        "number",
        "general",
        "IF(subset.usagePrice=1,lever.usageTariff,focus)",
      ),
      make(
        "customers",
        "Customers kept",
        "customers",
        "count",
        "INDEX(ALL(tariff.customers),subset.tariff)",
      ),
      ...caseItems(scenario, {
        prefix: "subset",
        tariff: "subset.tariff",
        priceFactor: "1",
        median: "usage.median",
        sigma: "usage.sigma",
      }),
      ...marginItems(),
      ...gainItems(),
    ],
  };
}
