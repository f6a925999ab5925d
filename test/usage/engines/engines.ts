import { File } from "node:buffer";
import { DUCKDB } from "../../../src/usage/engines/duckdb/dialect";
import { createUsageEngine } from "../../../src/usage/engines/create-usage-engine";
import type {
  Loaded,
  Run,
  Summarized,
  SummaryOptions,
  UsageEngine,
  UsageFile,
} from "../../../src/usage/engines/usage-engine";
import { FORMATS, type UsageFormat } from "../../../src/usage";
import { nodeDuckDb } from "./node-duckdb";

/** An engine on the DuckDB that ships. */
export async function nodeEngine(): Promise<UsageEngine> {
  return createUsageEngine(await nodeDuckDb(), DUCKDB);
}

/** A run that nobody watches or cancels. */
export const QUIET: Run = { signal: new AbortController().signal, onProgress: () => undefined };

/** A file in memory. */
export function fileOf(content: string | Uint8Array, name = "usage.csv"): globalThis.File {
  return new File([content], name) as globalThis.File;
}

/** The format of usage with an id. */
export function usageFormat(id: string): UsageFormat {
  const found = FORMATS.find((format) => format.id === id);
  if (found?.holds !== "usage") throw new Error(`no format of usage is called ${id}`);
  return found;
}

export function loadAll(engine: UsageEngine, ...files: UsageFile[]): Promise<Loaded> {
  return engine.load(files, QUIET);
}

export function summaryOf(engine: UsageEngine, options: SummaryOptions = {}): Promise<Summarized> {
  return engine.summarize(options, QUIET);
}
