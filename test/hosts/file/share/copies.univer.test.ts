import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { readBook } from "../../../../src/hosts/file/share/read-book";
import { writeShared } from "../../../../src/hosts/file/share/write-shared";
import { findCalls } from "../../../../src/workbook/share/own-calls";
import { describeWithLibreOffice } from "../../../engines/describe-with-libreoffice";
import { describeWithValidator, objections, OFFICE_VERSIONS } from "../validate-file";
import { data, workbookOf } from "./file-of";
import { ADDED, CHANGES, NOTHING } from "./share-safe";
import { wholeFile } from "./whole-file";

const LIBREOFFICE_FILE = new Uint8Array(
  readFileSync(join(__dirname, "..", "..", "..", "fixtures", "share", "libreoffice.xlsx")),
);

/** As LibreOffice writes the formulas that the changes take out: names of functions in small letters. */
const LIBREOFFICE_CHANGES = {
  ...CHANGES,
  others: CHANGES.others
    .filter(({ where }) => where !== "table column")
    .map((change) => ({
      formula: "=Deep!$A$1>0",
      ...change,
      before: change.before.replace(/AIM_GROSSMARGIN/g, "aim_grossmargin"),
    })),
};

const THREE = [1, 2, 3];

/** A file by hucre with a formula that spills over three cells. */
async function hucreFile(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: "Sheet1",
        cells: new Map([
          ...THREE.flatMap((row): [string, object][] => [
            [`${row},0`, { value: row * 10 }],
            [`${row},1`, { value: 5 }],
          ]),
          // 1 - 5/10, 1 - 5/20 and 1 - 5/30.
          [
            "1,2",
            {
              formula: "_xldudf_AIM_GROSSMARGIN(A2:A4,B2:B4)",
              formulaDynamic: true,
              formulaRef: "C2:C4",
              formulaType: "array",
              formulaResult: 0.5,
              style: { numFmt: "0.0%" },
            },
          ],
          ["2,2", { value: 0.75 }],
          ["3,2", { value: 25 / 30 }],
        ]),
      },
    ],
  });
}

const HUCRE_CHANGES = {
  ...NOTHING,
  cells: THREE.map((row) => ({
    sheet: "Sheet1",
    row,
    column: 2,
    formula: `=(A${row + 1}-B${row + 1})/A${row + 1}`,
  })),
};

describeWithValidator("a cleaned copy, to Microsoft's validator", () => {
  jest.setTimeout(60_000);

  test.each(OFFICE_VERSIONS)("has nothing to object to in %s", async (version) => {
    expect(await objections(wholeFile(), version)).toEqual([]);
    for (const copy of [
      await writeShared(wholeFile(), CHANGES, ADDED),
      await writeShared(await hucreFile(), HUCRE_CHANGES),
    ]) {
      expect(await objections(copy, version)).toEqual([]);
    }
  });

  test.each(OFFICE_VERSIONS)(
    "objects to no more in %s than in the file that LibreOffice wrote",
    async (version) => {
      const copy = await writeShared(LIBREOFFICE_FILE, LIBREOFFICE_CHANGES, ADDED);
      expect(await objections(copy, version)).toEqual(await objections(LIBREOFFICE_FILE, version));
    },
  );
});

test("calls none of the functions, whoever has written the file", async () => {
  for (const copy of [
    await writeShared(LIBREOFFICE_FILE, LIBREOFFICE_CHANGES),
    await writeShared(await hucreFile(), HUCRE_CHANGES),
  ]) {
    const { sheets, names, others } = readBook(copy);
    const formulas = [...sheets.flatMap(({ cells }) => cells), ...names, ...others];
    expect(formulas.filter(({ formula = "" }) => findCalls(formula).length > 0)).toEqual([]);
  }
});

test("reads a formula that hucre has written as one that spills", async () => {
  expect(readBook(await hucreFile()).sheets[0]?.cells.find(({ formula }) => formula)).toEqual({
    row: 1,
    column: 2,
    value: 0.5,
    formula: "=_xldudf_AIM_GROSSMARGIN(A2:A4,B2:B4)",
    kind: "dynamic",
    fills: { rows: 3, columns: 1 },
  });
});

/** One cell that takes all of a range, as what spills by itself does. */
const ONE_CELL = workbookOf({
  Sheet1: data(
    '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B3*2)+_xldudf_AIM_GROSSMARGIN(10,4)</f><v>12.6</v></c><c r="B1"><v>1</v></c></row>',
    '<row r="2"><c r="B2"><v>2</v></c></row>',
    '<row r="3"><c r="B3"><v>3</v></c></row>',
  ),
});

describeWithLibreOffice("a cleaned copy, calculated anew by LibreOffice", (libreOffice) => {
  test("gives the figures that its original shows", async () => {
    const copies = [
      await writeShared(wholeFile(), CHANGES, ADDED),
      await writeShared(LIBREOFFICE_FILE, LIBREOFFICE_CHANGES),
      await writeShared(await hucreFile(), HUCRE_CHANGES),
      await writeShared(ONE_CELL, {
        ...NOTHING,
        cells: [{ sheet: "Sheet1", row: 0, column: 0, formula: "=SUM(B1:B3*2)+(10-4)/10" }],
      }),
    ];
    const [whole, again, hucre, one] = await libreOffice().recalculateAll(copies);
    const inputs = whole?.get("Inputs & costs");
    // Margins of 10 and 4, 20 and 5, 40 and 30.
    const margins = { D2: 0.6, D3: 0.75, D4: 0.25, I2: 0.6, I3: 0.75, I4: 0.25, K2: 0.6, K4: 0.25 };
    const others = { F2: 1.6, F3: 1.75, F4: 1.25, G2: 20, G4: 80, J2: 6, J4: 10, L2: "good" };
    for (const [address, value] of Object.entries({ ...margins, ...others })) {
      expect([address, inputs?.get(address)]).toEqual([address, value]);
    }
    // (0.6 + 0.75 + 0.25) * 0.6
    expect(whole?.get("It's hidden")?.get("B1")).toBeCloseTo(0.96, 12);
    expect(whole?.get("Prices")?.get("B4")).toBe(2.5);
    expect(whole?.get("Prices")?.get("B5")).toBe(0.5);
    for (const [address, value] of Object.entries(margins)) {
      expect([address, again?.get("Inputs & costs")?.get(address)]).toEqual([address, value]);
    }
    expect(hucre?.get("Sheet1")?.get("C3")).toBe(0.75);
    // (1 + 2 + 3) * 2 + 0.6
    expect(one?.get("Sheet1")?.get("A1")).toBe(12.6);
  });
});
