import { isTextColumn, noteColumn, noteColumns } from "./columns";
import {
  FIRST_VALUE_COLUMN,
  HEADING_ROWS,
  LABEL_COLUMN,
  placeBlocks,
  UNIT_COLUMN,
} from "./placement";
import type { StyleName } from "./plan";
import type { GridBlock, LinesBlock, SheetDescription } from "./sheet-blocks";

/** Text on a sheet that nothing refers to: titles, headings, labels, units and notes. */
export interface Text {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly style: StyleName;
}

function text(row: number, column: number, words: string | undefined, style: StyleName): Text[] {
  return words ? [{ row, column, text: words, style }] : [];
}

/** Headings of labels and units, then of the columns of figures. */
function headings(row: number, words: readonly string[]): Text[] {
  return words.map((word, column) => ({
    row,
    column,
    text: word,
    style: column < FIRST_VALUE_COLUMN ? "heading" : "columnHeading",
  }));
}

/** The heading of a block's notes, over all columns that they cover. */
function noteHeadings(row: number, block: LinesBlock | GridBlock, sheet: SheetDescription): Text[] {
  return Array.from({ length: noteColumns(sheet, block) }, (_, i) => ({
    row,
    column: noteColumn(block) + i,
    text: i === 0 ? "Note" : "",
    style: "textHeading",
  }));
}

/** The block's title, with its note on the same line where figures begin. */
function blockTitle(row: number, { title, note }: LinesBlock | GridBlock): Text[] {
  return [
    ...text(row, LABEL_COLUMN, title, "subtitle"),
    ...text(row, FIRST_VALUE_COLUMN, note, "caption"),
  ];
}

function lineTexts(block: LinesBlock, row: number, sheet: SheetDescription): Text[] {
  return [
    ...blockTitle(row, block),
    ...headings(row + 1, ["Item", "Unit", "Value"]),
    ...noteHeadings(row + 1, block, sheet),
    ...block.lines.flatMap(({ label, unit, note }, i) => {
      const at = row + HEADING_ROWS + i;
      return [
        ...text(at, LABEL_COLUMN, label, "label"),
        ...text(at, UNIT_COLUMN, unit, "unit"),
        ...text(at, noteColumn(block), note, "note"),
      ];
    }),
  ];
}

function acrossTexts(block: GridBlock, row: number, sheet: SheetDescription): Text[] {
  const { axis, items } = block;
  return [
    ...blockTitle(row, block),
    ...headings(row + 1, [axis.heading, "Unit", ...axis.keys.map(({ label }) => label)]),
    ...noteHeadings(row + 1, block, sheet),
    ...items.flatMap(({ label, unit, note }, i) => {
      const at = row + HEADING_ROWS + i;
      return [
        ...text(at, LABEL_COLUMN, label, "label"),
        ...text(at, UNIT_COLUMN, unit, "unit"),
        ...text(at, noteColumn(block), note, "note"),
      ];
    }),
  ];
}

function downTexts(block: GridBlock, row: number): Text[] {
  const { axis, items } = block;
  return [
    ...blockTitle(row, block),
    ...headings(row + 1, [axis.heading, ""]),
    ...items.map((item, i): Text => ({
      row: row + 1,
      column: FIRST_VALUE_COLUMN + i,
      text: item.label,
      style: isTextColumn("down", item) ? "textHeading" : "columnHeading",
    })),
    ...items.flatMap(({ unit }, i) =>
      text(row + HEADING_ROWS, FIRST_VALUE_COLUMN + i, unit, "columnUnit"),
    ),
    ...axis.keys.flatMap(({ label }, i) =>
      text(row + HEADING_ROWS + 1 + i, LABEL_COLUMN, label, "label"),
    ),
  ];
}

/** Everything on a sheet but its figures. */
export function frameCells(sheet: SheetDescription): Text[] {
  return [
    ...text(0, LABEL_COLUMN, sheet.title, "title"),
    ...text(1, LABEL_COLUMN, sheet.subtitle, "caption"),
    ...placeBlocks(sheet).flatMap(({ block, row }): Text[] => {
      switch (block.kind) {
        case "charts":
          return [];
        case "text":
          return block.lines.flatMap((line, i) => text(row + i, 0, line.text, line.style));
        case "lines":
          return lineTexts(block, row, sheet);
        case "grid":
          return block.direction === "across"
            ? acrossTexts(block, row, sheet)
            : downTexts(block, row);
      }
    }),
  ];
}
