import { fileFault } from "../file/file-fault";
import type { Outcome, Run, UsageFile } from "../usage-engine";
import { setOffDuplicates } from "./duplicates";
import { startFileHash } from "./file-hash";
import { loadSource, type ReadFile, type Target, withRecords } from "./load-file";

/** A file that is loaded, without what the tables tell of it. */
export type KnownFile = Omit<ReadFile, "kind"> & {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly format: UsageFile["format"];
  readonly loadedAt: number;
};

/** Sums of bytes are most of the way; the rest is setting off duplicates. */
const READING = 0.95;

/**
 * Reads files into the table of usage, in one transaction: where it fails or is cancelled,
 * nothing is loaded. A file that cannot be read is left out, and the others stay.
 *
 * @param known the files that are loaded already
 * @param firstRow the number of the first new row
 */
export async function loadFiles(
  target: Target,
  files: readonly UsageFile[],
  known: readonly KnownFile[],
  firstRow: number,
  { signal, onProgress }: Run,
): Promise<{ readonly outcomes: Outcome[]; readonly loaded: KnownFile[] }> {
  const { database } = target;
  const outcomes: Outcome[] = [];
  const loaded: KnownFile[] = [];
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let [before, row] = [0, firstRow];
  let id = known.reduce((last, each) => Math.max(last, each.id), 0);
  const drop = () => database.run(`DELETE FROM usage WHERE file_no = ${id}`);
  const loadOne = async ({ file, format, answers = {} }: UsageFile): Promise<Outcome> => {
    const { name } = file;
    const hash = startFileHash(file);
    const onBytes = (done: number) =>
      onProgress(`Reading ${name}`, ((before + done) / Math.max(total, 1)) * READING);
    const read = await withRecords(file, format, signal, (source) =>
      loadSource(
        source,
        { format, answers },
        target,
        { file: id, firstRow: row },
        { signal, onBytes, ...(hash.onTheWay && { hash: hash.onTheWay }) },
      ),
    );
    if (read.kind === "ask") return { name, ...read };
    const sha256 = await hash.hex();
    const same = [...known, ...loaded].find((each) => each.sha256 === sha256);
    if (same) return { name, kind: "same", as: same.name };
    const { recordsRead, amountsRead, rejected, problems, problemCount, notes, dropped } = read;
    const counts = { recordsRead, amountsRead, rejected, problems, problemCount, notes, dropped };
    loaded.push({ id, name, sha256, format, loadedAt: Date.now(), ...counts });
    row += read.recordsRead;
    return { name, kind: "loaded", id };
  };
  for (const each of files) {
    id++;
    let outcome: Outcome;
    try {
      outcome = await loadOne(each);
    } catch (error) {
      const why = fileFault(error);
      if (why === undefined) throw error;
      outcome = { name: each.file.name, kind: "failed", why };
    }
    if (outcome.kind !== "loaded") await drop();
    outcomes.push(outcome);
    before += each.file.size;
  }
  onProgress("Looking for duplicates", READING);
  if (loaded.length > 0) await setOffDuplicates(database, signal);
  return { outcomes, loaded };
}
