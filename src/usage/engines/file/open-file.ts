import type { Shape } from "../../format";
import type { JsonRecord } from "../../source/json-records";
import { openText, type OpenedText } from "../../source/open-text";
import { csvTable, jsonTable, type Table } from "../../source/table";
import { type CsvFile, csvFile } from "./csv-file";
import { csvSlices, type Slice } from "./csv-slices";
import { jsonLineSlices, jsonSlices } from "./json-slices";
import { openParquet } from "./parquet";
import { FileError, type Reading, textPieces } from "./read-chunks";

/** The records of a file: the first of them as a table, and all of them slice by slice. */
export interface Source<R> {
  /** What is known from the beginning of the file. */
  readonly table: Table<R>;
  readonly slices: (reading: Reading) => AsyncGenerator<Slice<R>>;
  /** The file itself, where it is CSV. */
  readonly csv?: CsvFile<R> | undefined;
}

/** Something done with a source, whatever its records are. */
export type WithSource<T> = <R>(source: Source<R>) => T;

/** A file, recognised as far as its container. */
export type OpenedFile =
  | {
      readonly kind: "records";
      /** The beginning of the file. */
      readonly head: OpenedText;
      /** Does something with the records that a shape sees; undefined where it sees none. */
      readonly within: <T>(shape: Shape, use: WithSource<T>) => T | undefined;
    }
  | Extract<OpenedText, { kind: "empty" | "unreadable" }>;

/** So much of a file is looked at to tell what it is and how it is written. */
const HEAD = 1024 * 1024;

/** A JSON document has to be in memory as a whole; lines of JSON, CSV and Parquet need not. */
const MOST_JSON = 256 * 1024 * 1024;

const PACKED = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PARQUET = [0x50, 0x41, 0x52, 0x31];

async function beginsWith(file: Blob, signs: readonly number[]): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, signs.length).arrayBuffer());
  return signs.every((sign, index) => bytes[index] === sign);
}

interface Head {
  readonly text: string;
  readonly isWhole: boolean;
}

/** The first records of a text, cut at the end of a line. */
async function readHead(file: Blob, isPacked: boolean, reading: Reading): Promise<Head> {
  let text = "";
  for await (const piece of textPieces(file, isPacked, reading)) {
    text += piece;
    if (text.length < HEAD) continue;
    const end = text.lastIndexOf("\n", HEAD);
    return { text: end > 0 ? text.slice(0, end + 1) : text, isWhole: false };
  }
  return { text, isWhole: true };
}

async function readJson(file: Blob, isPacked: boolean, reading: Reading): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of textPieces(file, isPacked, reading)) {
    parts.push(piece);
    length += piece.length;
    if (length > MOST_JSON) {
      throw new FileError(
        "It is one JSON document of more than 256 MB. Export JSON lines, CSV or Parquet, or a shorter time.",
      );
    }
  }
  return parts.join("");
}

function openedCsv(
  file: Blob,
  isPacked: boolean,
  head: Extract<OpenedText, { kind: "csv" }>,
): OpenedFile {
  const slices = (reading: Reading) => csvSlices(textPieces(file, isPacked, reading), head.dialect);
  const csv = csvFile(file, isPacked, head);
  return {
    kind: "records",
    head,
    within: (shape, use) =>
      shape.in === "csv" ? use({ table: csvTable(head), slices, csv }) : undefined,
  };
}

type Json = Extract<OpenedText, { kind: "json" }>;

function openedJson(
  head: Json,
  slices: (reading: Reading, rows: readonly string[]) => AsyncGenerator<Slice<JsonRecord>>,
): OpenedFile {
  return {
    kind: "records",
    head,
    within: (shape, use) =>
      shape.in === "json"
        ? use({
            table: jsonTable(head, shape.rows),
            slices: (reading) => slices(reading, shape.rows),
          })
        : undefined,
  };
}

function openedLines(file: Blob, isPacked: boolean, head: Json): OpenedFile {
  return openedJson(head, (reading, rows) =>
    jsonLineSlices(textPieces(file, isPacked, reading), rows),
  );
}

/** Reads a document's file once more, so that its bytes are counted and hashed as any other's. */
function openedDocument(file: Blob, isPacked: boolean, head: Json): OpenedFile {
  return openedJson(head, async function* (reading, rows) {
    for await (const piece of textPieces(file, isPacked, reading)) void piece;
    for (const slice of jsonSlices(head.documents, rows)) {
      reading.signal.throwIfAborted();
      yield slice;
    }
  });
}

function isLines(text: string): boolean {
  const [line = ""] = text
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split("\n", 1);
  return openText(line).kind === "json";
}

/**
 * Tells what a file is written in, by its beginning: CSV, JSON, JSON lines (each also packed as
 * .gz) or Parquet. The name does not matter.
 *
 * @throws FileError where it cannot be read
 */
export async function openFile(file: Blob, signal: AbortSignal): Promise<OpenedFile> {
  if (await beginsWith(file, ZIP)) {
    return {
      kind: "unreadable",
      why: "It is a .zip file, or a workbook. Unpack it, or save it as CSV.",
    };
  }
  if (await beginsWith(file, PARQUET)) return openParquet(file, signal);
  const isPacked = await beginsWith(file, PACKED);
  const reading = { signal };
  const { text, isWhole } = await readHead(file, isPacked, reading);
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  if (!isJson || isWhole || isLines(text)) {
    const head = openText(text);
    if (head.kind === "csv") return openedCsv(file, isPacked, head);
    if (head.kind !== "json") return head;
    const isDocument = head.documents.some(({ line }) => line === undefined);
    return isDocument ? openedDocument(file, isPacked, head) : openedLines(file, isPacked, head);
  }
  const head = openText(await readJson(file, isPacked, reading));
  if (head.kind === "json") return openedDocument(file, isPacked, head);
  return { kind: "unreadable", why: "The JSON in it breaks off or is not well-formed." };
}
