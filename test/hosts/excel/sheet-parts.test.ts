import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import type { Domain } from "../../../src/calc";
import type { PlanChart, Step } from "../../../src/workbook/plan";
import { FakeExcel } from "./fake/fake-excel";
import type { FakeWorksheet } from "./fake/worksheet";
import { area, noPause, quietRun, sheetOf, write } from "./plans";

let excel: FakeExcel;
beforeEach(() => {
  excel = new FakeExcel();
});
afterEach(() => {
  excel.check();
});

async function build(...steps: readonly Step[]): Promise<FakeWorksheet> {
  await createExcelHost(noPause).apply(sheetOf(steps), quietRun());
  return excel.workbook.worksheets.getItem("Built");
}

it("names areas for their sheet alone", async () => {
  const sheet = await build({ do: "name", name: "units", area: area(2, 1, 3) });
  expect(sheet.names.getItem("units").value).toBe("Built!B3:B5");
});

it("makes tables of cells that are written", async () => {
  const sheet = await build(
    write([
      ["Customer", "Cost"],
      ["A", 1],
    ]),
    {
      do: "table",
      name: "Customers_1",
      area: area(0, 0, 2, 2),
    },
  );
  const table = sheet.tables.getItem("Customers_1");
  expect(table.range.address).toBe("Built!A1:B2");
  expect(table.hasHeaders).toBe(true);
});

describe("validation", () => {
  async function ruleFor(numbers: Domain): Promise<unknown> {
    const message = "Share must be from 0 to 1.";
    const sheet = await build({
      do: "validate",
      area: area(4, 2, 1, 3),
      allowed: { numbers },
      message,
    });
    const [validation] = sheet.validations;
    expect(validation?.range.address).toBe("Built!C5:E5");
    expect(validation?.kept("errorAlert")).toEqual({
      title: "Not allowed",
      message,
      showAlert: true,
      style: "Stop",
    });
    return validation?.kept("rule");
  }

  it.each<[Domain, unknown]>([
    [{ from: 0 }, { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } }],
    [{ above: 0 }, { decimal: { formula1: 0, operator: "GreaterThan" } }],
    [{ to: 1 }, { decimal: { formula1: 1, operator: "LessThanOrEqualTo" } }],
    [{ below: 1 }, { decimal: { formula1: 1, operator: "LessThan" } }],
    [{ from: 0, to: 1 }, { decimal: { formula1: 0, formula2: 1, operator: "Between" } }],
    [
      { from: 1, to: 600, whole: true },
      { wholeNumber: { formula1: 1, formula2: 600, operator: "Between" } },
    ],
    [{ from: 1, whole: true }, { wholeNumber: { formula1: 1, operator: "GreaterThanOrEqualTo" } }],
  ])("of %j is a rule of Excel's", async (domain, rule) => {
    expect(await ruleFor(domain)).toEqual(rule);
  });

  it.each<[Domain, string]>([
    [{ above: 0, below: 1 }, "=AND(ISNUMBER(C5),C5>0,C5<1)"],
    [{ above: 0.5, to: 1 }, "=AND(ISNUMBER(C5),C5>0.5,C5<=1)"],
    [{}, "=AND(ISNUMBER(C5))"],
    [{ whole: true }, "=AND(ISNUMBER(C5),C5=INT(C5))"],
  ])("of %j is a formula about the first cell", async (domain, formula) => {
    expect(await ruleFor(domain)).toEqual({ custom: { formula } });
  });

  it.each([
    ["x".repeat(225), "x".repeat(225)],
    ["x".repeat(226), `${"x".repeat(224)}…`],
  ])("says no more than Excel shows", async (message, shown) => {
    const sheet = await build({
      do: "validate",
      area: area(0, 0),
      allowed: { numbers: { from: 0 } },
      message,
    });
    expect(sheet.validations[0]?.kept("errorAlert")).toMatchObject({ message: shown });
  });

  it("of a list refers to its cells", async () => {
    const sheet = await build({
      do: "validate",
      area: area(0, 0),
      allowed: { oneOf: { sheet: "Model prices", area: area(2, 0, 7) } },
      message: "Choose a model.",
    });
    expect(sheet.validations[0]?.kept("rule")).toEqual({
      list: { inCellDropDown: true, source: "='Model prices'!$A$3:$A$9" },
    });
  });
});

