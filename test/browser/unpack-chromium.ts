import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A browser unpacked into a temporary folder, with what it needs beside it. */
export interface UnpackedChromium {
  readonly executablePath: string;
  readonly libraries: string;
  readonly fonts: string;
}

const VERSION = "147.0.0";

interface Inflater {
  readonly inflate: (file: string) => Promise<string>;
}

/** Unpacks the package's archives into the folder that TMPDIR names, which is where it puts them. */
async function inflateAll(folder: string): Promise<void> {
  const load = createRequire(join(process.cwd(), "package.json"));
  const build = dirname(load.resolve("@sparticuz/chromium"));
  // Not an export of the package: its main module unpacks the libraries on Lambda alone.
  const { inflate } = load(join(build, "lambdafs.cjs")) as Inflater;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
    await Promise.all(archives.map((archive) => inflate(join(build, "..", "..", "bin", archive))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * The Chromium in npm's @sparticuz/chromium, with its own copies of the system libraries that a
 * bare Linux lacks. It is unpacked once per computer; several processes may ask at a time.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = join(tmpdir(), `aim-chromium-${VERSION}`);
  if (!existsSync(folder)) {
    const own = await mkdtemp(`${folder}-`);
    await inflateAll(own);
    try {
      await rename(own, folder);
    } catch (error) {
      // Another process was quicker, and its copy is as good.
      await rm(own, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    executablePath: join(folder, "chromium"),
    libraries: join(folder, "al2023", "lib"),
    fonts: join(folder, "fonts"),
  };
}
