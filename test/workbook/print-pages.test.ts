import { columnsCovered, linesOf, textWidth } from "../../src/workbook/text-width";
import { printPages } from "../../src/workbook/print-pages";
import type { Block, SheetDescription } from "../../src/workbook/sheet-blocks";

const WIDTHS = { label: 20, unit: 10, others: 10 };

function block(rows: number): Block {
  const lines = Array.from({ length: rows }, (_, i) => ({
    name: `line${i}`,
    label: "Line",
    format: "count" as const,
    fixed: i,
  }));
  return { kind: "lines", title: "Block", lines };
}

function sheet(blocks: readonly Block[], print: SheetDescription["print"]): SheetDescription {
  return { id: "s", name: "S", title: "S", blocks, widths: WIDTHS, print, role: "calculation" };
}

const PORTRAIT = { landscape: false };
const area = (rows: number, columns: number) => ({ row: 0, column: 0, rows, columns });

describe("the pages of a sheet", () => {
  it("are one where everything fits", () => {
    const pages = printPages(sheet([block(10), block(10)], PORTRAIT), area(28, 3), 3);
    expect(pages).toMatchObject({ pageRows: [], pageColumns: [], repeatedColumns: 0 });
  });

  it("begin with the block that the page before has no room for", () => {
    // Blocks of 32 rows and a blank one: from row 3, 36 and 69; a page holds 41.
    const three = sheet([block(30), block(30), block(30)], PORTRAIT);
    expect(printPages(three, area(101, 3), 3).pageRows).toEqual([36, 69]);
  });

  it("do not break before a block that is longer than a page and first", () => {
    expect(printPages(sheet([block(200)], PORTRAIT), area(205, 3), 3).pageRows).toEqual([]);
  });

  it("end above no chart that stands beside blocks", () => {
    const chart: Block = {
      kind: "charts",
      rows: 25,
      beside: { column: 4, rowsDown: 0 },
      charts: [],
    };
    const blocks = [block(16), block(16), block(8), block(8)] as const;
    const [first, ...others] = blocks;
    // Blocks from rows 3, 22, 41 and 52; beside the second begins a chart that ends at row 46.
    expect(printPages(sheet(blocks, PORTRAIT), area(62, 3), 3).pageRows).toEqual([41]);
    const beside = sheet([first, chart, ...others], PORTRAIT);
    expect(printPages(beside, area(62, 3), 3).pageRows).toEqual([22]);
  });

  it("begin one row above a chart, so that its frame stays with it", () => {
    const chart: Block = { kind: "charts", rows: 20, charts: [] };
    expect(printPages(sheet([block(30), chart], PORTRAIT), area(56, 3), 3).pageRows).toEqual([35]);
  });

  it("hold more rows where many columns make them smaller", () => {
    const two = sheet([block(30), block(18)], PORTRAIT);
    // 9.8 inches less 3% are 684 points: 45 rows of 15, of which 4 are for the title.
    expect(printPages(two, area(56, 3), 3).pageRows).toEqual([36]);
    // 145 + 75 + 8 x 75 = 820 pixels are 615 points on 487: 0.79 of the size, so 57 rows.
    expect(printPages(two, area(56, 10), 3).pageRows).toEqual([]);
  });

  it("hold so many columns beside the labels, which they repeat", () => {
    const months = sheet([block(1)], { landscape: true, columnsPerPage: 12 });
    expect(printPages(months, area(6, 2 + 36), 3)).toMatchObject({
      repeatedColumns: 2,
      pageColumns: [14, 26],
    });
    expect(printPages(months, area(6, 2 + 12), 3).pageColumns).toEqual([]);
    expect(printPages(months, area(6, 2 + 13), 3).pageColumns).toEqual([14]);
  });
});

describe("a text", () => {
  it("takes a line where it fits and as many as its words need", () => {
    expect(linesOf("Share", 5)).toBe(1);
    expect(linesOf("Cache read, used", 12)).toBe(2);
    expect(linesOf("Cache read, used", 16)).toBe(1);
    expect(linesOf("one two three", 3)).toBe(3);
  });

  it("is as wide as its letters and spaces, in its size", () => {
    // 9 letters at 0.95 and a space at 0.5.
    expect(textWidth("Base price")).toBeCloseTo(9.05, 12);
    // (9 x 0.95 + 0.5) x 10 / 11, and two for the indent.
    expect(textWidth("Base price", "note")).toBeCloseTo(9.05 * (10 / 11) + 2, 12);
  });

  it("covers columns until it ends", () => {
    const widthOf = (column: number) => (column === 0 ? 20 : 10);
    expect(columnsCovered(20, 0, widthOf)).toBe(1);
    expect(columnsCovered(20.5, 0, widthOf)).toBe(2);
    expect(columnsCovered(0, 0, widthOf)).toBe(0);
    expect(columnsCovered(25, 1, widthOf)).toBe(3);
  });
});