it("colours verdicts by three rules, one for each look", async () => {
  const sheet = await build({ do: "verdicts", area: area(1, 1, 2) });
  const rules = sheet.conditionalFormats.map((format) => ({
    at: format.range.address,
    kind: format.kept("type"),
    formula: format.look("custom.rule.formula"),
  }));
  expect(rules).toEqual(
    [
      '=OR(B2="SaaS-like",B2="Healthy",B2="At target",B2="OK")',
      '=OR(B2="Below healthy",B2="Below target",B2="Look")',
      '=OR(B2="Flagged",B2="Negative",B2="Loss",B2="Check")',
      '=OR(B2="Incomplete",B2="No revenue",B2="Not known")',
    ].map((formula) => ({ at: "Built!B2:B3", kind: "Custom", formula })),
  );
});

it("gives verdicts the colours of the theme", async () => {
  const sheet = await build({ do: "verdicts", area: area(1, 1) });
  const [good] = sheet.conditionalFormats;
  expect(good?.look("custom.format.font.color")).toBe("#1d5c32");
  expect(good?.look("custom.format.fill.color")).toBe("#dff0e3");
});

it("draws bars into cells", async () => {
  const sheet = await build({ do: "dataBars", area: area(3, 0, 5), color: "second" });
  const [bars] = sheet.conditionalFormats;
  expect(bars?.range.address).toBe("Built!A4:A8");
  expect(bars?.look("type")).toBe("DataBar");
  expect(bars?.look("dataBar.lowerBoundRule")).toEqual({ type: "Number", formula: "0" });
  // 45% of #e36414 on white: 255 - 0.45 x (28, 155, 235)
  expect(bars?.look("dataBar.positiveFormat.fillColor")).toBe("#f2b995");
  expect(bars?.look("dataBar.positiveFormat.gradientFill")).toBe(false);
});

describe("charts", () => {
  const chart: PlanChart = {
    id: "margins",
    title: "Margin by usage",
    kind: "line",
    categories: { sheet: "Built", area: area(0, 1, 1, 3) },
    cachedCategories: ["P50", "P90", "P99"],
    series: [
      {
        label: "Flat seat",
        values: { sheet: "Built", area: area(1, 1, 1, 3) },
        color: "first",
        cached: [0.667, 0.2, -2.727],
      },
      {
        label: "Metered",
        values: { sheet: "Built", area: area(2, 1, 1, 3) },
        color: "second",
        cached: [0.5, 0.5, 0.5],
      },
    ],
    valueFormat: "percent",
    valueTitle: "Gross margin",
    from: -3,
    to: 1,
  };
  const cells = write([
    ["", "P50", "P90", "P99"],
    ["Flat seat", 0.667, 0.2, -2.727],
    ["Metered", 0.5, 0.5, 0.5],
  ]);

  async function draw(changes: Partial<PlanChart> = {}) {
    const sheet = await build(cells, {
      do: "chart",
      area: area(4, 0, 12, 6),
      chart: { ...chart, ...changes },
    });
    return sheet.charts.getItem("margins");
  }

  it("cover their area and have their series and axes", async () => {
    const made = await draw();
    expect(made.chartType).toBe("Line");
    expect(made.position).toEqual(["Built!A5", "Built!F16"]);
    expect(made.look("title.text")).toBe("Margin by usage");
    expect(made.look("legend.position")).toBe("Bottom");
    expect(
      made.series.items.map((series) => [
        series.look("name"),
        series.values?.address,
        series.categories?.address,
        series.look("format.line.color"),
      ]),
    ).toEqual([
      ["Flat seat", "Built!B2:D2", "Built!B1:D1", "#0f4c5c"],
      ["Metered", "Built!B3:D3", "Built!B1:D1", "#e36414"],
    ]);
    expect(made.look("axes.valueAxis.numberFormat")).toBe("0.0%");
    expect(made.look("axes.valueAxis.minimum")).toBe(-3);
    expect(made.look("axes.valueAxis.maximum")).toBe(1);
    expect(made.look("axes.valueAxis.title.text")).toBe("Gross margin");
  });

  it("fill columns, and leave the invisible ones empty", async () => {
    const [lower, upper] = chart.series;
    if (!lower || !upper) throw new Error("the chart has two series");
    const made = await draw({
      kind: "stackedColumn",
      series: [
        { ...lower, color: "invisible" },
        { ...upper, color: "good" },
      ],
    });
    expect(made.chartType).toBe("ColumnStacked");
    expect(made.series.items.map((series) => series.look("format.fill.color"))).toEqual([
      null,
      "#3f7d4e",
    ]);
    expect(made.series.getItemAt(0).look("format.line.lineStyle")).toBe("None");
    const { legendEntries } = made.legend;
    expect([0, 1].map((i) => legendEntries.getItemAt(i).look("visible"))).toEqual([false, true]);
  });

  it("take a column of numbers for one series", async () => {
    const [first] = chart.series;
    if (!first) throw new Error("the chart has two series");
    const values = { sheet: "Built", area: area(1, 1, 2, 1) };
    const made = await draw({ kind: "bar", series: [{ ...first, values }] });
    expect(made.chartType).toBe("BarClustered");
    expect(made.series.items.map((series) => series.values?.address)).toEqual(["Built!B2:B3"]);
  });

  it("need a series", async () => {
    await expect(draw({ series: [] })).rejects.toMatchObject({
      details: expect.stringContaining("the chart margins has no series"),
    });
  });
});

