import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { runShare } from "../../../src/entry/cli/share";
import {
  data,
  fileOf,
  partsOf,
  rels,
  workbookOf,
  workbookParts,
} from "../../hosts/file/share/file-of";
import { wholeFile } from "../../hosts/file/share/whole-file";

// Univer takes its time to start where other suites run beside this one.
jest.setTimeout(60_000);

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aim-refusals-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]) {
  const said = { out: "", err: "" };
  const code = await runShare(
    args,
    { out: (text) => (said.out += text), err: (text) => (said.err += text) },
    new Date(Date.UTC(2026, 8, 1)),
  );
  return { code, ...said };
}

const CELLS = data('<row r="1"><c r="A1"><f>_xldudf_AIM_GROSSMARGIN(10,4)</f><v>0.6</v></c></row>');
const GOOD = workbookOf({ Sales: CELLS });

/** A compound file, as far as its first bytes and the names in it go. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const wide = names.flatMap((name) => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 9, 9, ...wide]);
}

/** A package whose main part has this type. */
function packageOf(contentType: string): Uint8Array {
  return fileOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${contentType}"/></Types>`,
    "_rels/.rels": rels(["rId1", "officeDocument", "main.xml"]),
    "main.xml": "<main/>",
  });
}

test.each<[string, Uint8Array, string]>([
  ["an old workbook", compoundFile("Workbook"), "Excel 97-2003 (.xls)"],
  [
    "a workbook with a password",
    compoundFile("EncryptionInfo", "EncryptedPackage"),
    "protected with a password",
  ],
  [
    "a binary workbook",
    packageOf("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
    "binary workbook (.xlsb)",
  ],
  [
    "a document",
    packageOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    "This is a Word document",
  ],
  ["an empty file", new Uint8Array(), "This file is empty"],
  ["a text", strToU8("Model,Price"), "This is no .xlsx workbook"],
  ["half of a workbook", GOOD.slice(0, GOOD.length / 2), "This file is damaged"],
  [
    "a file that unpacks to a thousand times its size",
    fileOf({
      ...workbookParts({ Sales: CELLS }),
      "xl/worksheets/sheet1.xml": " ".repeat(20_000_000),
    }),
    "it has not been unpacked",
  ],
])(
  "answers to %s in a sentence, and neither changes it nor writes anything",
  async (_, bytes, answer) => {
    const input = join(folder, "in.xlsx");
    writeFileSync(input, bytes);
    for (const rest of [["-o", join(folder, "out.xlsx")], ["--check"]]) {
      const { code, out, err } = await run(input, ...rest);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toContain(answer);
      expect(err).toMatch(/^[A-Z].*\.\n$/);
    }
    expect(Buffer.from(bytes).equals(readFileSync(input))).toBe(true);
    expect(readdirSync(folder)).toEqual(["in.xlsx"]);
  },
);

test("says why what is no file cannot be read", async () => {
  mkdirSync(join(folder, "books"));
  const books = await run(join(folder, "books"), "-o", join(folder, "out.xlsx"));
  expect(books.code).toBe(1);
  expect(books.err).toMatch(/books cannot be read: it is a folder; name the workbook in it\n$/);
  const missing = await run(join(folder, "missing.xlsx"), "--check");
  expect(missing.code).toBe(1);
  expect(missing.err).toMatch(/missing\.xlsx cannot be read: there is no such file\n$/);
});

test("keeps pivot tables, images, charts, comments and other add-ins' panes to the byte", async () => {
  const [input, output] = [join(folder, "in.xlsx"), join(folder, "out.xlsx")];
  const original = wholeFile();
  writeFileSync(input, original);
  const { err } = await run(input, "-o", output);
  expect(err).toBe("");
  const [before, after] = [partsOf(original), partsOf(readFileSync(output))];
  const kept = Object.keys(before).filter((path) =>
    /pivot|media|charts|drawings|comments|webextension2|externalLink1/.test(path),
  );
  expect(kept.length).toBeGreaterThan(10);
  for (const path of kept) expect([path, after[path]]).toEqual([path, before[path]]);
  expect(readFileSync(input).equals(Buffer.from(original))).toBe(true);
});

test("keeps macros to the byte, in a copy that is named for them", async () => {
  const [input, output] = [join(folder, "in.xlsm"), join(folder, "out.xlsm")];
  const parts = workbookParts({ Sales: CELLS }, MACROS);
  const original = fileOf(parts);
  const typed = partsOf(original)["[Content_Types].xml"]?.replace(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  );
  writeFileSync(input, fileOf({ ...parts, "[Content_Types].xml": typed ?? "" }));
  const wrong = await run(input, "-o", join(folder, "out.xlsx"));
  expect(wrong.err).toContain("must end in .xlsm: its macros are kept");
  const { code } = await run(input, "-o", output);
  expect(code).toBe(0);
  const after = partsOf(readFileSync(output));
  expect(after["xl/vbaProject.bin"]).toBe("macros \u0001");
  expect(after["[Content_Types].xml"]).toContain("sheet.macroEnabled.main+xml");
  expect(after["xl/worksheets/sheet1.xml"]).not.toContain("_xldudf_");
});

const MACROS = {
  workbookRels: [
    ["rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
  ],
  parts: { "xl/vbaProject.bin": strToU8("macros \u0001") },
} as const;
