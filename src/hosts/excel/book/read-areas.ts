import type { Area, SheetArea } from "../../../workbook/plan";
import { rangeOf } from "../task";
import { type CellState, cellState } from "./cell-state";

/** With formulas of 100 characters that is less than 4 MB; Excel on the web hands out 5. */
const REQUEST_CELLS = 20_000;

/** Each is a range of its own in the request. */
const REQUEST_AREAS = 400;

/** Takes in the cells of an area; it may throw to stop the reading. */
export type TakeCells = (area: SheetArea, cells: readonly (readonly CellState[])[]) => void;

function cellsIn({ area }: SheetArea): number {
  return area.rows * area.columns;
}

function partsOf({ sheet, area }: SheetArea): SheetArea[] {
  const rows = Math.max(1, Math.floor(REQUEST_CELLS / area.columns));
  return Array.from({ length: Math.ceil(area.rows / rows) }, (_, i) => {
    const row = area.row + i * rows;
    return { sheet, area: { ...area, row, rows: Math.min(rows, area.row + area.rows - row) } };
  });
}

/** As many areas to a request as it can take. */
function batches(areas: readonly SheetArea[]): SheetArea[][] {
  const found: SheetArea[][] = [];
  let cells = 0;
  for (const area of areas.flatMap(partsOf)) {
    const last = found.at(-1);
    cells += cellsIn(area);
    if (last && cells <= REQUEST_CELLS && last.length < REQUEST_AREAS) last.push(area);
    else {
      found.push([area]);
      cells = cellsIn(area);
    }
  }
  return found;
}

/** An area in two; undefined for a single cell. */
export function halves(area: Area): [Area, Area] | undefined {
  const { row, column, rows, columns } = area;
  const [down, right] = [Math.floor(rows / 2), Math.floor(columns / 2)];
  if (down > 0) {
    return [
      { ...area, rows: down },
      { ...area, row: row + down, rows: rows - down },
    ];
  }
  if (right === 0) return undefined;
  return [
    { ...area, columns: right },
    { ...area, column: column + right, columns: columns - right },
  ];
}

function smaller(batch: readonly SheetArea[]): SheetArea[][] | undefined {
  const [first] = batch;
  if (!first) return undefined;
  if (batch.length > 1) {
    const half = Math.floor(batch.length / 2);
    return [batch.slice(0, half), batch.slice(half)];
  }
  return halves(first.area)?.map((area) => [{ sheet: first.sheet, area }]);
}

function isTooMuch(error: unknown): boolean {
  return (
    error instanceof OfficeExtension.Error && error.code === "ResponsePayloadSizeLimitExceeded"
  );
}

async function readBatch(
  context: Excel.RequestContext,
  batch: readonly SheetArea[],
  take: TakeCells,
): Promise<void> {
  const ranges = batch.map((one) => {
    const range = rangeOf(context.workbook.worksheets.getItem(one.sheet), one.area);
    range.load("formulas,values,valueTypes,numberFormat");
    return { one, range };
  });
  try {
    await context.sync();
  } catch (error) {
    const parts = isTooMuch(error) ? smaller(batch) : undefined;
    if (!parts) throw error;
    for (const part of parts) await readBatch(context, part, take);
    return;
  }
  for (const { one, range } of ranges) {
    const { formulas, values, valueTypes, numberFormat } = range;
    take(
      one,
      formulas.map((line: unknown[], i) =>
        line.map((formula, j) =>
          cellState(formula, values[i]?.[j], valueTypes[i]?.[j] ?? "Unknown", numberFormat[i]?.[j]),
        ),
      ),
    );
  }
}

/** Reads the cells of areas, in parts: many to a request, and less where it is more than Excel hands out. */
export async function readAreas(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  take: TakeCells,
): Promise<void> {
  for (const batch of batches(areas)) await readBatch(context, batch, take);
}
