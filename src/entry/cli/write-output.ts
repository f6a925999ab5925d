import { writeFile } from "node:fs/promises";
import { reason } from "./reason";
import { RunError } from "./run-error";

/**
 * Writes a file; one that exists is replaced only where that was asked for.
 *
 * @throws RunError in words for the user
 */
export async function writeOutput(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  await writeFile(path, bytes, { flag: force ? "w" : "wx" }).catch((error: unknown) => {
    throw new RunError(`${path} cannot be written: ${reason(error)}`);
  });
}
