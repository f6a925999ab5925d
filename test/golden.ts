import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Compares a text with the one kept in a file. `npm run golden` writes the file instead: read
 * its difference before you commit it.
 */
export function expectGolden(file: string, text: string): void {
  if (process.env.UPDATE_GOLDENS) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
}
