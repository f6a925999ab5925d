import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Output } from "../../../src/entry/cli/run-command";

/** A command that is tried in a folder of its own, which is gone after the suite. */
export function trial(command: (args: readonly string[], output: Output) => Promise<number>) {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "aim-command-"));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    path: (name: string): string => join(folder, name),
    /** The exit code, and what was said. */
    run: async (...args: readonly string[]) => {
      const said = { out: "", err: "" };
      const code = await command(args, {
        out: (text) => (said.out += text),
        err: (text) => (said.err += text),
      });
      return { code, ...said };
    },
  };
}
