import type { Area, CellContent, Plan, PlanChart } from "../../../src/workbook/plan";

const INPUTS = "Inputs (2)";
const FIGURES = "What it's worth & more";

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

function formula(text: string, value: number | string | boolean): CellContent {
  return { formula: text, value };
}

const MARGINS = { sheet: FIGURES, area: area(1, 1, 3, 1) };
const LIMITS = { sheet: FIGURES, area: area(1, 2, 3, 1) };
const LABELS = { sheet: FIGURES, area: area(1, 0, 3, 1) };

function chart(id: string, kind: PlanChart["kind"], more: Partial<PlanChart> = {}): PlanChart {
  return {
    id,
    kind,
    title: `${kind} & "title"`,
    categories: LABELS,
    cachedCategories: ["Light", "Typical", "Heavy"],
    series: [
      { label: "Base", values: LIMITS, color: "invisible", cached: [0.4, 0.4, 0.4] },
      { label: "Margin <net>", values: MARGINS, color: "first", cached: [0.9, 0.6, -0.5] },
    ],
    valueFormat: "percent",
    ...more,
  };
}

/** A plan with every kind of step, and with names and texts that files have to escape. */
export const EVERY_STEP: Plan = {
  sheets: [
    {
      name: INPUTS,
      properties: { scenario: '{"name":"Flat – “seat”"}', version: "1" },
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            ["Inputs", null],
            ["Price", 100],
            ["Seats", 12],
            ["Margin", 0.4],
            ["Model", "small"],
            ["Checked", true],
            ["Code", "0042"],
            ["A text", "#N/A"],
            ["Another", "  _x0041_ <b>&amp;\n"],
            ["small", null],
            ["large", null],
          ],
        },
        { do: "style", area: area(0, 0, 1, 2), style: "title" },
        { do: "style", area: area(1, 1, 6, 1), style: "input" },
        { do: "style", area: area(1, 0, 6, 1), style: "label" },
        { do: "numberFormat", area: area(1, 1, 1, 1), format: "money" },
        { do: "numberFormat", area: area(3, 1, 1, 1), format: "percent" },
        { do: "numberFormat", area: area(6, 1, 1, 1), format: "text" },
        { do: "columnWidths", widths: [24, 12] },
        { do: "freeze", rows: 1, columns: 1 },
        { do: "name", name: "Price", area: area(1, 1, 1, 1) },
        {
          do: "validate",
          area: area(1, 1, 1, 1),
          allowed: { numbers: { from: 0 } },
          message: 'A price, "0" or more & less',
        },
        {
          do: "validate",
          area: area(2, 1, 1, 1),
          allowed: { numbers: { from: 1, to: 600, whole: true } },
          message: "A whole number from 1 to 600",
        },
        {
          do: "validate",
          area: area(3, 1, 2, 1),
          allowed: { numbers: { above: 0, below: 1 } },
          message: "x".repeat(300),
        },
        {
          do: "validate",
          area: area(4, 1, 1, 1),
          allowed: { oneOf: { sheet: INPUTS, area: area(9, 0, 2, 1) } },
          message: "One of the models below",
        },
        { do: "tabColor", color: "second" },
      ],
    },
    {
      name: FIGURES,
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            ["User", "Margin", "Limit", "Status"],
            [
              "Light",
              formula(`=1-10/'Inputs (2)'!B2`, 0.9),
              0.4,
              formula('=IF(B2>C2,"OK","Check")', "OK"),
            ],
            [
              "Typical",
              formula(`=1-40/'Inputs (2)'!B2`, 0.6),
              0.4,
              formula('=IF(B3>C3,"OK","Check")', "OK"),
            ],
            [
              "Heavy",
              formula(`=1-150/'Inputs (2)'!B2`, -0.5),
              0.4,
              formula('=IF(B4>C4,"OK","Check")', "Check"),
            ],
            [
              "Quantile",
              // The 99% quantile of the standard normal distribution.
              formula("=NORM.S.INV(0.99)", 2.3263478740408408),
              formula("=B2>B3", true),
              { formula: "=B2/(B2-B2)", value: { error: "#DIV/0!" } },
            ],
            [
              "Texts",
              formula(`='Inputs (2)'!B8`, "#N/A"),
              formula("=\"\"&'Inputs (2)'!B7", "0042"),
              null,
            ],
          ],
        },
        { do: "style", area: area(0, 0, 1, 4), style: "heading" },
        { do: "style", area: area(1, 1, 3, 1), style: "result" },
        { do: "numberFormat", area: area(1, 1, 3, 2), format: "percent" },
        { do: "verdicts", area: area(1, 3, 3, 1) },
        { do: "dataBars", area: area(1, 2, 3, 1), color: "third" },
        { do: "table", name: "Users", area: area(0, 0, 4, 4) },
        {
          do: "chart",
          area: area(7, 0, 12, 6),
          chart: chart("margins", "line", {
            from: -1,
            to: 1,
            valueTitle: "Margin",
            categoryTitle: "User",
          }),
        },
        { do: "chart", area: area(20, 0, 12, 6), chart: chart("waterfall", "stackedColumn") },
        { do: "chart", area: area(33, 0, 12, 6), chart: chart("columns", "column") },
        { do: "chart", area: area(7, 7, 12, 6), chart: chart("bars", "bar") },
        { do: "chart", area: area(20, 7, 12, 6), chart: chart("stacked bars", "stackedBar") },
        {
          do: "print",
          area: area(0, 0, 46, 13),
          landscape: true,
          onePage: true,
          repeatedRows: 1,
        },
      ],
    },
    {
      name: "Charts",
      steps: [
        { do: "write", row: 0, column: 0, cells: [["Again"]] },
        { do: "chart", area: area(2, 0, 12, 6), chart: chart("again", "line") },
        { do: "print", area: area(0, 0, 15, 6), landscape: false, onePage: false, repeatedRows: 0 },
      ],
      properties: { scenario: "two" },
    },
    {
      name: "Pages",
      steps: [
        { do: "write", row: 0, column: 0, cells: [["A remark", "A heading of two lines"]] },
        { do: "style", area: area(0, 0, 1, 1), style: "note" },
        { do: "style", area: area(0, 1, 1, 1), style: "columnHeading" },
        { do: "rowHeight", row: 0, lines: 2 },
        {
          do: "print",
          area: area(0, 0, 60, 24),
          landscape: true,
          onePage: false,
          repeatedRows: 1,
          repeatedColumns: 1,
          pageRows: [30],
          pageColumns: [12],
        },
      ],
    },
  ],
  show: FIGURES,
};
