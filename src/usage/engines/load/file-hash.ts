import { type Sha256, startSha256 } from "../../sha256";

/** The SHA-256 of a file that is read. */
export interface FileHash {
  /** Takes the bytes on the way where they are not hashed otherwise. */
  readonly onTheWay: Sha256 | undefined;
  /** In hexadecimal, once the file was read. */
  readonly hex: () => Promise<string>;
}

/** The browser hashes five times as fast, beside all else, but needs the whole file in memory. */
const MOST_AT_ONCE = 512 * 1024 * 1024;

async function atOnce(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function startFileHash(file: Blob): FileHash {
  if (file.size > MOST_AT_ONCE) {
    const onTheWay = startSha256();
    return { onTheWay, hex: () => Promise.resolve(onTheWay.hex()) };
  }
  const hash = atOnce(file);
  // It is awaited once the file was read; where that fails, this is no news.
  hash.catch(() => undefined);
  return { onTheWay: undefined, hex: () => hash };
}
