import { COST_LINES, type Scenario, SENSITIVITY_DRIVERS } from "./scenario";

/** Inputs that a sheet calls otherwise than the scenario does. */
const RENAMED: Readonly<Record<string, string>> = {
  targetMargin: "targets.margin",
  usageP50: "usage.p50",
  usageP99: "usage.p99",
  usageTail: "usage.tail",
  retrievalPrice: "task.retrievalPricePerThousand",
  rerankPrice: "task.rerankPricePerThousand",
  computeRate: "task.computeHourlyRate",
  reviewRate: "task.reviewHourlyRate",
  "lever.missRate": "levers.cacheMissRate",
  "lever.hitRate": "levers.responseHitRate",
  "lever.lookupCost": "levers.responseLookupCost",
  "lever.lifeMonths": "levers.studentLifeMonths",
  "lever.hostingCost": "levers.studentHostingPerMonth",
  modelDecline: "growth.modelPriceDeclinePerYear",
};

/** Members of a pinned price, by the item that shows them. */
const PRICES: Readonly<Record<string, string>> = {
  listInput: "input",
  listOutput: "output",
  listCacheRead: "cacheRead",
  listCacheWrite: "cacheWrite",
  ownInput: "negotiatedInput",
  ownOutput: "negotiatedOutput",
};

const SECTIONS = ["product", "task", "usage", "targets", "growth"] as const;

/**
 * Where in a scenario an input of the sheets comes from, such as "tariffs[1].tiers[0].upTo";
 * undefined for what is an input of the sheets alone, such as the months of a year.
 *
 * @param name of the input in the sheets
 * @param place along its axis, counted from 0
 */
export function inputPath(scenario: Scenario, name: string, place = 0): string | undefined {
  const renamed = RENAMED[name];
  if (renamed !== undefined) return renamed;
  const [group = "", item = "", tier] = name.split(".");
  switch (group) {
    case "name":
    case "focus":
      return name;
    case "leg":
      return `task.legs[${place}].${item}`;
    case "tariff":
      return tier === undefined
        ? `tariffs[${place}].${item}`
        : `tariffs[${place}].tiers[${Number(tier) - 1}].${item}`;
    case "lever":
      return `levers.${item}`;
    case "policy":
      return `policy.${COST_LINES[place]}`;
    case "driver":
      return `sensitivity.${SENSITIVITY_DRIVERS[place]}.${item}`;
    case "prices":
      return `prices[${place}].${PRICES[item] ?? item}`;
  }
  const section = SECTIONS.find((one) => Object.hasOwn(scenario[one], name));
  return section && `${section}.${name}`;
}
