import type { BookChanges, CellChange } from "../../../../src/workbook/share/book";
import type { Plan } from "../../../../src/workbook/plan";

const INPUTS = "Inputs & costs";

function change(address: [row: number, column: number], formula?: string): CellChange {
  const [row, column] = address;
  return { sheet: INPUTS, row, column, ...(formula !== undefined && { formula }) };
}

const ROWS = [1, 2, 3];

/** Ordinary formulas for all that calls the functions in the whole file; F3 becomes a value. */
export const CHANGES: BookChanges = {
  cells: [
    ...ROWS.map((row) =>
      change(
        [row, 3],
        "=(Sales[[#This Row],[Revenue]]-Sales[[#This Row],[Cost]])/Sales[[#This Row],[Revenue]]",
      ),
    ),
    change([1, 5], "=(B2-C2)/B2+$H$1"),
    change([2, 5]),
    change([3, 5], "=(B4-C4)/B4+$H$1"),
    ...ROWS.map((row) => change([row, 8], `=(B${row + 1}-C${row + 1})/B${row + 1}`)),
    change([1, 10], "=(B2-C2)/B2"),
    change([3, 10], "=IFERROR((B4-C4)/B4,0)"),
    change([1, 11], '=IF((B2-C2)/B2>0.5,"good","bad")'),
    { sheet: "It's hidden", row: 0, column: 1, formula: `=SUM('${INPUTS}'!D2:D4)*((10-4)/10)` },
  ],
  names: [
    { name: "best", sheet: "It's hidden", formula: "=(Deep!$A$1-Deep!$A$2)/Deep!$A$1" },
    { name: "Best", formula: "=(10-4)/10" },
  ],
  others: [
    {
      sheet: INPUTS,
      where: "conditional format",
      at: "D2:D4",
      before: "=_xldudf_AIM_GROSSMARGIN($B2,$C2)<0.3",
      formula: "=($B2-$C2)/$B2<0.3",
    },
    {
      sheet: INPUTS,
      where: "conditional format",
      at: "G2:G4",
      before: "=_xldudf_AIM_GROSSMARGIN(Deep!$A$1,Deep!$A$2)>0",
    },
    {
      sheet: INPUTS,
      where: "validation",
      at: "B2:B4",
      before: "=_xldudf_AIM_GROSSMARGIN(B2,C2)<1",
    },
    {
      sheet: INPUTS,
      where: "table column",
      at: "Sales[Margin]",
      before: "=_xldudf_AIM_GROSSMARGIN(Sales[[#This Row],[Revenue]],Sales[[#This Row],[Cost]])",
      formula:
        "=(Sales[[#This Row],[Revenue]]-Sales[[#This Row],[Cost]])/Sales[[#This Row],[Revenue]]",
    },
  ],
};

export const NOTHING: BookChanges = { cells: [], names: [], others: [] };

/** Two sheets of the kind that is added: texts, figures, formulas and looks. */
export const ADDED: Plan = {
  sheets: [
    {
      name: "Prices",
      properties: { "aim.share": "prices" },
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            ["Prices & dates"],
            ["Model", "Price"],
            ["a <b>", 2.5],
            [null, { formula: "=B3*'Inputs & costs'!H1", value: 2.5 }],
            ["_x0041_", { formula: "=NORM.S.DIST(0,TRUE)", value: 0.5 }],
          ],
        },
        { do: "style", area: { row: 0, column: 0, rows: 1, columns: 1 }, style: "title" },
        { do: "style", area: { row: 1, column: 0, rows: 1, columns: 2 }, style: "columnHeading" },
        {
          do: "numberFormat",
          area: { row: 2, column: 1, rows: 2, columns: 1 },
          format: "moneyFine",
        },
        { do: "columnWidths", widths: [20, 12] },
        { do: "rowHeight", row: 0, lines: 2 },
        { do: "freeze", rows: 2, columns: 0 },
      ],
    },
    {
      name: "About these figures",
      steps: [
        { do: "write", row: 0, column: 0, cells: [["healthy"], ["Prices & dates"]] },
        { do: "verdicts", area: { row: 0, column: 0, rows: 2, columns: 1 } },
        {
          do: "print",
          area: { row: 0, column: 0, rows: 2, columns: 1 },
          landscape: false,
          onePage: true,
          repeatedRows: 0,
        },
      ],
    },
  ],
  show: "Prices",
};
