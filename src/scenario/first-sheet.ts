import type { SheetSpec, TextBlock } from "../workbook/sheet-spec";
import { assumptions } from "./assumptions-block";
import { customerTable } from "./customers-block";
import { blended, costToServe } from "./portfolio-blocks";
import type { ScenarioFigures } from "./scenario-figures";
import type { ScenarioInput } from "./scenario-input";

function heading(name: string): TextBlock {
  return {
    kind: "text",
    lines: [
      { text: name, style: "title" },
      {
        text: "What a customer costs to serve, and what a flat fee leaves of it. Blue figures on yellow are inputs to change; all others follow from them.",
        style: "note",
      },
    ],
  };
}

/** The first sheet of a scenario: assumptions, cost to serve, margins and floors. */
export function firstSheet(
  name: string,
  scenario: ScenarioInput,
  figures: ScenarioFigures,
): SheetSpec {
  return {
    name,
    columnWidths: [38, 14, 24, 14, 14, 14, 14, 14],
    blocks: [
      heading(name),
      assumptions(scenario),
      costToServe(figures),
      blended(figures),
      customerTable(figures),
    ],
  };
}
