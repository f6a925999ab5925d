import type { Sha256 } from "../../sha256";

/** How a file is read: what is told on the way, and what stops it. */
export interface Reading {
  readonly signal: AbortSignal;
  /** Called with the bytes of the file that were read so far. */
  readonly onBytes?: (done: number) => void;
  /** Takes every byte of the file as it stands on disk. */
  readonly hash?: Sha256;
}

/** Why a file cannot be read, in words for the user. */
export class FileError extends Error {
  override readonly name = "FileError";
}

const CHUNK = 4 * 1024 * 1024;

/** The bytes of a file, in pieces: never more than two of them are in memory. */
export async function* fileChunks(file: Blob, reading: Reading): AsyncGenerator<Uint8Array> {
  const read = (at: number) => {
    const chunk = file.slice(at, at + CHUNK).arrayBuffer();
    // It is awaited when its turn comes; until then its failure is no news.
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = read(0);
  for (let at = 0; at < file.size; at += CHUNK) {
    reading.signal.throwIfAborted();
    const bytes = new Uint8Array(await next);
    // The disk reads on while these are worked on.
    next = read(at + CHUNK);
    reading.hash?.add(bytes);
    reading.onBytes?.(Math.min(at + CHUNK, file.size));
    yield bytes;
  }
  reading.signal.throwIfAborted();
}

/** Unpacks gzip on the way. What is damaged or breaks off is an error, never a shorter file. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const reader: ReadableStreamDefaultReader<Uint8Array> = readable.getReader();
  const stop = (reason: unknown) => writer.abort(reason).catch(() => undefined);
  let failure: unknown;
  const feed = async () => {
    try {
      for await (const chunk of chunks) await writer.write(Uint8Array.from(chunk));
      await writer.close();
    } catch (error) {
      failure = error;
      await stop(error);
    }
  };
  const feeding = feed();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } catch (error) {
    await feeding;
    // A file that cannot be read, or Cancel, is not the fault of the packing.
    if (failure instanceof DOMException) throw failure;
    throw new FileError("The .gz file is damaged or breaks off. Export or download it again.", {
      cause: error,
    });
  } finally {
    await stop("no more is needed");
  }
}

/** The bytes of a file, unpacked, in pieces that are not small. */
export async function* bytePieces(
  file: Blob,
  isPacked: boolean,
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  const chunks = fileChunks(file, reading);
  if (!isPacked) {
    yield* chunks;
    return;
  }
  let gathered: Uint8Array[] = [];
  let length = 0;
  const piece = () => {
    const whole = new Uint8Array(length);
    let at = 0;
    for (const bytes of gathered) {
      whole.set(bytes, at);
      at += bytes.length;
    }
    [gathered, length] = [[], 0];
    return whole;
  };
  for await (const bytes of unpacked(chunks)) {
    gathered.push(bytes);
    length += bytes.length;
    if (length >= CHUNK) yield piece();
  }
  yield piece();
}

/** The text of a file, packed or not, in pieces of about a size. */
export async function* textPieces(
  file: Blob,
  isPacked: boolean,
  reading: Reading,
  size = CHUNK,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const chunks = fileChunks(file, reading);
  let piece = "";
  for await (const bytes of isPacked ? unpacked(chunks) : chunks) {
    piece += decoder.decode(bytes, { stream: true });
    if (piece.length < size) continue;
    yield piece;
    piece = "";
  }
  yield piece + decoder.decode();
}
