import { CalcError } from "../../src/calc";
import { createModel } from "../../src/workbook/model";
import type { Axis, Block, SheetDescription } from "../../src/workbook/sheet-blocks";
import { planWorkbook } from "../../src/workbook/workbook-plan";
import type { CellContent, SheetPlan } from "../../src/workbook/plan";

const MONTHS: Axis = {
  id: "month",
  heading: "Month",
  keys: ["m1", "m2", "m3"].map((key, i) => ({ key, label: String(i + 1) })),
};

function sheet(id: string, name: string, blocks: readonly Block[]): SheetDescription {
  return {
    id,
    name,
    title: name,
    blocks,
    widths: { label: 30, unit: 12, others: 12 },
    print: { landscape: false },
    role: "calculation",
  };
}

const INPUTS = sheet("inputs", "Assumptions", [
  {
    kind: "lines",
    title: "Product",
    lines: [
      {
        name: "price",
        label: "Price",
        format: "money",
        input: 100,
        allowed: { numbers: { from: 0 } },
      },
      { name: "cost", label: "Cost", format: "money", input: 40 },
      { name: "growth", label: "Growth", format: "percent", input: 0.5 },
    ],
  },
]);

const RESULTS = sheet("results", "Forecast", [
  {
    kind: "grid",
    title: "By month",
    axis: MONTHS,
    direction: "across",
    items: [
      { name: "month", label: "Month", format: "count", fixed: [1, 2, 3] },
      {
        name: "opening",
        label: "Opening",
        format: "count",
        formula: "IF(month=1,10,PREV(closing))",
      },
      { name: "closing", label: "Closing", format: "count", formula: "opening*(1+growth)" },
      { name: "total", label: "So far", format: "count", formula: "SUM(SOFAR(closing))" },
      { name: "both", label: "Both", format: "count", formula: "SUM(opening:closing)" },
    ],
  },
  {
    kind: "lines",
    title: "Answers",
    lines: [
      { name: "margin", label: "Margin", format: "percent", formula: "GROSSMARGIN(price,cost)" },
      { name: "last", label: "Last", format: "count", formula: 'AT(closing,"m3")' },
      { name: "best", label: "Best", format: "count", formula: "MAX(ALL(closing))" },
      {
        name: "lost",
        label: "Undefined",
        format: "percent",
        formula: "GROSSMARGIN(price-100,cost)",
      },
    ],
  },
]);

const SHEETS = [INPUTS, RESULTS];
const NAMES = new Map([
  ["inputs", "Assumptions (2)"],
  ["results", "Forecast"],
]);

function contentAt(plan: SheetPlan | undefined, row: number, column: number): CellContent {
  const write = plan?.steps.find((step) => step.do === "write");
  return write?.do === "write" ? (write.cells[row]?.[column] ?? null) : null;
}

function formulaAt(plan: SheetPlan | undefined, row: number, column: number): string | undefined {
  const content = contentAt(plan, row, column);
  return typeof content === "object" && content !== null ? content.formula : undefined;
}

describe("a model", () => {
  const model = createModel(SHEETS);

  it("works out what follows from the inputs", () => {
    // (100 - 40) / 100
    expect(model.value("margin")).toBe(0.6);
  });

  it("goes on from the cell before", () => {
    // 10 x 1.5 = 15, 15 x 1.5 = 22.5, 22.5 x 1.5 = 33.75
    expect(model.values("closing")).toEqual([15, 22.5, 33.75]);
    // 15, 15 + 22.5, 37.5 + 33.75
    expect(model.values("total")).toEqual([15, 37.5, 71.25]);
    // 10 + 15, 15 + 22.5, 22.5 + 33.75
    expect(model.values("both")).toEqual([25, 37.5, 56.25]);
  });

  it("takes a cell of an item by its key, and all of them", () => {
    expect(model.value("last")).toBe(33.75);
    expect(model.value("best")).toBe(33.75);
  });

  it("keeps an undefined figure as its error", () => {
    const lost = model.value("lost");
    expect(lost instanceof CalcError && lost.code).toBe("#DIV/0!");
  });

  it("names a cell that does not exist", () => {
    const broken = createModel([
      sheet("s", "S", [
        {
          kind: "lines",
          title: "T",
          lines: [{ name: "a", label: "A", format: "count", formula: "nowhere+1" }],
        },
      ]),
    ]);
    expect(() => broken.value("a")).toThrow("nowhere");
  });

  it("refuses a formula that depends on itself", () => {
    const circular = createModel([
      sheet("s", "S", [
        {
          kind: "lines",
          title: "T",
          lines: [
            { name: "one", label: "A", format: "count", formula: "two" },
            { name: "two", label: "B", format: "count", formula: "one" },
          ],
        },
      ]),
    ]);
    expect(() => circular.value("one")).toThrow("depends on itself");
  });

  it("refuses a name that is given twice", () => {
    expect(() => createModel([INPUTS, { ...INPUTS, id: "again" }])).toThrow("given twice");
  });
});

describe("a model's plan", () => {
  const plan = planWorkbook(createModel(SHEETS), NAMES, "native", "results");
  const [, results] = plan.sheets;

  it("prints ordinary formulas that refer to cells", () => {
    // Title, note and blank line, block title, headings: figures start in row 6, column C.
    expect(formulaAt(results, 6, 2)).toBe("=IF(C6=1,10,B8)");
    expect(formulaAt(results, 6, 3)).toBe("=IF(D6=1,10,C8)");
    expect(formulaAt(results, 7, 3)).toBe("=D7*(1+'Assumptions (2)'!$C$8)");
    expect(formulaAt(results, 8, 4)).toBe("=SUM($C8:E8)");
    expect(formulaAt(results, 9, 2)).toBe("=SUM(C7:C8)");
  });

  it("prints the add-in's functions natively or as calls", () => {
    expect(formulaAt(results, 13, 2)).toBe(
      "=('Assumptions (2)'!$C$6-'Assumptions (2)'!$C$7)/'Assumptions (2)'!$C$6",
    );
    const [, calls] = planWorkbook(createModel(SHEETS), NAMES, "AIM", "results").sheets;
    expect(formulaAt(calls, 13, 2)).toBe(
      "=AIM.GROSSMARGIN('Assumptions (2)'!$C$6,'Assumptions (2)'!$C$7)",
    );
  });

  it("gives each formula the value that it has", () => {
    expect(contentAt(results, 13, 2)).toMatchObject({ value: 0.6 });
    expect(contentAt(results, 16, 2)).toMatchObject({ value: { error: "#DIV/0!" } });
  });

  it("validates inputs by their domain and names every cell", () => {
    const [inputs] = plan.sheets;
    expect(inputs?.steps).toContainEqual({
      do: "validate",
      area: { row: 5, column: 2, rows: 1, columns: 1 },
      allowed: { numbers: { from: 0 } },
      message: "Price must be 0 or more.",
    });
    expect(inputs?.steps).toContainEqual({
      do: "name",
      name: "growth",
      area: { row: 7, column: 2, rows: 1, columns: 1 },
    });
  });
});
