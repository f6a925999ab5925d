import { FIRST_VALUE_COLUMN, LABEL_COLUMN, UNIT_COLUMN } from "./placement";
import type { GridBlock, Item, Line, LinesBlock, SheetDescription } from "./sheet-blocks";
import { columnsCovered, linesOf, textWidth } from "./text-width";

/** The width of a column of a sheet, in characters. */
export function columnWidth({ widths }: SheetDescription, column: number): number {
  if (column === LABEL_COLUMN) return widths.label;
  if (column === UNIT_COLUMN) return widths.unit;
  return widths.columns?.[column - FIRST_VALUE_COLUMN] ?? widths.others;
}

/** Whether a whole column holds texts that are read from the left; verdicts stand with the figures. */
export function isTextColumn(direction: string, definition: Line | Item): boolean {
  const { format, isVerdict } = definition;
  return direction === "down" && format === "text" && !isVerdict && !("inputs" in definition);
}

/** The column in which the notes of a block stand, right of its figures. */
export function noteColumn(block: LinesBlock | GridBlock): number {
  const figures = block.kind === "lines" ? 1 : block.axis.keys.length;
  return FIRST_VALUE_COLUMN + figures;
}

/** How many columns the notes of a block cover: none where there are no notes. */
export function noteColumns(sheet: SheetDescription, block: LinesBlock | GridBlock): number {
  if (block.kind === "grid" && block.direction === "down") return 0;
  const described = block.kind === "lines" ? block.lines : block.items;
  const widest = Math.max(0, ...described.map(({ note }) => (note ? textWidth(note, "note") : 0)));
  return columnsCovered(widest, noteColumn(block), (column) => columnWidth(sheet, column));
}

/** Lines of text that the headings of a grid take. */
export function headingLines(sheet: SheetDescription, { axis, direction, items }: GridBlock) {
  const headings = direction === "down" ? items : axis.keys;
  return Math.max(
    1,
    ...headings.map(({ label }, i) => linesOf(label, columnWidth(sheet, FIRST_VALUE_COLUMN + i))),
  );
}
