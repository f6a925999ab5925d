import type { GridBlock, Item } from "../workbook/sheet-blocks";
import { COST_LINE_LABELS, POLICY_AXIS } from "./axes";
import { COST_LINES, type Policy } from "./scenario";

const LISTS = [
  { name: "cogs", label: "COGS", policy: "COGS" },
  { name: "below", label: "below the line", policy: "Variable" },
  { name: "opex", label: "operating expense", policy: "Opex" },
] as const satisfies readonly { name: string; label: string; policy: Policy }[];

/** What an empty list is called; a text of nothing is no value in some programs. */
const NOTHING = "nothing";

function policyGrid(title: string, items: readonly Item[]): GridBlock {
  return { kind: "grid", isWorking: true, title, axis: POLICY_AXIS, direction: "down", items };
}

/** Lists of the cost lines that the policy puts in one place, longer from line to line. */
export function policyTexts(): GridBlock[] {
  return [
    policyGrid("Calculation: the COGS policy in words", [
      {
        name: "policyText.isFirst",
        label: "First",
        unit: "0 or 1",
        format: "general",
        fixed: COST_LINES.map((_, i) => Number(i === 0)),
      },
      {
        name: "policyText.label",
        label: "Cost line",
        format: "text",
        fixed: COST_LINES.map((line) => COST_LINE_LABELS[line].toLowerCase()),
      },
    ]),
    ...LISTS.map(({ name, label, policy }) => {
      const before = `PREV(policyText.${name})`;
      const longer = `IF(policyText.isFirst=1,policyText.label,IF(${before}="${NOTHING}",policyText.label,${before}&", "&policyText.label))`;
      return policyGrid(`Calculation: what is ${label}`, [
        {
          name: `policyText.${name}`,
          label: "List so far",
          format: "text",
          formula: `IF(policy="${policy}",${longer},IF(policyText.isFirst=1,"${NOTHING}",${before}))`,
        },
      ]);
    }),
  ];
}

/** The policy in one line of text. */
export function policyLine(): GridBlock {
  const last = COST_LINES.at(-1) ?? "";
  const list = (name: string) => `AT(policyText.${name},"${last}")`;
  return {
    kind: "grid",
    title: "COGS policy",
    axis: { id: "policyLine", heading: "", keys: [{ key: "line", label: "What COGS hold" }] },
    direction: "down",
    items: [
      {
        name: "summary.policy",
        label: "Policy",
        format: "text",
        formula: `"COGS: "&${list("cogs")}&"; below the line: "&${list("below")}&"; operating expense: "&${list("opex")}`,
      },
    ],
  };
}
