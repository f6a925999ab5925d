import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack, { type Compiler, type Stats } from "webpack";

const { SetAddress } = jest.requireActual<{
  readonly SetAddress: new (address: string) => { apply: (compiler: Compiler) => void };
}>("../../.build/set-address.cjs");

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aim-build-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Builds one file for a server. */
async function build(name: string, text: string): Promise<Stats> {
  const emit = (compiler: Compiler) => {
    compiler.hooks.thisCompilation.tap("emit", (compilation) => {
      compilation.hooks.processAssets.tap("emit", () => {
        compilation.emitAsset(name, new webpack.sources.RawSource(text));
      });
    });
  };
  const compiler = webpack({
    mode: "production",
    entry: {},
    output: { path: folder },
    plugins: [emit, new SetAddress("https://example.com/aim")],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (stats) resolve(stats);
      else reject(error ?? new Error("no build"));
    });
  });
}

test("moves a file to the server", async () => {
  const stats = await build("functions.json", '"https://localhost:3000/help/a.html"');
  expect(stats.hasErrors()).toBe(false);
  expect(readFileSync(join(folder, "functions.json"), "utf8")).toBe(
    '"https://example.com/aim/help/a.html"',
  );
});

test.each([
  ["a script", "pane.js", 'fetch("https://localhost:3000/x")'],
  ["a manifest, under another scheme", "manifest.xml", "http://localhost/x"],
])("fails where %s still names this computer", async (_what, name, text) => {
  const stats = await build(name, text);
  expect(stats.toString({ all: false, errors: true })).toContain(`${name} still names localhost`);
});
