import type { Axis, GridBlock, Item, SheetDescription } from "../workbook/sheet-blocks";
import { DRIVER_AXIS } from "./axes";
import { type Scenario, SENSITIVITY_DRIVERS } from "./scenario";
import { caseGrid, STEPS, twoWayGrid } from "./sensitivity-cases";
import { barGrid, tornadoChart } from "./tornado-bars";

const STEP_AXIS: Axis = {
  id: "usageStep",
  heading: "Usage",
  keys: STEPS.map((step) => ({ key: `usage${step}`, label: `${step}x` })),
};

const RANK_AXIS: Axis = {
  id: "rank",
  heading: "Rank",
  keys: SENSITIVITY_DRIVERS.map((_, i) => ({ key: `rank${i + 1}`, label: String(i + 1) })),
};

function tornado(): GridBlock[] {
  const number = SENSITIVITY_DRIVERS.map((_, i) => i + 1);
  const lowCase = SENSITIVITY_DRIVERS.map((_, i) => 2 * i + 2);
  const sorted = (item: string) => `INDEX(ALL(${item}),MATCH(rank.number,ALL(driver.rank),0))`;
  return [
    {
      kind: "grid",
      title: "Tornado, largest swing first",
      note: "Blended margin of the tariff in focus; one input moved, the others at their base",
      axis: RANK_AXIS,
      direction: "down",
      items: [
        { name: "rank.label", label: "Input", format: "text", formula: sorted("driver.label") },
        { name: "rank.number", label: "Rank", format: "general", fixed: number },
        {
          name: "rank.low",
          label: "Margin at low",
          unit: "of revenue",
          format: "percent",
          formula: sorted("driver.lowMargin"),
        },
        {
          name: "rank.high",
          label: "Margin at high",
          unit: "of revenue",
          format: "percent",
          formula: sorted("driver.highMargin"),
        },
        {
          name: "rank.swing",
          label: "Swing",
          unit: "points",
          format: "percent",
          formula: sorted("driver.swing"),
          isResult: true,
        },
      ],
    },
    {
      kind: "grid",
      title: "Tornado, by input",
      axis: DRIVER_AXIS,
      direction: "down",
      items: [
        {
          name: "driver.label",
          label: "Input",
          format: "text",
          fixed: DRIVER_AXIS.keys.map(({ label }) => label),
        },
        { name: "driver.lowCase", label: "Case at low", format: "general", fixed: lowCase },
        {
          name: "driver.lowMargin",
          label: "Margin at low",
          unit: "of revenue",
          format: "percent",
          formula: "INDEX(ALL(case.margin),driver.lowCase)",
        },
        {
          name: "driver.highMargin",
          label: "Margin at high",
          unit: "of revenue",
          format: "percent",
          formula: "INDEX(ALL(case.margin),driver.lowCase+1)",
        },
        {
          name: "driver.swing",
          label: "Swing",
          unit: "points",
          format: "percent",
          formula:
            "IF(AND(ISNUMBER(driver.lowMargin),ISNUMBER(driver.highMargin)),ABS(driver.highMargin-driver.lowMargin),0)",
        },
        {
          name: "driver.rank",
          label: "Rank",
          format: "general",
          formula:
            "RANK.EQ(driver.swing,ALL(driver.swing))+COUNTIFS(SOFAR(driver.swing),driver.swing)-1",
        },
      ],
    },
  ];
}

function twoWayTable(): GridBlock {
  const first = STEPS.map((_, i) => i + 1);
  return {
    kind: "grid",
    title: "Blended margin by price and usage",
    note: "Factors on all prices (down) and on everybody's usage (across)",
    axis: STEP_AXIS,
    direction: "across",
    items: [
      { name: "step.number", label: "Column", format: "general", fixed: first },
      ...STEPS.map((price, i): Item => ({
        name: `step.margin.${i + 1}`,
        label: `Prices x ${price}`,
        unit: "of revenue",
        format: "percent",
        formula:
          i === 0
            ? "INDEX(ALL(two.margin),step.number)"
            : `INDEX(ALL(two.margin),step.number+COUNT(ALL(step.number))*${i})`,
      })),
    ],
  };
}

/** What the blended margin is most sensitive to. */
export function sensitivitySheet(scenario: Scenario): SheetDescription {
  return {
    id: "sensitivity",
    name: "Sensitivity",
    title: "Sensitivity",
    subtitle: "Low and high of each input are factors on the sheet Assumptions.",
    blocks: [
      ...tornado(),
      { kind: "charts", rows: 18, charts: [{ ...tornadoChart(), columns: 5 }] },
      twoWayTable(),
      barGrid(),
      caseGrid(scenario),
      twoWayGrid(scenario),
    ],
    widths: { label: 32, unit: 14, others: 14, columns: { 0: 27 } },
    frozenColumns: 2,
    print: { landscape: true },
    role: "calculation",
  };
}
