import { FileError } from "./read-chunks";

/** Why a file cannot be read, in words for the user; undefined where that is not its own fault. */
export function fileFault(error: unknown): string | undefined {
  if (error instanceof FileError) return error.message;
  // A file that was changed, moved or locked after it was chosen.
  const isGone =
    error instanceof DOMException &&
    (error.name === "NotReadableError" || error.name === "NotFoundError");
  return isGone
    ? "It can no longer be read: it was changed, moved or deleted after it was chosen. Choose it again."
    : undefined;
}
