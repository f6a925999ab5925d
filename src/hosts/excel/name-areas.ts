import type { StepOf } from "../../workbook/plan";
import { bytesOf, bytesOfCalls, rangeOf, type Task } from "./task";

/** Names an area for its sheet alone, so that a workbook can hold several scenarios. */
export function nameArea({ name, area }: StepOf<"name">): Task[] {
  return [
    {
      bytes: bytesOfCalls(3, 0) + bytesOf(name),
      enqueue: (sheet) => {
        sheet.names.add(name, rangeOf(sheet, area));
      },
    },
  ];
}

/** Makes a table of cells that are written already; they keep how they look. */
export function addTable({ name, area }: StepOf<"table">): Task[] {
  return [
    {
      bytes: bytesOfCalls(3, 2) + bytesOf(name),
      enqueue: (sheet) => {
        const table = sheet.tables.add(rangeOf(sheet, area), true);
        table.name = name;
        table.style = "TableStyleLight1";
      },
    },
  ];
}
