import { columnWidth, headingLines } from "./columns";
import { blockHeight, FIRST_VALUE_COLUMN, type PlacedBlock, placeBlocks } from "./placement";
import type { Area } from "./plan";
import type { SheetDescription } from "./sheet-blocks";
import { columnPixels, LINE_HEIGHT, PAGE_MARGINS } from "./theme";

/** How a sheet is cut into pages, as the step `print` has it. */
export interface Pages {
  readonly repeatedColumns: number;
  readonly pageRows: readonly number[];
  readonly pageColumns: readonly number[];
}

const POINTS_PER_INCH = 72;
const POINTS_PER_PIXEL = 72 / 96;
/** Sides of what fits on A4 and on US letter, in inches. */
const PAGE = { short: 8.27, long: 11 } as const;
/** Fonts and printers differ: LibreOffice makes columns wider than Excel does. */
const SLACK = { width: 0.93, height: 0.97 } as const;
/** The title stands in larger letters than the lines that heights count. */
const TITLE_LINES = 1;

/** What margins leave of a page, in points. */
function room(landscape: boolean) {
  const [width, height] = landscape ? [PAGE.long, PAGE.short] : [PAGE.short, PAGE.long];
  return {
    width: (width - 2 * PAGE_MARGINS.sides) * POINTS_PER_INCH * SLACK.width,
    height: (height - 2 * PAGE_MARGINS.ends) * POINTS_PER_INCH * SLACK.height,
  };
}

/** Blocks in the flow at which a page may end: no chart beside the blocks is cut there. */
function flow(sheet: SheetDescription): PlacedBlock[] {
  const placed = placeBlocks(sheet);
  const isBeside = ({ block }: PlacedBlock) => block.kind === "charts" && block.beside;
  const beside = placed.filter(isBeside);
  return placed.filter(
    (one) =>
      !isBeside(one) &&
      !beside.some(({ row, block }) => one.row > row && one.row < row + blockHeight(block)),
  );
}

/** Rows with which further pages begin, so that blocks stay whole where a page has room for them. */
function rowPages(sheet: SheetDescription, end: number, lines: number, repeated: number): number[] {
  const starts = flow(sheet).filter(({ row }) => row < end);
  const pages: number[] = [];
  const further = lines - repeated - TITLE_LINES;
  let free = further;
  for (const [i, { row, block }] of starts.entries()) {
    const extra = block.kind === "grid" ? headingLines(sheet, block) - 1 : 0;
    const needed = (starts[i + 1]?.row ?? end + 1) - row + extra;
    // The blank row below a block may fall off the page.
    if (i > 0 && needed - 1 > free) {
      // A chart's frame would be seen at the end of the page before.
      const above = block.kind === "charts" ? 1 : 0;
      pages.push(row - above);
      free = further - above;
    }
    free -= needed;
    // A block that is longer than a page goes on by itself.
    while (free < 0 && needed > further) free += further;
  }
  return pages;
}

/** Cuts the printed area of a sheet into pages that shrink to their width. */
export function printPages(sheet: SheetDescription, area: Area, repeatedRows: number): Pages {
  const { landscape, columnsPerPage } = sheet.print;
  const { width, height } = room(landscape);
  const inPages = columnsPerPage !== undefined;
  const columns = inPages ? FIRST_VALUE_COLUMN + columnsPerPage : area.columns;
  const points = Array.from(
    { length: Math.min(columns, area.columns) },
    (_, column) => columnPixels(columnWidth(sheet, column)) * POINTS_PER_PIXEL,
  ).reduce((sum, one) => sum + one, 0);
  // Pages shrink to their width and are never enlarged.
  const scale = Math.min(1, width / points);
  const lines = Math.floor(height / scale / LINE_HEIGHT);
  const pageColumns: number[] = [];
  if (inPages) {
    for (let column = columns; column < area.columns; column += columnsPerPage) {
      pageColumns.push(column);
    }
  }
  return {
    repeatedColumns: inPages ? FIRST_VALUE_COLUMN : 0,
    pageRows: rowPages(sheet, area.rows, lines, repeatedRows),
    pageColumns,
  };
}
