import { parseError } from "@clickhouse/client-web";
import type { SqlValue } from "../sql-database";
import { keepDigits, rowReader } from "./cells";
import { ClickHouseError, type QueryProgress, type QueryResult } from "./connection";

/** A query in the format that brings rows, and before them how far it is, without any setting. */
export function inFormat(sql: string): string {
  // On a line of its own: a comment may end the query.
  return `${sql}\nFORMAT JSONCompactEachRowWithProgress`;
}

/** A short answer as it is. */
export function textOf(answer: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(answer).text();
}

export function brokenOff(message: string): ClickHouseError {
  return new ClickHouseError(
    "broken-off",
    message,
    "Nothing was taken over. Run it again once the server and the network are well.",
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function progressOf(figures: Readonly<Record<string, unknown>>): QueryProgress {
  return {
    rowsRead: Number(figures.read_rows ?? 0),
    bytesRead: Number(figures.read_bytes ?? 0),
    totalRows: Number(figures.total_rows_to_read ?? 0),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(keepDigits(line));
  } catch {
    return undefined;
  }
}

/** Takes the lines of an answer, one after another, until it ends. */
class Answer {
  readonly rows: SqlValue[][] = [];
  #toRow: ((cells: readonly unknown[]) => SqlValue[]) | undefined;
  #complaint: string | undefined;

  constructor(private readonly onProgress: ((progress: QueryProgress) => void) | undefined) {}

  take(line: string): void {
    // What is no line of the format is the server's complaint, and so is all after it: servers
    // write it into an answer that has begun, those from 25.11 on between marks.
    const record = this.#complaint === undefined ? parsed(line) : undefined;
    if (!isRecord(record)) {
      this.#complaint = `${this.#complaint ?? ""}${line}\n`;
    } else if (Array.isArray(record.row) && this.#toRow) {
      this.rows.push(this.#toRow(record.row));
    } else if (Array.isArray(record.meta)) {
      this.#toRow = rowReader(
        record.meta.map((column: unknown) => (isRecord(column) ? String(column.type) : "")),
      );
    } else if (isRecord(record.progress)) {
      this.onProgress?.(progressOf(record.progress));
    } else if ("exception" in record) {
      this.#complaint = String(record.exception);
    }
  }

  /** Throws what the server complained of, if it is clear. */
  throwComplaint(): void {
    if (this.#complaint === undefined) return;
    const error = parseError(this.#complaint);
    if ("code" in error) throw error;
  }

  /** @throws where the answer is not whole: a shorter table would look like a right one */
  end(): void {
    this.throwComplaint();
    if (this.#complaint !== undefined || !this.#toRow) {
      throw brokenOff("The server's answer broke off in the middle.");
    }
  }
}

/** Reads the answer to a query that `inFormat` gave to its end. */
export async function readResult(
  stream: ReadableStream<Uint8Array>,
  onProgress?: (progress: QueryProgress) => void,
): Promise<QueryResult> {
  const answer = new Answer(onProgress);
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let bytesReceived = 0;
  let begun: string[] = [];
  const takeAll = (text: string) => {
    const [first = "", ...others] = text.split("\n");
    begun.push(first);
    for (const line of others) {
      answer.take(begun.join(""));
      begun = [line];
    }
  };
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytesReceived += part.value.byteLength;
      takeAll(decoder.decode(part.value, { stream: true }));
    }
  } catch (error) {
    // A server that has complained may end the connection without ending the answer.
    answer.take(begun.join(""));
    answer.throwComplaint();
    throw error;
  }
  const last = begun.join("") + decoder.decode();
  if (last !== "") answer.take(last);
  answer.end();
  return { rows: answer.rows, bytesReceived };
}
