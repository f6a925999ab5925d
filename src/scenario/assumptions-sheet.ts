import type { SheetDescription } from "../workbook/sheet-blocks";
import { listsBlock } from "./assumptions-lists";
import { growthBlock, leversBlock, sensitivityBlock } from "./assumptions-plans";
import { productBlock, targetsBlock } from "./assumptions-product";
import { policyBlock, tariffBlocks } from "./assumptions-tariffs";
import { legsBlock, taskBlock } from "./assumptions-task";
import { usageBlock } from "./assumptions-usage";
import type { Scenario } from "./scenario";

/** Every input of a scenario, once. */
export function assumptionsSheet(scenario: Scenario): SheetDescription {
  return {
    id: "assumptions",
    name: "Assumptions",
    title: "Assumptions",
    subtitle:
      "Every input once. Blue on yellow: change it. Black: a formula. Green: fetched from another sheet. Rates are fractions: 60% is 0.6.",
    blocks: [
      productBlock(scenario),
      targetsBlock(scenario),
      usageBlock(scenario),
      legsBlock(scenario),
      taskBlock(scenario),
      ...tariffBlocks(scenario),
      policyBlock(scenario),
      leversBlock(scenario),
      growthBlock(scenario),
      sensitivityBlock(scenario),
      ...listsBlock(),
    ],
    widths: { label: 40, unit: 18, others: 17 },
    print: { landscape: true },
    role: "input",
  };
}
