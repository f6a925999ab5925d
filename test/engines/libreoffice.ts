import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Calculated, Engine } from "./cells";
import { readWorkbook, shownValues, writeWorkbook } from "./xlsx";

/** What people do who have no LibreOffice; one line. */
export const HOW_TO_GET_LIBREOFFICE =
  "No LibreOffice found, so formulas are not compared with it: install it (on Debian: apt-get install libreoffice-calc), or set SOFFICE_PATH to its program soffice.";

const run = promisify(execFile);

/** A stuck program is ended after this time; its first start alone can take ten seconds. */
export const PATIENCE_MS = 120_000;

type Environment = Readonly<Record<string, string | undefined>>;

function places(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === "win32") {
    return [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"]].flatMap((root) =>
      root ? [join(root, "LibreOffice", "program", "soffice.com")] : [],
    );
  }
  if (platform === "darwin") return ["/Applications/LibreOffice.app/Contents/MacOS/soffice"];
  const folders = [...(environment.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  return folders.map((folder) => join(folder, "soffice"));
}

/**
 * The program of LibreOffice: SOFFICE_PATH, else where it is commonly installed; undefined where
 * there is none.
 */
export function findLibreOffice(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  return environment.SOFFICE_PATH ?? places(platform, environment).find((path) => existsSync(path));
}

// "Always recalculate": otherwise LibreOffice shows the values that a file brings.
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** A LibreOffice with a profile of its own, so that it never meets another one. */
export interface LibreOffice {
  /** Workbook files as LibreOffice writes them once it has opened and calculated them. */
  readonly resave: (files: readonly Uint8Array[]) => Promise<Uint8Array[]>;
  /** What a workbook file shows once every formula is calculated anew; 15 significant digits. */
  readonly recalculate: (file: Uint8Array) => Promise<Calculated>;
  /** The same for several files, with one start of the program. */
  readonly recalculateAll: (files: readonly Uint8Array[]) => Promise<Calculated[]>;
  readonly calculate: Engine;
  /** Removes the profile and all files. */
  readonly close: () => Promise<void>;
}

/** Prepares LibreOffice for some calculations, one after another; the first takes longest. */
export async function openLibreOffice(program: string): Promise<LibreOffice> {
  const folder = await mkdtemp(join(tmpdir(), "aim-libreoffice-"));
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user", "registrymodifications.xcu"), SETTINGS);
  const out = join(folder, "out");

  const resave = async (files: readonly Uint8Array[]): Promise<Uint8Array[]> => {
    await rm(out, { recursive: true, force: true });
    const names = files.map((_, i) => `book${i + 1}.xlsx`);
    for (const [i, file] of files.entries()) await writeFile(join(folder, names[i] ?? ""), file);
    await run(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        out,
        ...names.map((name) => join(folder, name)),
      ],
      { timeout: PATIENCE_MS * files.length },
    );
    return Promise.all(names.map((name) => readFile(join(out, name))));
  };

  const recalculateAll = async (files: readonly Uint8Array[]): Promise<Calculated[]> => {
    const calculated: Calculated[] = [];
    for (const file of await resave(files)) {
      calculated.push(shownValues(await readWorkbook(file)));
    }
    return calculated;
  };

  const recalculate = async (file: Uint8Array): Promise<Calculated> => {
    const [calculated] = await recalculateAll([file]);
    if (!calculated) throw new Error("LibreOffice gave no workbook");
    return calculated;
  };

  return {
    resave,
    recalculate,
    recalculateAll,
    calculate: async (sheets) => recalculate(await writeWorkbook(sheets)),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
