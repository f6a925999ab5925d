import { type Answers, type Format, type Importable, importText } from "../../../usage";
import { startSha256 } from "../../../usage/sha256";
import type { ReadLines } from "./import-file";
import type { Question } from "../../../usage";

/** Larger files would not fit into memory at once. */
const MOST_BYTES = 200_000_000;

type Read =
  | { readonly kind: "lines"; readonly lines: ReadLines }
  | { readonly kind: "ask"; readonly questions: readonly Question[] }
  | { readonly kind: "failed"; readonly why: string };

async function unpackedText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return new TextDecoder().decode(bytes);
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const text = await new Response(readable).text();
  await written;
  return text;
}

function importableAs(text: string, format: Format): Importable | undefined {
  const found = importText(text);
  if (found.kind === "unknown") return found.as(format);
  if (found.kind !== "recognised") return undefined;
  return found.candidates.find((candidate) => candidate.format.id === format.id);
}

/** Reads a file of revenue or of other costs in a format, all of it in memory. */
export async function readLines(
  file: File,
  format: Format,
  answers: Answers,
  now: () => Date,
): Promise<Read> {
  if (file.size > MOST_BYTES) {
    return {
      kind: "failed",
      why: "Files of revenue and of costs are read up to 200 MB: export fewer months.",
    };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text: string;
  try {
    text = await unpackedText(bytes);
  } catch {
    return { kind: "failed", why: "The file is packed, and damaged or cut short." };
  }
  const imported = importableAs(text, format)?.read(answers);
  if (imported === undefined || imported.kind === "usage") {
    return { kind: "failed", why: "The file cannot be read in this format." };
  }
  if (imported.kind === "ask") return imported;
  const hash = startSha256();
  hash.add(bytes);
  const read = { sha256: hash.hex(), readAt: now().getTime() };
  return { kind: "lines", lines: { ...imported, ...read } };
}
