import { overlaps } from "../overlaps";
import { startKinds } from "./kinds";
import { CREATE_DUPLICATES } from "./load/duplicates";
import { inspectFile, previewFile } from "./load/inspect-file";
import { type KnownFile, loadFiles } from "./load/load-files";
import { repeatedRows } from "./load/repetitions";
import { fileTallies } from "./load/tallies";
import { CREATE_USAGE } from "./load/usage-table";
import type { Dialect } from "./sql/dialect";
import type { SqlDatabase } from "./sql-database";
import { PRICED_AT_ONCE, summarize } from "./summarize";
import type { Loaded, LoadedFile, Outcome, Run, UsageEngine, UsageFile } from "./usage-engine";

async function createTables(database: SqlDatabase): Promise<void> {
  await database.run(CREATE_USAGE);
  await database.run(CREATE_DUPLICATES);
}

/** The failure in words for the user, where it is none of ours. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Error) || !/out of memory|memory limit/i.test(error.message)) return error;
  return new Error(
    "There are more rows than fit into memory here. Nothing was loaded; export a shorter time, or totals by day.",
    { cause: error },
  );
}

/** Runs one piece of work after the other. */
function oneByOne() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** A usage engine on a database that belongs to it alone. */
export async function createUsageEngine(
  database: SqlDatabase,
  dialect: Dialect,
  pricedAtOnce = PRICED_AT_ONCE,
): Promise<UsageEngine> {
  await createTables(database);
  const inTurn = oneByOne();
  const target = { database, kinds: startKinds() };
  let known: readonly KnownFile[] = [];
  let rows = 0;

  async function loaded(outcomes: readonly Outcome[], run: Run): Promise<Loaded> {
    const talliesOf = await fileTallies(target, run.signal);
    const files = known.map((file): LoadedFile => ({ ...file, ...talliesOf(file.id) }));
    const spans = files.flatMap(({ start, end, ...file }) =>
      start === null || end === null ? [] : [{ ...file, start, end }],
    );
    const nameOf = (id: number) => files.find((file) => file.id === id)?.name ?? "";
    const repeated = files.length > 1 ? await repeatedRows(database, run.signal) : [];
    const repetitions = repeated.map(([file, other, count]) => ({
      names: [nameOf(file), nameOf(other)] as const,
      rows: count,
    }));
    return { outcomes, files, overlaps: overlaps(spans), repetitions };
  }

  async function load(files: readonly UsageFile[], run: Run): Promise<Loaded> {
    const before = { known, rows };
    await database.run("BEGIN TRANSACTION");
    try {
      const done = await loadFiles(target, files, known, rows, run);
      known = [...known, ...done.loaded];
      rows += done.loaded.reduce((sum, { recordsRead }) => sum + recordsRead, 0);
      const result = await loaded(done.outcomes, run);
      run.signal.throwIfAborted();
      await database.run("COMMIT");
      run.onProgress("Loaded", 1);
      return result;
    } catch (error) {
      ({ known, rows } = before);
      await database.run("ROLLBACK").catch(() => undefined);
      throw inWords(error);
    }
  }

  const never = new AbortController().signal;
  return {
    inspect: (file) => inspectFile(file, never),
    preview: ({ file, format, answers = {} }) => previewFile(file, format, answers, never),
    load: (files, run) => inTurn(() => load(files, run)),
    summarize: (options, run) =>
      inTurn(() => summarize(target, dialect, options, run, pricedAtOnce)),
    clear: () =>
      inTurn(async () => {
        await database.run("DROP TABLE usage");
        await database.run("DROP TABLE duplicates");
        await createTables(database);
        known = [];
        rows = 0;
      }),
    close: database.close,
  };
}
