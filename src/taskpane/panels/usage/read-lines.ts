import { type Answers, type Format, type Importable, importText } from "../../../usage";
import { fileFault } from "../../../usage/engines/file/file-fault";
import { textPieces } from "../../../usage/engines/file/read-chunks";
import { startSha256 } from "../../../usage/sha256";
import type { ReadLines } from "./import-file";
import type { Question } from "../../../usage";

/** Larger files would not fit into memory at once. */
const MOST_BYTES = 200_000_000;

type Read =
  | { readonly kind: "lines"; readonly lines: ReadLines }
  | { readonly kind: "ask"; readonly questions: readonly Question[] }
  | { readonly kind: "failed"; readonly why: string };

/** The text of a file, unpacked, and the hash of its bytes as they are. */
async function wholeText(file: File): Promise<{ readonly text: string; readonly sha256: string }> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const hash = startSha256();
  let text = "";
  for await (const piece of textPieces(file, isPacked, {
    signal: new AbortController().signal,
    hash,
  })) {
    text += piece;
  }
  return { text, sha256: hash.hex() };
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
  let whole: Awaited<ReturnType<typeof wholeText>>;
  try {
    whole = await wholeText(file);
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    return { kind: "failed", why };
  }
  const imported = importableAs(whole.text, format)?.read(answers);
  if (imported === undefined || imported.kind === "usage") {
    return { kind: "failed", why: "The file cannot be read in this format." };
  }
  if (imported.kind === "ask") return imported;
  const read = { sha256: whole.sha256, readAt: now().getTime() };
  return { kind: "lines", lines: { ...imported, ...read } };
}
