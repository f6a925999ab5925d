import { brokenOff, isRecord, parsed, throwComplaint, typesOf } from "./answer-text";
import { rowReader } from "./cells";
import type { QueryProgress, QueryResult } from "./connection";

/**
 * A query in the format that brings all in one piece. Where answers are compressed nothing comes
 * earlier anyway, and what fails before the first row is told in words, as no answer has begun.
 */
export function inWhole(sql: string): string {
  return `${sql}\nFORMAT JSONCompact`;
}

/** Reads the answer to a query `inWhole`. */
export async function readWhole(
  stream: ReadableStream<Uint8Array>,
  onProgress?: (progress: QueryProgress) => void,
): Promise<QueryResult> {
  const bytes = await new Response(stream).arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  const answer = parsed(text);
  const { meta, data, rows, statistics, exception } = isRecord(answer) ? answer : {};
  if (!Array.isArray(meta) || !Array.isArray(data) || rows !== data.length) {
    throwComplaint(exception === undefined ? text : String(exception));
    throw brokenOff("The server's answer broke off in the middle.");
  }
  if (exception !== undefined) throwComplaint(String(exception));
  if (isRecord(statistics)) {
    const rowsRead = Number(statistics.rows_read ?? 0);
    const bytesRead = Number(statistics.bytes_read ?? 0);
    onProgress?.({ rowsRead, bytesRead, totalRows: rowsRead });
  }
  const toRow = rowReader(typesOf(meta));
  return {
    rows: data.map((row: unknown) => toRow(Array.isArray(row) ? row : [])),
    bytesReceived: bytes.byteLength,
  };
}
