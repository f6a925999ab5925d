import { FROM_ZERO } from "../calc";
import type { Block, Item } from "../workbook/sheet-blocks";
import { POLICY_AXIS, tariffAxis, tierCount } from "./axes";
import { numberLine } from "./input-line";
import { COST_LINES, type Scenario, type TariffInput } from "./scenario";

function flag(name: string, label: string, fixed: readonly boolean[]): Item {
  return { name, label, unit: "0 or 1", format: "general", fixed: fixed.map(Number) };
}

/** Rows of the tier that stands at a place, counted from 1; blank where a tariff has none. */
function tierItems(tier: number, tariffs: readonly TariffInput[], money: string): Item[] {
  const each = (of: (tiers: TariffInput["tiers"][number]) => number | null) =>
    tariffs.map(({ tiers }) => {
      const own = tiers[tier - 1];
      return own ? of(own) : null;
    });
  return [
    {
      name: `tariff.upTo.${tier}`,
      label: `Tier ${tier}: up to`,
      unit: "billed units",
      format: "count",
      inputs: each(({ upTo }) => upTo),
      allowed: { numbers: FROM_ZERO },
      note: tier === 1 ? "Inclusive; blank: open" : "",
    },
    {
      name: `tariff.unitPrice.${tier}`,
      label: `Tier ${tier}: unit price`,
      unit: money,
      format: "moneyFine",
      inputs: each(({ unitPrice }) => unitPrice),
      allowed: { numbers: FROM_ZERO },
    },
    {
      name: `tariff.flatFee.${tier}`,
      label: `Tier ${tier}: flat fee`,
      unit: money,
      format: "money",
      inputs: each(({ flatFee }) => flatFee),
      allowed: { numbers: FROM_ZERO },
    },
  ];
}

/** Price plans side by side, each a column of the same parameters. */
export function tariffBlocks(scenario: Scenario): Block[] {
  const { tariffs, product, focus } = scenario;
  const money = product.priceCurrency;
  const each = <T>(of: (tariff: TariffInput) => T): T[] => tariffs.map(of);
  const tiers = Array.from({ length: tierCount(scenario) }, (_, i) => i + 1);
  return [
    {
      kind: "grid",
      title: "Tariffs",
      note: "Same customers, same usage: no reaction to price, unless it is set in the last two rows",
      axis: tariffAxis(scenario),
      direction: "across",
      items: [
        {
          name: "tariff.number",
          label: "Number",
          format: "general",
          fixed: tariffs.map((_, i) => i + 1),
        },
        {
          name: "tariff.type",
          label: "Type",
          unit: "fixed",
          format: "text",
          fixed: each(({ type }) => type),
        },
        flag(
          "tariff.volume",
          "Volume rule",
          each(({ type }) => type === "Volume"),
        ),
        flag(
          "tariff.package",
          "Package rule",
          each(({ type }) => type === "Package"),
        ),
        {
          name: "tariff.baseFee",
          label: "Base fee per seat",
          unit: `${money} / month`,
          format: "money",
          inputs: each(({ baseFee }) => baseFee),
          allowed: { numbers: FROM_ZERO },
        },
        ...tiers.flatMap((tier) => tierItems(tier, tariffs, money)),
        {
          name: "tariff.packageSize",
          label: "Package size",
          unit: "billed units",
          format: "count",
          inputs: each(({ packageSize }) => packageSize),
          allowed: { numbers: { above: 0 } },
          note: "A package costs the first tier's unit price",
        },
        {
          name: "tariff.freeUnits",
          label: "Free units before packages",
          unit: "billed units",
          format: "count",
          inputs: each(({ freeUnits }) => freeUnits),
          allowed: { numbers: FROM_ZERO },
        },
        {
          name: "tariff.unitsPerTask",
          label: "Billed units per task",
          unit: "units",
          format: "general",
          inputs: each(({ unitsPerTask }) => unitsPerTask),
          allowed: { numbers: { above: 0 } },
          note: "Credits per task; success rate of outcomes",
        },
        {
          name: "tariff.discount",
          label: "Average discount",
          unit: "fraction",
          format: "percent",
          inputs: each(({ discount }) => discount),
          allowed: { numbers: { from: 0, below: 1 } },
        },
        {
          name: "tariff.commitment",
          label: "Minimum charge",
          unit: `${money} / month`,
          format: "money",
          inputs: each(({ commitment }) => commitment),
          allowed: { numbers: FROM_ZERO },
          note: "After the discount",
        },
        {
          name: "tariff.usageChange",
          label: "Change of usage",
          unit: "fraction",
          format: "percent",
          inputs: each(({ usageChange }) => usageChange),
          allowed: { numbers: { above: -1 } },
        },
        {
          name: "tariff.lostCustomers",
          label: "Customers lost",
          unit: "fraction",
          format: "percent",
          inputs: each(({ lostCustomers }) => lostCustomers),
          allowed: { numbers: { from: 0, below: 1 } },
        },
      ],
    },
    {
      kind: "lines",
      title: "Tariff in focus",
      lines: [
        numberLine(
          "focus",
          "Number of the tariff in focus",
          `1 to ${tariffs.length}`,
          "general",
          focus,
          { from: 1, to: tariffs.length, whole: true },
          "Drives Summary, Levers, Forecast and Sensitivity",
        ),
      ],
    },
  ];
}

/** Where each cost belongs. */
export function policyBlock({ policy }: Scenario): Block {
  return {
    kind: "grid",
    title: "COGS policy",
    note: "Gross margin holds COGS; contribution margin holds all variable cost and no fixed cost",
    axis: POLICY_AXIS,
    direction: "down",
    items: [
      {
        name: "policy",
        label: "Belongs to",
        format: "text",
        inputs: COST_LINES.map((line) => policy[line]),
        allowed: { oneOf: "policyChoices" },
      },
      {
        name: "policy.varies",
        label: "Varies with usage or charge",
        unit: "0 or 1",
        format: "general",
        fixed: COST_LINES.map((line) => Number(line !== "fixed" && line !== "platform")),
      },
      {
        name: "policy.cogs",
        label: "In COGS",
        unit: "0 or 1",
        format: "general",
        formula: 'IF(policy="COGS",1,0)',
      },
      {
        name: "policy.variable",
        label: "In variable cost",
        unit: "0 or 1",
        format: "general",
        formula: 'IF(policy="COGS",policy.varies,IF(policy="Variable",1,0))',
      },
    ],
  };
}
