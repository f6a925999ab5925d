import { sampleLog } from "../../src/usage/sample/sample-log";
import { DUCKDB } from "../../src/usage/engines/duckdb/dialect";
import { createUsageEngine } from "../../src/usage/engines/create-usage-engine";
import type { Run } from "../../src/usage/engines/usage-engine";
import { FORMATS } from "../../src/usage";
import { nodeDuckDb } from "../usage/engines/node-duckdb";
import { milliseconds, type Result } from "./result";

const ROWS = 100_000;
const RUNS = 3;
const QUIET: Run = { signal: new AbortController().signal, onProgress: () => undefined };

/** What ours sums up, in SQL alone, of a file whose cells are trusted to be what they should. */
function plainSql(file: string, header: string): readonly string[] {
  const columns = header.split(",").map((name) => `'${name}': 'VARCHAR'`);
  const tokens = (key: string) =>
    `coalesce(TRY_CAST(regexp_extract(metadata, '"${key}":(\\d+)', 1) AS BIGINT), 0)`;
  return [
    `CREATE OR REPLACE TABLE log AS SELECT * FROM (SELECT request_id, end_user, session_id, model,
  custom_llm_provider, TRY_CAST(startTime AS TIMESTAMP) AS started,
  TRY_CAST(spend AS DECIMAL(18, 9)) AS cost, TRY_CAST(prompt_tokens AS BIGINT) AS input,
  TRY_CAST(completion_tokens AS BIGINT) AS output,
  ${tokens("cache_read_input_tokens")} AS cached, ${tokens("reasoning_tokens")} AS reasoning
FROM read_csv('${file}', columns = {${columns.join(", ")}}, auto_detect = false, header = true,
  delim = ',', quote = '"', escape = '"', ignore_errors = true))
WHERE started IS NOT NULL AND cost IS NOT NULL AND input IS NOT NULL AND output IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY request_id ORDER BY started DESC) = 1`,
    `SELECT end_user, year(started), month(started), model, custom_llm_provider, count(*), sum(cost),
  sum(input), sum(output), sum(cached), sum(reasoning) FROM log GROUP BY ALL`,
    `CREATE OR REPLACE TABLE tasks AS SELECT end_user, session_id, min(started) AS started,
  count(*) AS requests, sum(cost) AS cost, sum(input) AS input, sum(output) AS output
FROM log GROUP BY ALL`,
    "SELECT end_user, year(started), month(started), count(*) FROM tasks GROUP BY ALL",
    `SELECT end_user, count(*), quantile_cont(CAST(cost AS DOUBLE), [0.5, 0.9, 0.99])
FROM tasks GROUP BY ALL`,
    "SELECT count(*), avg(requests), avg(input), avg(output) FROM tasks",
  ];
}

/** Loading and summing up a log, against the same database with nothing around it. */
export async function usageEngineBench(): Promise<Result> {
  const lines = [...sampleLog(ROWS, 1)];
  const [header = ""] = lines;
  const csv = new File([`${lines.join("\n")}\n`], "log.csv");
  const format = FORMATS.find(({ id }) => id === "litellm-logs");
  if (format?.holds !== "usage") throw new Error("the format of the sample is gone");
  const engine = await createUsageEngine(await nodeDuckDb(), DUCKDB);
  const bare = await nodeDuckDb();
  const ours = async () => {
    await engine.clear();
    await engine.load([{ file: csv, format }], QUIET);
    await engine.summarize({}, QUIET);
  };
  const peer = async () => {
    const bytes = new Uint8Array(await csv.arrayBuffer());
    await bare.withFile("log.csv", bytes, async () => {
      for (const sql of plainSql("log.csv", header)) await bare.run(sql);
    });
  };
  const timeOf = async (run: () => Promise<void>) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  let [ourTime, peerTime] = [Infinity, Infinity];
  for (let run = 0; run < RUNS; run++) {
    ourTime = Math.min(ourTime, await timeOf(ours));
    peerTime = Math.min(peerTime, await timeOf(peer));
  }
  engine.close();
  bare.close();
  return {
    what: `Usage, ${ROWS.toLocaleString("en-US")} rows of CSV loaded and summed up`,
    ours: milliseconds(ourTime),
    peer: `${milliseconds(peerTime)} SQL alone in the same DuckDB-Wasm`,
    ratio: `${(ourTime / peerTime).toFixed(2)} times as long`,
    aim: "2 times or less",
  };
}
