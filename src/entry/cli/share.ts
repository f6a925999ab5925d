import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileFacts } from "../../hosts/file/share/file-facts";
import { readBook } from "../../hosts/file/share/read-book";
import { excelDay } from "../../scenario/json-reader";
import { HostError } from "../../workbook/host";
import { checkBook } from "../../workbook/share/check-book";
import { FINDING_KINDS } from "../../workbook/share/finding";
import { reportInWords } from "../../workbook/share/share-report";
import { shareFile } from "../share-file";
import { reason } from "./reason";
import { type Output, runCommand } from "./run-command";
import { RunError } from "./run-error";
import { type ShareArguments, shareArguments, USAGE } from "./share-arguments";
import { writeOutput } from "./write-output";

/** Why a file cannot be read, in words for those whom Node's do not tell. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder; name the workbook in it",
  EACCES: "you have no permission to read it",
};

async function bytesOf(input: string): Promise<Uint8Array> {
  return readFile(input).catch((error: unknown) => {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new RunError(`${input} cannot be read: ${UNREADABLE[code] ?? reason(error)}`);
  });
}

/** What stands in the way, a line each; 1 where something does. */
function check(bytes: Uint8Array, at: Date, { out }: Output): number {
  const found = checkBook(readBook(bytes), excelDay(at.toISOString().slice(0, 10)) ?? 0);
  for (const { kind, sheet, at: place, text, formula } of found) {
    const where = sheet === "" ? place : `${sheet}!${place}`;
    out(`${where}: ${FINDING_KINDS[kind]}. ${text}${formula ? `  ${formula}` : ""}\n`);
  }
  out(`${found.length} found.\n`);
  return found.some(({ kind }) => kind === "call") ? 1 : 0;
}

function refuseOutput(input: string, output: string, force: boolean, isMacro: boolean): void {
  const wanted = isMacro ? ".xlsm" : ".xlsx";
  if (extname(output).toLowerCase() !== wanted) {
    const why = isMacro ? "its macros are kept" : "it has no macros";
    throw new RunError(`${output} must end in ${wanted}: ${why}`);
  }
  if (!existsSync(output)) return;
  if (realpathSync(output) === realpathSync(input)) {
    throw new RunError(`${output} is the workbook itself: the copy needs a name of its own`);
  }
  if (!force) throw new RunError(`${output} exists already; --force replaces it`);
}

async function share(
  { input, output = "", preparedBy, force }: ShareArguments,
  bytes: Uint8Array,
  at: Date,
  { out, err }: Output,
): Promise<number> {
  const { isMacroEnabled, isSigned } = fileFacts(bytes);
  refuseOutput(input, output, force, isMacroEnabled);
  const shared = await shareFile(bytes, at, preparedBy);
  await writeOutput(output, shared.bytes, force);
  if (isSigned) err("The digital signature is left out: no copy can keep it.\n");
  out(`${[`${output}:`, ...reportInWords(shared.report)].join("\n")}\n`);
  return shared.report.left.length + shared.report.changed.length > 0 ? 1 : 0;
}

/**
 * Writes a share-safe copy of a workbook, or lists what stands in the way of sharing it.
 *
 * @param args as typed: `in.xlsx -o out.xlsx [--by NAME] [--check] [--force]`
 * @param at now
 * @returns the exit code: 0, or 1 where something is left to be looked at
 */
export async function runShare(args: readonly string[], output: Output, at: Date): Promise<number> {
  return runCommand(args, output, {
    usage: USAGE,
    read: shareArguments,
    act: async (parsed) => {
      const bytes = await bytesOf(parsed.input);
      return parsed.check ? check(bytes, at, output) : share(parsed, bytes, at, output);
    },
    tells: (error) => error instanceof HostError,
  });
}
