import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { columnWidth } from "../../src/workbook/columns";
import type { Model } from "../../src/workbook/model";
import { FIRST_VALUE_COLUMN, LABEL_COLUMN, UNIT_COLUMN } from "../../src/workbook/placement";
import type { SheetDescription } from "../../src/workbook/sheet-blocks";
import { textWidth } from "../../src/workbook/text-width";
import { sampleScenario } from "./sample-scenarios";

const SCENARIOS = [
  { it: "the sample", scenario: SAMPLE },
  { it: "the support agent", scenario: sampleScenario("support-agent") },
];

/** A text and how wide the cells are over which it may run. */
interface Shown {
  readonly text: string;
  readonly room: number;
}

/** Labels, units and texts in the place of figures. */
function texts(sheet: SheetDescription, model: Model): Shown[] {
  const room = (column: number) => columnWidth(sheet, column);
  return sheet.blocks.flatMap((block): Shown[] => {
    if (block.kind === "lines" || (block.kind === "grid" && block.direction === "across")) {
      const described = block.kind === "lines" ? block.lines : block.items;
      return described.flatMap(({ label, unit = "", name }) => [
        { text: label, room: room(LABEL_COLUMN) },
        { text: unit, room: room(UNIT_COLUMN) },
        ...model.values(name).map((value, place) => ({
          text: typeof value === "string" ? value : "",
          room: room(FIRST_VALUE_COLUMN + place),
        })),
      ]);
    }
    if (block.kind !== "grid") return [];
    const { axis, items } = block;
    return [
      // Nothing stands in the column of units beside a key.
      ...axis.keys.map(({ label }) => ({
        text: label,
        room: room(LABEL_COLUMN) + room(UNIT_COLUMN),
      })),
      ...items.map(({ unit = "" }, i) => ({ text: unit, room: room(FIRST_VALUE_COLUMN + i) })),
      ...items.flatMap(({ name }, i) =>
        // A text in the last column may run on.
        i === items.length - 1
          ? []
          : model.values(name).map((value) => ({
              text: typeof value === "string" ? value : "",
              room: room(FIRST_VALUE_COLUMN + i),
            })),
      ),
    ];
  });
}

const CASES = SCENARIOS.flatMap(({ it, scenario }) => {
  const model = scenarioModel(scenario);
  return model.sheets.map((sheet) => ({ it, id: sheet.id, sheet, model }));
});

test.each(CASES)("labels, units and texts of $it fit their columns: $id", ({ sheet, model }) => {
  const tooLong = texts(sheet, model)
    .filter(({ text, room }) => textWidth(text) > room)
    .map(({ text, room }) => `${text}: ${textWidth(text)} of ${room}`);
  expect([...new Set(tooLong)]).toEqual([]);
});
