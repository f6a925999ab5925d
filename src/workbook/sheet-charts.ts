import type { Model } from "./model";
import { areaOf, FIRST_VALUE_COLUMN, LABEL_COLUMN, type Place, placeBlocks } from "./placement";
import type { Area, PlanChart, SheetArea, Step } from "./plan";
import type { ChartSpec, SheetDescription } from "./sheet-blocks";

/** What charts are planned from. */
interface Drawn {
  readonly model: Model;
  readonly places: ReadonlyMap<string, Place>;
}

function placeNamed(name: string, { places }: Drawn): Place {
  const place = places.get(name);
  if (!place) throw new RangeError(`there is no cell named ${name}`);
  return place;
}

/** The cells that hold the labels of an item's axis: its headings, or the column of its keys. */
function labelArea(name: string, drawn: Drawn): SheetArea {
  const place = placeNamed(name, drawn);
  const area = areaOf(place);
  return {
    sheet: place.sheet,
    area:
      place.direction === "across"
        ? { ...area, row: headingRow(name, place, drawn) }
        : { ...area, column: LABEL_COLUMN },
  };
}

/** The row of headings above an item that runs across. */
function headingRow(name: string, { row }: Place, { model }: Drawn): number {
  for (const sheet of model.sheets) {
    for (const { block, row: top } of placeBlocks(sheet)) {
      if (block.kind === "grid" && block.items.some((item) => item.name === name)) return top + 1;
    }
  }
  return row - 1;
}

function planChart(spec: ChartSpec, drawn: Drawn): PlanChart {
  const { along, labels, series, ...rest } = spec;
  const keys = drawn.model.entry(along).axis?.keys ?? [];
  const named = labels === undefined ? undefined : placeNamed(labels, drawn);
  return {
    ...rest,
    categories: named ? { sheet: named.sheet, area: areaOf(named) } : labelArea(along, drawn),
    cachedCategories:
      labels === undefined
        ? keys.map(({ label }) => label)
        : drawn.model.values(labels).map((value) => String(value)),
    series: series.map(({ label, values, color }) => {
      const place = placeNamed(values, drawn);
      return {
        label,
        color,
        values: { sheet: place.sheet, area: areaOf(place) },
        cached: drawn.model
          .values(values)
          .map((value) => (typeof value === "number" ? value : null)),
      };
    }),
  };
}

/** The charts of a sheet, side by side within their blocks. */
export function chartSteps(sheet: SheetDescription, drawn: Drawn): Step[] {
  // On the columns that every page repeats they would stand again and again.
  const first = sheet.print.columnsPerPage === undefined ? LABEL_COLUMN : FIRST_VALUE_COLUMN;
  return placeBlocks(sheet).flatMap(({ block, row }): Step[] => {
    if (block.kind !== "charts") return [];
    let column = block.beside?.column ?? first;
    return block.charts.map(({ columns, ...spec }) => {
      const area: Area = { row, column, rows: block.rows, columns };
      column += columns;
      return { do: "chart", area, chart: planChart(spec, drawn) };
    });
  });
}
