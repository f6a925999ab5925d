import { zipSync, unzipSync, strFromU8, strToU8 } from "fflate";
import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import type { CellValue } from "../../engines/cells";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { ironCalc } from "../../engines/ironcalc";
import { readWorkbook, shownValues } from "../../engines/xlsx";
import { EVERY_STEP } from "./every-step";
import { describeWithValidator, objections, OFFICE_VERSIONS } from "./validate-file";

const AT = new Date(Date.UTC(2026, 0, 2));
const [INPUTS, FIGURES] = EVERY_STEP.sheets.map(({ name }) => name);

async function figuresFile(): Promise<Uint8Array> {
  return writeXlsx(EVERY_STEP, { title: "Margins", at: AT });
}

/** The figures of the plan, worked out from a price of 100. */
const FIGURES_SHOWN: Readonly<Record<string, CellValue>> = {
  // 1 - 10/100, 1 - 40/100, 1 - 150/100
  B2: 0.9,
  B3: 0.6,
  B4: -0.5,
  D2: "OK",
  D3: "OK",
  D4: "Check",
  // The 99% quantile of the standard normal distribution: 2.3263478740408408.
  B5: 2.3263478740408408,
  C5: true,
  D5: { error: "#DIV/0!" },
  B6: "#N/A",
  C6: "0042",
};

function expectFigures(shown: ReadonlyMap<string, CellValue> | undefined): void {
  for (const [address, value] of Object.entries(FIGURES_SHOWN)) {
    const expected: unknown = typeof value === "number" ? expect.closeTo(value, 9) : value;
    expect({ address, is: shown?.get(address) }).toEqual({ address, is: expected });
  }
}

describe("a file with every kind of step", () => {
  it("shows its figures without being calculated", async () => {
    const shown = shownValues(await readWorkbook(await figuresFile()));
    expectFigures(shown.get(FIGURES ?? ""));
  });

  it("keeps texts that look like numbers, errors or XML as texts", async () => {
    const shown = shownValues(await readWorkbook(await figuresFile())).get(INPUTS ?? "");
    expect(["B7", "B8"].map((address) => shown?.get(address))).toEqual(["0042", "#N/A"]);
    expect(shown?.get("B9")).toBe("  _x0041_ <b>&amp;\n");
  });

  it("is calculated to the same figures by IronCalc", async () => {
    const calculated = await ironCalc(await readWorkbook(await figuresFile()));
    expectFigures(calculated.get(FIGURES ?? ""));
  });
});

describeWithValidator("a file, to Microsoft's Open XML validator,", () => {
  it.each(OFFICE_VERSIONS)("keeps to the schema of %s", async (version) => {
    expect(await objections(await figuresFile(), version)).toEqual([]);
  });

  it("would not pass with an element out of its place", async () => {
    const parts = unzipSync(await figuresFile());
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const broken = strToU8(sheet.replace("<sheetData>", "<sheetData><nonsense/>"));
    const file = zipSync({ ...parts, "xl/worksheets/sheet1.xml": broken });
    expect(await objections(file, "Microsoft365")).toHaveLength(1);
  });
});

describeWithLibreOffice("a file in LibreOffice", (libreOffice) => {
  it("is calculated anew to the figures that it shows", async () => {
    const calculated = await libreOffice().recalculate(await figuresFile());
    expectFigures(calculated.get(FIGURES ?? ""));
  });
});
