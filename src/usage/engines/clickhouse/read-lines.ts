import type { SqlValue } from "../sql-database";
import { brokenOff, isRecord, parsed, throwComplaint, typesOf } from "./answer-text";
import { rowReader } from "./cells";
import type { QueryProgress, QueryResult } from "./connection";

/** A query in the format that brings its rows as they come, and before them how far it is. */
export function inLines(sql: string): string {
  // On a line of its own: a comment may end the query.
  return `${sql}\nFORMAT JSONCompactEachRowWithProgress`;
}

function progressOf(figures: Readonly<Record<string, unknown>>): QueryProgress {
  return {
    rowsRead: Number(figures.read_rows ?? 0),
    bytesRead: Number(figures.read_bytes ?? 0),
    totalRows: Number(figures.total_rows_to_read ?? 0),
  };
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
    } else if (Array.isArray(record.row)) {
      if (!this.#toRow) throw brokenOff("The server sent a row before its columns.");
      this.rows.push(this.#toRow(record.row));
    } else if (Array.isArray(record.meta)) {
      this.#toRow = rowReader(typesOf(record.meta));
    } else if (isRecord(record.progress)) {
      this.onProgress?.(progressOf(record.progress));
    } else if ("exception" in record) {
      this.#complaint = String(record.exception);
    }
  }

  throwComplaint(): void {
    if (this.#complaint !== undefined) throwComplaint(this.#complaint);
  }

  /** @throws where the answer is not whole: a shorter table would look like a right one */
  end(): void {
    this.throwComplaint();
    if (this.#complaint !== undefined || !this.#toRow) {
      throw brokenOff("The server's answer broke off in the middle.");
    }
  }
}

/** Reads the answer to a query `inLines`. */
export async function readLines(
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
