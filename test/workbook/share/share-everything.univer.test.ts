import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runShare } from "../../../src/entry/cli/share";
import { FUNCTIONS } from "../../../src/functions";
import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { readBook } from "../../../src/hosts/file/share/read-book";
import { writeShared } from "../../../src/hosts/file/share/write-shared";
import { createWorkbenchHost } from "../../../src/hosts/workbench/workbench-host";
import { cellAddress } from "../../../src/workbook/address";
import type { Plan } from "../../../src/workbook/plan";
import type { Book } from "../../../src/workbook/share/book";
import { checkBook } from "../../../src/workbook/share/check-book";
import { keptFormulas } from "../../../src/workbook/share/formulas-sheet";
import { restoreBook } from "../../../src/workbook/share/restore-book";
import type { ShareReport } from "../../../src/workbook/share/share-report";
import { restoreWorkbook, shareWorkbook } from "../../../src/workbook/share/share-workbook";
import type { Sheet } from "../../engines/cells";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { ironCalc } from "../../engines/ironcalc";
import { functionMetadata } from "../../functions/function-metadata";
import { quietRun } from "../../hosts/book-contract";
import { noPause } from "../../hosts/excel/plans";
import { partsOf } from "../../hosts/file/share/file-of";
import { describeWithValidator, objections, OFFICE_VERSIONS } from "../../hosts/file/validate-file";
import { everyFunction } from "../../hosts/workbench/every-function";
import { headlessWorkbook } from "../../hosts/workbench/headless";
import {
  bookOfEverything,
  type Contents,
  HIDDEN,
  NAME,
  SALES,
  VERY_HIDDEN,
} from "./book-of-everything";
import { isSame, keepToday } from "./both-ways";
import {
  contentFor,
  differences,
  formulasOf,
  nativeFormulas,
  valueOf,
} from "./everything-compared";
import { everythingInExcel } from "./everything-in-excel";
import { everythingInFile } from "./everything-in-file";
import { TODAY } from "./small-book";

keepToday();
// Univer works 450 formulas out several times, on a computer that may be busy.
jest.setTimeout(180_000);

const OPTIONS = { today: TODAY, madeOn: "2026-09-01", version: "1.0.0", breathe: noPause };
const CONTENTS = bookOfEverything();

function planOf(sheets: ReadonlyMap<string, Contents>): Plan {
  return {
    sheets: [...sheets].map(([name, contents]) => ({
      name,
      steps: contents.map(([row, column, content]) => ({
        do: "write",
        row,
        column,
        cells: [[typeof content === "object" ? { formula: content.formula, value: 0 } : content]],
      })),
    })),
    show: SALES,
  };
}

let before: Book;
let after: Book;
let report: ShareReport;
let restored: Book;

beforeAll(async () => {
  const made = headlessWorkbook(everyFunction(), await functionMetadata());
  try {
    const host = createWorkbenchHost(made.api, made.injector);
    const book = made.api.getActiveWorkbook();
    book?.insertDefinedName(NAME.name, NAME.formula);
    await host.apply(planOf(CONTENTS), quietRun());
    for (const name of [HIDDEN, VERY_HIDDEN]) book?.getSheetByName(name)?.hideSheet();
    before = await host.readBook(quietRun());
    report = await shareWorkbook(host, OPTIONS, quietRun());
    after = await host.readBook(quietRun());
    await restoreWorkbook(host, quietRun());
    restored = await host.readBook(quietRun());
  } finally {
    made.univer.dispose();
  }
});

/** Formulas that become values, and why: one takes a name that is worked out, one would be too long. */
const VALUES = [
  ["=AIM.MARGINBAND(Blended)", "Blended is neither cells nor a constant"],
  ["=SUM(IFERROR(AIM.TOKENCOST(", "it would take"],
] as const;

function valuesOf({ records }: ShareReport): string[] {
  return records
    .filter(({ became }) => became === "value")
    .map(({ formula, reason = "" }) => `${formula} ${reason}`);
}

describe("a workbook with every function, in the workbench", () => {
  test("calls each of them several times, and shows what their examples say", () => {
    const formulas = [...formulasOf(before).values()].join("\n");
    for (const id of FUNCTIONS.keys()) {
      const calls = formulas.split(`AIM.${id}(`).length - 1;
      expect([id, Math.min(calls, 5)]).toEqual([id, 5]);
    }
    const wrong = [...CONTENTS].flatMap(([name, contents]) => {
      const cells = before.sheets.find((sheet) => sheet.name === name)?.cells ?? [];
      return contents.filter(([row, column, content]) => {
        if (typeof content !== "object") return false;
        const cell = cells.find((one) => one.row === row && one.column === column);
        const { gives, fills } = content;
        const isRight = gives === undefined || isSame(gives, cell && valueOf(cell));
        return !isRight || JSON.stringify(cell?.fills) !== JSON.stringify(fills);
      });
    });
    expect(wrong).toEqual([]);
  });

  test("is share-safe after one press, and shows the same everywhere", () => {
    expect(report.left).toEqual([]);
    expect(report.changed).toEqual([]);
    expect(report.same).toBe(before.sheets.flatMap(({ cells }) => cells).length);
    expect(checkBook(after, TODAY).filter(({ kind }) => kind === "call")).toEqual([]);
    expect([...formulasOf(after).values()].filter((text) => /AIM\.|_xldudf_/.test(text))).toEqual(
      [],
    );
    const values = valuesOf(report);
    expect(values).toHaveLength(VALUES.length);
    for (const [i, [formula, reason]] of VALUES.entries()) {
      expect(values[i]?.startsWith(formula)).toBe(true);
      expect(values[i]).toContain(reason);
    }
  });

  test("has its formulas back once it is restored", () => {
    expect(restored).toEqual(before);
  });
});