it("sets up printing on one page", async () => {
  const sheet = await build({
    do: "print",
    area: area(0, 0, 40, 8),
    landscape: true,
    onePage: true,
    repeatedRows: 2,
  });
  expect(sheet.pageLayout.printArea).toBe("Built!A1:H40");
  expect(sheet.pageLayout.titleRows).toBe("Built!A1:XFD2");
  expect(sheet.pageLayout.look("orientation")).toBe("Landscape");
  expect(sheet.pageLayout.look("zoom")).toEqual({
    horizontalFitToPages: 1,
    verticalFitToPages: 1,
  });
});

it("sets up printing page by page, with labels on each", async () => {
  const sheet = await build({
    do: "print",
    area: area(0, 0, 60, 26),
    landscape: true,
    onePage: false,
    repeatedRows: 3,
    repeatedColumns: 2,
    pageRows: [30],
    pageColumns: [14],
  });
  const { pageLayout, horizontalPageBreaks, verticalPageBreaks } = sheet;
  expect(pageLayout.look("zoom")).toEqual({ horizontalFitToPages: 2 });
  expect(pageLayout.titleRows).toBe("Built!A1:XFD3");
  expect(pageLayout.titleColumns).toBe("Built!A1:B1048576");
  expect(horizontalPageBreaks.addresses).toEqual(["Built!A31"]);
  expect(verticalPageBreaks.addresses).toEqual(["Built!O1"]);
  // Half an inch at the sides.
  expect(pageLayout.look("leftMargin")).toBe(36);
  expect(pageLayout.look("headersFooters.defaultForAllPages.rightFooter")).toBe("Page &P of &N");
});

it("sets up printing to the width of a page, without repeated rows", async () => {
  const sheet = await build({
    do: "print",
    area: area(0, 0, 40, 8),
    landscape: false,
    onePage: false,
    repeatedRows: 0,
  });
  expect(sheet.pageLayout.titleRows).toBeUndefined();
  expect(sheet.pageLayout.look("orientation")).toBe("Portrait");
  expect(sheet.pageLayout.look("zoom")).toEqual({ horizontalFitToPages: 1 });
});

it("colours tabs, but not with what is invisible", async () => {
  expect((await build({ do: "tabColor", color: "fifth" })).look("tabColor")).toBe("#c9a227");
  excel = new FakeExcel();
  const plain = await build({ do: "tabColor", color: "invisible" });
  expect(plain.look("tabColor")).toBeUndefined();
});

it("keeps properties with a sheet", async () => {
  const plan = sheetOf([]);
  const [sheet] = plan.sheets;
  if (!sheet) throw new Error("the plan has a sheet");
  const properties = { "AIM.scenario": "flat-seat", "AIM.version": "1.0.0" };
  await createExcelHost(noPause).apply({ ...plan, sheets: [{ ...sheet, properties }] }, quietRun());
  const { customProperties } = excel.workbook.worksheets.getItem("Built");
  expect(customProperties.items.map(({ key, value }) => [key, value])).toEqual(
    Object.entries(properties),
  );
});
