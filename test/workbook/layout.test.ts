import { layOut } from "../../src/workbook/layout";
import type { SheetSpec } from "../../src/workbook/sheet-spec";

const spec: SheetSpec = {
  name: "Pilot",
  columnWidths: [30, 12],
  blocks: [
    { kind: "text", lines: [{ text: "Pilot", style: "title" }] },
    {
      kind: "list",
      title: "Assumptions",
      headings: ["Assumption", "Value", "Unit", "Note"],
      rows: [
        {
          name: "price",
          label: "Price",
          cell: { kind: "input", value: 100, format: "money" },
          unit: "$",
        },
        {
          name: "cost",
          label: "Cost",
          cell: { kind: "input", value: 40, format: "money" },
          unit: "$",
          note: "from the invoice",
        },
      ],
    },
    {
      kind: "table",
      title: "Margin",
      corner: "Case",
      columns: [{ name: "margin", heading: "Margin" }],
      rows: [
        {
          name: "now",
          label: "Now",
          cells: [
            {
              kind: "formula",
              formula: ({ at, call }) => call("GROSSMARGIN", at("price"), at("cost")),
              value: 0.6,
              format: "percent",
              isResult: true,
            },
          ],
        },
      ],
    },
  ],
};

function written(style: "native" | "AIM") {
  const write = layOut(spec, style).steps.find((step) => step.do === "write");
  return write?.cells;
}

describe("layOut", () => {
  it("puts blocks below each other with a blank line between", () => {
    expect(written("AIM")).toEqual([
      ["Pilot", null, null, null],
      [null, null, null, null],
      ["Assumptions", null, null, null],
      ["Assumption", "Value", "Unit", "Note"],
      ["Price", 100, "$", null],
      ["Cost", 40, "$", "from the invoice"],
      [null, null, null, null],
      ["Margin", null, null, null],
      ["Case", "Margin", null, null],
      ["Now", { formula: "=AIM.GROSSMARGIN(B5,B6)", value: 0.6 }, null, null],
    ]);
  });

  it("prints the same formula as ordinary Excel", () => {
    expect(written("native")?.[9]?.[1]).toEqual({
      formula: "=IF(B5<0,#NUM!,(B5-B6)/B5)",
      value: 0.6,
    });
  });

  it("styles runs of cells below each other as one area", () => {
    expect(layOut(spec, "AIM").steps).toContainEqual({
      do: "style",
      area: { row: 4, column: 1, rows: 2, columns: 1 },
      style: "input",
    });
    expect(layOut(spec, "AIM").steps).toContainEqual({
      do: "numberFormat",
      area: { row: 9, column: 1, rows: 1, columns: 1 },
      format: "percent",
    });
  });

  it("names the sheet and the cell that a formula asks for in vain", () => {
    const broken: SheetSpec = {
      ...spec,
      blocks: [
        {
          kind: "list",
          title: "T",
          headings: ["", "", "", ""],
          rows: [
            {
              name: "a",
              label: "A",
              cell: {
                kind: "formula",
                formula: ({ at }) => at("nowhere"),
                value: 1,
                format: "count",
              },
              unit: "",
            },
          ],
        },
      ],
    };
    expect(() => layOut(broken, "native")).toThrow("Pilot: there is no cell named nowhere");
  });

  it("refuses a name that is given twice", () => {
    const block = spec.blocks[1];
    if (!block) throw new Error("the spec has a list");
    expect(() => layOut({ ...spec, blocks: [block, block] }, "native")).toThrow(
      "Pilot: the name price is given twice",
    );
  });
});
