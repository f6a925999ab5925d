import type { SheetPlan, Step } from "../../workbook/plan";
import { addChart } from "./add-chart";
import { colorVerdicts, drawDataBars, validateInput } from "./cell-rules";
import { formatNumbers, setColumnWidths, setRowHeight, styleCells } from "./format-cells";
import { addTable, nameArea } from "./name-areas";
import { colorTab, freezePanes, keepProperties, setUpPrint } from "./set-up-sheet";
import type { Task } from "./task";
import { type IsTextCell, writeCells } from "./write-cells";

/** A sheet's plan as tasks for Excel. */
export interface SheetWork {
  readonly name: string;
  /** What the sheet holds and how it looks. */
  readonly content: readonly Task[];
  /** How its window stands: done last, and never worth taking the sheet away again. */
  readonly view: readonly Task[];
}

function contentTasks(step: Step, isTextCell: IsTextCell): Task[] {
  switch (step.do) {
    case "write":
      return writeCells(step, isTextCell);
    case "style":
      return styleCells(step);
    case "numberFormat":
      return formatNumbers(step);
    case "columnWidths":
      return setColumnWidths(step);
    case "rowHeight":
      return setRowHeight(step);
    case "name":
      return nameArea(step);
    case "validate":
      return validateInput(step);
    case "verdicts":
      return colorVerdicts(step);
    case "dataBars":
      return drawDataBars(step);
    case "table":
      return addTable(step);
    case "chart":
      return addChart(step);
    case "print":
      return setUpPrint(step);
    case "tabColor":
      return colorTab(step);
    case "freeze":
      return [];
  }
}

/** Whether a cell's format is text once the steps are carried out. */
function isTextAfter(steps: readonly Step[]): IsTextCell {
  const formats = steps.filter((step) => step.do === "numberFormat").reverse();
  return (row, column) =>
    formats.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )?.format === "text";
}

/** Works out what is to be done on a sheet, before anything is touched. */
export function sheetWork(plan: SheetPlan): SheetWork {
  const { name, steps } = plan;
  return {
    name,
    content: [
      ...steps.flatMap((step, i) => contentTasks(step, isTextAfter(steps.slice(0, i)))),
      ...keepProperties(plan),
    ],
    view: steps.flatMap((step) => (step.do === "freeze" ? freezePanes(step) : [])),
  };
}
