import type { Block } from "../workbook/sheet-blocks";

/** The bands of a blended margin, each from a limit on; below 0 a margin is negative. */
function bandsBlock(): Block {
  const names = ["Flagged", "Below healthy", "Healthy", "SaaS-like"];
  return {
    kind: "grid",
    title: "Bands of a blended margin",
    note: "Each from its limit on, the limit included; below 0 it is negative",
    axis: {
      id: "band",
      heading: "Band",
      keys: names.map((_, i) => ({ key: `band${i + 1}`, label: String(i + 1) })),
    },
    direction: "across",
    items: [
      {
        name: "band.number",
        label: "Number",
        format: "general",
        fixed: names.map((_, i) => i + 1),
      },
      {
        name: "band.from",
        label: "From",
        unit: "of revenue",
        format: "percent",
        formula: "CHOOSE(band.number,MIN(0,flagBelow),flagBelow,healthyFrom,saasFrom)",
      },
      { name: "band.name", label: "Called", format: "text", fixed: names },
    ],
  };
}

/** Lists that choices are taken from, and what a band is called from each limit on. */
export function listsBlock(): Block[] {
  return [
    bandsBlock(),
    {
      kind: "grid",
      title: "Lists",
      note: "Choices of the cells above",
      axis: {
        id: "basis",
        heading: "Usage is stated per",
        keys: [
          { key: "customer", label: "1" },
          { key: "seat", label: "2" },
        ],
      },
      direction: "across",
      items: [
        {
          name: "usageBasis",
          label: "Basis of usage",
          format: "text",
          fixed: ["customer", "seat"],
        },
      ],
    },
    {
      kind: "grid",
      title: "Policies",
      axis: {
        id: "policyChoice",
        heading: "Policy",
        keys: ["1", "2", "3"].map((key) => ({ key, label: key })),
      },
      direction: "across",
      items: [
        {
          name: "policyChoices",
          label: "Where a cost can belong",
          format: "text",
          fixed: ["COGS", "Variable", "Opex"],
          note: "COGS; variable cost below the line; operating expense",
        },
      ],
    },
  ];
}
