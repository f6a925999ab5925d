import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A browser unpacked into a temporary folder, with what it needs beside it. */
export interface UnpackedChromium {
  readonly executablePath: string;
  readonly libraries: string;
  readonly fonts: string;
}

const VERSION = "147.0.0";

const ARCHIVES = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];

/** Unpacks what is named after it into the folder for temporary files. */
const UNPACK = `
  const [lambdafs, ...files] = process.argv.slice(1);
  const { inflate } = require(lambdafs);
  Promise.all(files.map((file) => inflate(file))).catch((error) => {
    console.error(error);
    process.exit(1);
  });
`;

/**
 * Unpacks the package's archives into a folder. They go where TMPDIR points, and a process of
 * their own is the way to say where that is: Jest shields its own environment from Node's.
 */
async function inflateAll(folder: string): Promise<void> {
  const load = createRequire(join(process.cwd(), "package.json"));
  const build = dirname(load.resolve("@sparticuz/chromium"));
  const bin = join(build, "..", "..", "bin");
  // Not an export of the package: its main module unpacks the libraries on Lambda alone.
  const lambdafs = join(build, "lambdafs.cjs");
  await promisify(execFile)(
    process.execPath,
    ["-e", UNPACK, lambdafs, ...ARCHIVES.map((archive) => join(bin, archive))],
    { env: { ...process.env, TMPDIR: folder } },
  );
}

/**
 * The Chromium in npm's @sparticuz/chromium, with its own copies of the system libraries that a
 * bare Linux lacks. It is unpacked once per computer; several processes may ask at a time.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = join(tmpdir(), `aim-chromium-${VERSION}`);
  const executablePath = join(folder, "chromium");
  if (!existsSync(executablePath)) {
    const own = await mkdtemp(`${folder}-`);
    await inflateAll(own);
    try {
      await rename(own, folder);
    } catch (error) {
      // Another process was quicker, and its copy is as good.
      await rm(own, { recursive: true });
      if (!existsSync(executablePath)) throw error;
    }
  }
  return {
    executablePath,
    libraries: join(folder, "al2023", "lib"),
    fonts: join(folder, "fonts"),
  };
}