test("is share-safe in Excel by the same formulas, and has its own back once it is restored", async () => {
  const excel = everythingInExcel(before, after);
  const host = createExcelHost(noPause);
  const inExcel = await host.readBook(quietRun());
  expect(nativeFormulas(inExcel)).toEqual(nativeFormulas(before));
  const told = await shareWorkbook(host, OPTIONS, quietRun());
  const shared = await host.readBook(quietRun());
  expect(nativeFormulas(shared)).toEqual(nativeFormulas(after));
  expect(checkBook(shared, TODAY).filter(({ kind }) => kind === "call")).toEqual([]);
  expect(told.left).toEqual([]);
  expect(valuesOf(told)).toEqual(valuesOf(report));
  // The fake knows a formula by its text, and the rows of the table have one text.
  expect(told.changed.filter(({ sheet }) => sheet !== SALES)).toEqual([]);
  await restoreWorkbook(host, quietRun());
  expect([...formulasOf(await host.readBook(quietRun()))]).toEqual([...formulasOf(inExcel)]);
  excel.check();
});

describe("a workbook with every function, as a file", () => {
  let folder = "";
  let original: Uint8Array;
  let copy: Uint8Array;
  let said = "";
  let code: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "aim-everything-"));
    original = everythingInFile(before);
    const [input, output] = [join(folder, "book.xlsx"), join(folder, "shared.xlsx")];
    writeFileSync(input, original);
    const out = (text: string) => (said += text);
    code = await runShare([input, "-o", output], { out, err: out }, new Date(Date.UTC(2026, 8, 1)));
    copy = readFileSync(output);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("gets the same formulas by the command line as in the workbench, each with the figure that it had", () => {
    const asShown = nativeFormulas(readBook(original)).map(([at, formula]) => [
      at,
      formula.replace(/_xldudf_AIM_/g, "AIM."),
    ]);
    expect(asShown).toEqual(nativeFormulas(before));
    expect(nativeFormulas(readBook(copy))).toEqual(nativeFormulas(after));
    expect(code).toBe(0);
    expect(said).toMatch(/\n\d{3} figures are the same as before, to a billionth\.\n$/);
    expect(Buffer.from(original).equals(readFileSync(join(folder, "book.xlsx")))).toBe(true);
  });

  test("names the functions nowhere but in texts of the three sheets that tell of them", () => {
    const naming = Object.entries(partsOf(copy)).filter(([, xml]) => /_xldudf_|AIM\./i.test(xml));
    const names = readBook(copy).sheets.map(({ name }) => name);
    const added = naming.map(([path]) => names[Number(/sheet(\d+)\.xml$/.exec(path)?.[1]) - 1]);
    expect(added).toEqual(["Prices", "AIM formulas", "About these figures"]);
    const formulas = naming.flatMap(([, xml]) => xml.match(/<f\b[^>]*>[^<]*/g) ?? []);
    expect(formulas.filter((text) => /_xldudf_|AIM\./i.test(text))).toEqual([]);
  });

  test("has its formulas back where those that its sheet keeps are restored", async () => {
    const shared = readBook(copy);
    const kept = shared.sheets.find(({ name }) => name === "AIM formulas");
    if (!kept) throw new Error("the copy keeps no formulas");
    const { records, unreadable } = keptFormulas(kept);
    expect(unreadable).toEqual([]);
    const back = readBook(await writeShared(copy, restoreBook(records)));
    const own = ([at]: readonly [string, string]) => !/^(?:Prices!|_xlnm\.Print_)/.test(at);
    expect([...formulasOf(back)].filter(own)).toEqual([...formulasOf(readBook(original))]);
    expect(back.others).toEqual(readBook(original).others);
  });

  test("gives the same figures in IronCalc", async () => {
    const { sheets, names } = readBook(copy);
    const blended = names[0]?.formula.slice(1) ?? "";
    const plain = sheets.map(({ name, cells }): Sheet => ({
      name,
      cells: new Map(
        cells.map((cell) => [cellAddress(cell.row, cell.column), contentFor(cell, blended)]),
      ),
    }));
    expect(differences(before, await ironCalc(plain))).toEqual([]);
  });

  describeWithLibreOffice("calculated anew by LibreOffice", (libreOffice) => {
    test("gives the same figures", async () => {
      expect(differences(before, await libreOffice().recalculate(copy))).toEqual([]);
    });
  });

  describeWithValidator("to Microsoft's validator", () => {
    test.each(OFFICE_VERSIONS)("has nothing to object to in %s", async (version) => {
      expect(await objections(original, version)).toEqual([]);
      expect(await objections(copy, version)).toEqual([]);
    });
  });
});
