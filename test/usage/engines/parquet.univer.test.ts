import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { UsageEngine } from "../../../src/usage/engines/usage-engine";
import { fixture } from "../imports";
import { fileOf, loadAll, nodeEngine, summaryOf, usageFormat } from "./engines";

jest.setTimeout(60_000);

const PARQUET = readFileSync(
  join(__dirname, "..", "..", "fixtures", "parquet", "litellm-logs.parquet"),
);
const FORMAT = usageFormat("litellm-logs");
const ANSWERS = { customer: "end_user", zone: "UTC" };

let engine: UsageEngine;
beforeAll(async () => {
  engine = await nodeEngine();
});
afterEach(() => engine.clear());
afterAll(() => engine.close());

it("reads Parquet with numbers, times and maps as the CSV of the same table", async () => {
  expect(await engine.inspect(fileOf(PARQUET))).toMatchObject({
    kind: "recognised",
    candidates: [{ format: { id: "litellm-logs" } }],
  });
  const csv = fileOf(fixture("litellm-logs.csv"), "logs.csv");
  const fromCsv = await loadAll(engine, { file: csv, format: FORMAT, answers: ANSWERS });
  const expected = (await summaryOf(engine)).summary;
  await engine.clear();
  const parquet = fileOf(PARQUET, "logs.parquet");
  const { files } = await loadAll(engine, { file: parquet, format: FORMAT, answers: ANSWERS });
  expect(files[0]?.rows).toEqual(fromCsv.files[0]?.rows);
  expect(files[0]?.leftOut).toEqual(fromCsv.files[0]?.leftOut);
  expect(files[0]?.recordsRead).toBeGreaterThan(1);
  expect((await summaryOf(engine)).summary).toEqual(expected);
});

it("says that a Parquet file breaks off", async () => {
  const file = fileOf(PARQUET.subarray(0, PARQUET.length - 9), "logs.parquet");
  const { outcomes } = await loadAll(engine, { file, format: FORMAT, answers: ANSWERS });
  expect(outcomes).toEqual([
    { name: "logs.parquet", kind: "failed", why: "The Parquet file is damaged or breaks off." },
  ]);
});
