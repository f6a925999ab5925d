import { invalidArgument } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import { FakeRange } from "./range";
import type { FakeWorksheet } from "./worksheet";

/** The fill of a part of a chart: a colour, or none. */
class FakeChartFill extends FakeObject {
  color: string | null = null;

  constructor() {
    super("ChartFill");
  }

  setSolidColor(color: string): void {
    this.color = color;
  }

  clear(): void {
    this.color = null;
  }
}

class FakeChartLine extends FakeObject {
  constructor() {
    super("ChartLineFormat");
  }

  clear(): void {
    this.keep("lineStyle", "None");
  }
}

class FakeSeriesFormat extends FakeObject {
  readonly fill = new FakeChartFill();
  readonly line = new FakeChartLine();

  constructor() {
    super("ChartSeriesFormat");
  }
}

class FakeSeries extends FakeObject {
  readonly format = new FakeSeriesFormat();
  values: FakeRange | undefined;
  categories: FakeRange | undefined;

  constructor(values?: FakeRange) {
    super("ChartSeries");
    this.values = values;
  }

  setValues(range: FakeRange): void {
    this.values = range;
  }

  setXAxisValues(range: FakeRange): void {
    this.categories = range;
  }
}

class FakeSeriesCollection extends FakeCollection<FakeSeries> {
  constructor() {
    super("ChartSeriesCollection", () => []);
  }

  add(name?: string): FakeSeries {
    const series = new FakeSeries();
    if (name !== undefined) series.keep("name", name);
    this.items.push(series);
    return series;
  }
}

/** One entry for each series. */
class FakeLegendEntries extends FakeCollection<FakeObject> {
  constructor(private readonly series: FakeSeriesCollection) {
    super("ChartLegendEntryCollection", () => []);
  }

  override getItemAt(index: number): FakeObject {
    while (this.items.length < this.series.items.length) {
      this.items.push(new FakeObject("ChartLegendEntry", { visible: true }));
    }
    return super.getItemAt(index);
  }
}

class FakeLegend extends FakeObject {
  readonly legendEntries: FakeLegendEntries;

  constructor(series: FakeSeriesCollection) {
    super("ChartLegend");
    this.legendEntries = new FakeLegendEntries(series);
  }
}

class FakeChart extends FakeObject {
  readonly series = new FakeSeriesCollection();
  readonly legend = new FakeLegend(this.series);
  /** From the first cell that it covers to the last. */
  position: readonly [string, string] | undefined;

  constructor(
    readonly chartType: string,
    readonly id: string,
    private readonly sheet: FakeWorksheet,
  ) {
    super("Chart");
  }

  setPosition(start: FakeRange | string, end: FakeRange | string = start): void {
    const address = (cell: FakeRange | string) =>
      cell instanceof FakeRange ? cell.address : this.sheet.getRange(cell).address;
    this.position = [address(start), address(end)];
  }
}

export class FakeCharts extends FakeCollection<FakeChart> {
  constructor(private readonly sheet: FakeWorksheet) {
    super("ChartCollection", (chart) => [chart.id, String(chart.kept("name"))]);
  }

  /** Every row or every column of the source becomes a series. */
  add(type: string, source: FakeRange, seriesBy = "Auto"): FakeChart {
    const { rows, columns } = source.area;
    if (seriesBy === "Auto")
      throw invalidArgument("the fake does not choose between rows and columns");
    const chart = new FakeChart(
      type,
      `${this.sheet.id}-chart-${this.items.length + 1}`,
      this.sheet,
    );
    for (let i = 0; i < (seriesBy === "Rows" ? rows : columns); i++) {
      const line =
        seriesBy === "Rows"
          ? { ...source.area, row: source.area.row + i, rows: 1 }
          : { ...source.area, column: source.area.column + i, columns: 1 };
      chart.series.items.push(new FakeSeries(new FakeRange(source.worksheet, line)));
    }
    this.items.push(chart);
    return chart;
  }
}
