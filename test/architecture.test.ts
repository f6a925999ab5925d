import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const SRC = join(__dirname, "..", "src");

/** From left to right; a folder imports from itself and from what stands left of it. */
const LAYERS = [
  ["calc"],
  ["catalog"],
  ["functions"],
  ["workbook"],
  ["scenario", "usage"],
  ["hosts"],
  ["taskpane"],
  ["entry"],
];

interface SourceFile {
  /** Path below src, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Paths below src of the modules that it imports, without endings. */
  readonly imports: readonly string[];
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}

function importsOf(file: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"(\.[^"]*)"/g)];
  return specifiers.map(([, specifier = ""]) =>
    slashes(relative(SRC, resolve(dirname(file), specifier))),
  );
}

/** The file without its comments, so that prose about Excel is not taken for calls to it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".generated.ts"))
  .map((path) => {
    const file = join(SRC, path);
    const text = readFileSync(file, "utf8");
    return { path: slashes(path), text, imports: importsOf(file, withoutComments(text)) };
  });

function folder(path: string): string {
  return path.split("/")[0] ?? "";
}

function layer(path: string): number {
  return LAYERS.findIndex((folders) => folders.includes(folder(path)));
}

/** Every import between files of src as "from -> to" for which the rule does not hold. */
function breaches(isBreach: (from: string, to: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((to) => isBreach(path, to)).map((to) => `${path} -> ${to}`),
  );
}

test("keeps every file in a folder that has a layer", () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ path }) => layer(path) < 0).map(({ path }) => path)).toEqual([]);
});

test("imports from left to right alone", () => {
  expect(breaches((from, to) => layer(to) > layer(from))).toEqual([]);
});

test("imports nothing sideways: scenario and usage know nothing of each other", () => {
  expect(breaches((from, to) => layer(from) === layer(to) && folder(from) !== folder(to))).toEqual(
    [],
  );
});

test("lets no host import another", () => {
  const host = (path: string) => path.split("/")[1];
  expect(
    breaches(
      (from, to) =>
        folder(from) === "hosts" &&
        folder(to) === "hosts" &&
        from.split("/").length > 2 &&
        to.split("/").length > 2 &&
        host(from) !== host(to),
    ),
  ).toEqual([]);
});

test("lets no panel and no format of usage data import another", () => {
  const within = ["taskpane/panels/", "usage/formats/"];
  expect(
    breaches((from, to) =>
      within.some((place) => {
        if (!from.startsWith(place) || !to.startsWith(place)) return false;
        const of = (path: string) => path.slice(place.length).split("/")[0]?.replace(/\..*$/, "");
        return of(from) !== of(to);
      }),
    ),
  ).toEqual([]);
});

test("chooses hosts in entry alone: the pane knows the port, not who stands behind it", () => {
  expect(breaches((from, to) => folder(from) === "taskpane" && folder(to) === "hosts")).toEqual([]);
});

test("has no cycle", () => {
  const byModule = new Map<string, SourceFile>();
  for (const file of files) {
    const module = file.path.replace(/\.tsx?$/, "");
    byModule.set(module, file);
    byModule.set(module.replace(/(^|\/)index$/, ""), file);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: SourceFile, trail: readonly string[]): void => {
    const start = trail.indexOf(file.path);
    if (start >= 0) cycles.push([...trail.slice(start), file.path].join(" -> "));
    if (start >= 0 || done.has(file.path)) return;
    for (const to of runtimeImports(file)) {
      const target = byModule.get(to);
      if (target) visit(target, [...trail, file.path]);
    }
    done.add(file.path);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

/** What a file needs to run; types are gone by then. */
function runtimeImports({ path, text }: SourceFile): string[] {
  return importsOf(
    join(SRC, path),
    withoutComments(text).replace(/\b(?:import|export) type\b[^;]*;/g, ""),
  );
}

test("says Excel and Office in the Excel host and in entry alone", () => {
  const speakers = files
    .filter(({ path }) => !path.startsWith("hosts/excel/") && folder(path) !== "entry")
    .filter(({ text }) => /(?<![\w."'`])(?:Excel|Office|OfficeExtension)\.\w/.test(code(text)))
    .map(({ path }) => path);
  expect(speakers).toEqual([]);
});

/** Code alone: no comments, and no texts that people read. */
function code(text: string): string {
  return withoutComments(text)
    .replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/g, '""')
    .replace(/>[^<>{}]*</g, "><");
}

test("exports by name", () => {
  const offenders = files.filter(({ text }) => /^export (default|=)/m.test(text));
  expect(offenders.map(({ path }) => path)).toEqual([]);
});

test("keeps files to 250 lines", () => {
  const long = files.filter(({ text }) => text.trimEnd().split("\n").length > 250);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test("names files in kebab-case", () => {
  const offenders = files.filter(
    ({ path }) =>
      !path
        .replace(/\.tsx?$/, "")
        .split("/")
        .every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?$/.test(part)),
  );
  expect(offenders.map(({ path }) => path)).toEqual([]);
});

test("keeps calc free of everything but the language, by its own tsconfig", () => {
  const { compilerOptions } = JSON.parse(
    readFileSync(join(SRC, "calc", "tsconfig.json"), "utf8"),
  ) as { compilerOptions: unknown };
  expect(compilerOptions).toMatchObject({ lib: ["ES2022"], types: [] });
  const packages = files
    .filter(({ path, text }) => folder(path) === "calc" && /\bfrom "[^."]/.test(text))
    .map(({ path }) => path);
  expect(packages).toEqual([]);
});
