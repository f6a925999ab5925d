import type { Shape } from "../../format";
import { personalColumns } from "../../personal-data";
import { csvColumns } from "../../source/csv-columns";
import type { Table } from "../../source/table";
import type { Slice } from "./csv-slices";
import type { OpenedFile, WithSource } from "./open-file";
import { fileChunks, FileError, type Reading } from "./read-chunks";

const HEAD_ROWS = 20_000;
const SLICE_ROWS = 50_000;

/** A value of Parquet as the cell of a CSV would hold it: maps as JSON, times as ISO 8601. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "bigint" ? String(each) : each,
  );
}

/**
 * Opens a Parquet file, packed with any of its usual packings; rows are read as those of a CSV
 * with the same columns are.
 *
 * @throws FileError where it is damaged
 */
export async function openParquet(file: Blob, signal: AbortSignal): Promise<OpenedFile> {
  const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { compressors }] =
    await Promise.all([import("hyparquet"), import("hyparquet-compressors")]);
  const buffer = {
    byteLength: file.size,
    slice: async (start: number, end = file.size) => file.slice(start, end).arrayBuffer(),
  };
  const guarded = async <T>(read: Promise<T>): Promise<T> => {
    try {
      return await read;
    } catch (error) {
      throw new FileError("The Parquet file is damaged or breaks off.", { cause: error });
    }
  };
  const metadata = await guarded(parquetMetadataAsync(buffer));
  const count = Number(metadata.num_rows);
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  // Prompts and answers are most of a table of logs, and are not read anyway.
  const personal = new Set(personalColumns(header));
  const columns = header.filter((name) => !personal.has(name));
  const rowsAt = async (rowStart: number, rowEnd: number): Promise<Slice<readonly string[]>> => {
    const rows = await guarded(
      parquetReadObjects({ file: buffer, metadata, columns, compressors, rowStart, rowEnd }),
    );
    return rows.map((row, index) => ({
      record: header.map((name) => cell(row[name])),
      place: { line: rowStart + index + 1 },
    }));
  };
  signal.throwIfAborted();
  const head = await rowsAt(0, Math.min(HEAD_ROWS, count));
  const table: Table<readonly string[]> = {
    columns: csvColumns(header),
    delimiter: ",",
    records: () => head,
  };
  async function* slices(reading: Reading) {
    // Rows are read where they stand; the hash takes the file from its beginning.
    if (reading.hash) {
      for await (const chunk of fileChunks(file, { signal: reading.signal, hash: reading.hash })) {
        void chunk;
      }
    }
    for (let at = 0; at < count; at += SLICE_ROWS) {
      reading.signal.throwIfAborted();
      const end = Math.min(at + SLICE_ROWS, count);
      yield await rowsAt(at, end);
      reading.onBytes?.((file.size * end) / count);
    }
  }
  return {
    kind: "records",
    head: { kind: "csv", text: "", dialect: { delimiter: ",", header, offset: 0, line: 1 } },
    within: <T>(shape: Shape, use: WithSource<T>) =>
      shape.in === "csv" ? use({ table, slices }) : undefined,
  };
}
