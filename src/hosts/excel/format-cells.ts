import type { Area, StepOf } from "../../workbook/plan";
import { columnPixels, FONT, LINE_HEIGHT, NUMBER_FORMATS, STYLES } from "../../workbook/theme";
import { bytesOfCalls, rangeOf, type Task } from "./task";

const ALIGNMENTS = { left: "Left", right: "Right" } as const;

// Excel's API counts widths in points, of which an inch has 72; of pixels it has 96.
const POINTS_PER_PIXEL = 72 / 96;

/** Every line around and between the cells of an area. */
function edges({ rows, columns }: Area) {
  return [
    "EdgeTop",
    "EdgeBottom",
    "EdgeLeft",
    "EdgeRight",
    ...(rows > 1 ? (["InsideHorizontal"] as const) : []),
    ...(columns > 1 ? (["InsideVertical"] as const) : []),
  ] as const;
}

export function styleCells({ area, style }: StepOf<"style">): Task[] {
  const { bold, italic, size, color, fill, border, align, indent, wrap, isAtTop } = STYLES[style];
  const lines = border ? edges(area) : [];
  return [
    {
      bytes: bytesOfCalls(5 + lines.length, 10 + 2 * lines.length),
      enqueue: (sheet) => {
        const { format } = rangeOf(sheet, area);
        format.font.set({ name: FONT, size, bold, italic, color });
        if (fill) format.fill.color = fill;
        for (const line of lines) {
          const edge = format.borders.getItem(line);
          edge.style = "Continuous";
          if (border) edge.color = border;
        }
        if (align) format.horizontalAlignment = ALIGNMENTS[align];
        if (indent) format.indentLevel = indent;
        if (wrap) format.wrapText = true;
        if (isAtTop) format.verticalAlignment = "Top";
      },
    },
  ];
}

export function formatNumbers({ area, format }: StepOf<"numberFormat">): Task[] {
  return [
    {
      bytes: bytesOfCalls(1, 1),
      enqueue: (sheet) => {
        // One value stands for all cells of a range, says Excel's documentation; its typings do not.
        Object.assign(rangeOf(sheet, area), { numberFormat: NUMBER_FORMATS[format] });
      },
    },
  ];
}

export function setRowHeight({ row, lines }: StepOf<"rowHeight">): Task[] {
  return [
    {
      bytes: bytesOfCalls(2, 1),
      enqueue: (sheet) => {
        const { format } = rangeOf(sheet, { row, column: 0, rows: 1, columns: 1 });
        format.rowHeight = lines * LINE_HEIGHT;
      },
    },
  ];
}

export function setColumnWidths({ widths }: StepOf<"columnWidths">): Task[] {
  return widths.map((characters, column) => ({
    bytes: bytesOfCalls(2, 1),
    enqueue: (sheet) => {
      const { format } = rangeOf(sheet, { row: 0, column, rows: 1, columns: 1 });
      format.columnWidth = columnPixels(characters) * POINTS_PER_PIXEL;
    },
  }));
}
