import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

/** What may ship inside our bundles. */
const PERMISSIVE = new Set([
  "MIT",
  "MIT-0",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "0BSD",
]);

/** Build and test tools do not ship; these may be used besides. */
const FOR_TOOLS = new Set([
  ...PERMISSIVE,
  "MPL-2.0",
  "BlueOak-1.0.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
]);

/** Packages whose package.json names no licence of the list, and why they may be used. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "@microsoft/office-js":
    "Microsoft's own terms for the client library; tests run against it, and it does not ship: pages load it from Microsoft",
  "@univerjs/telemetry":
    "no licence field; an interface of 847 bytes in the repository of Univer, which is Apache-2.0",
};

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly resolved?: string;
  readonly license?: string;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

const installed = Object.entries(packages).filter(
  ([path]) => path !== "" && existsSync(join(ROOT, path, "package.json")),
);

function packageName(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

function licenceOf(path: string): string {
  const { license, licenses } = JSON.parse(
    readFileSync(join(ROOT, path, "package.json"), "utf8"),
  ) as { license?: string | { type?: string }; licenses?: { type?: string }[] };
  if (typeof license === "string") return license;
  return license?.type ?? licenses?.map(({ type }) => type ?? "").join(" OR ") ?? "none";
}

/** Whether one of the alternatives "A OR B", in older packages "A/B", is allowed, with all parts of "A AND B". */
function allows(allowed: ReadonlySet<string>, expression: string): boolean {
  return expression
    .replace(/[()]/g, "")
    .split(/ OR |\//)
    .some((alternative) => alternative.split(" AND ").every((part) => allowed.has(part.trim())));
}

function offenders(isShipped: boolean, allowed: ReadonlySet<string>): string[] {
  return installed
    .filter(([, { dev }]) => (dev !== true) === isShipped)
    .filter(([path]) => !(packageName(path) in EXCEPTIONS))
    .map(([path]) => ({ path, licence: licenceOf(path) }))
    .filter(({ licence }) => !allows(allowed, licence))
    .map(({ path, licence }) => `${packageName(path)}: ${licence}`);
}

test("ships packages under permissive licences alone", () => {
  expect(offenders(true, PERMISSIVE)).toEqual([]);
});

test("builds and tests with free software alone", () => {
  expect(offenders(false, FOR_TOOLS)).toEqual([]);
});

test("makes no exception for a package that is not there or has a listed licence", () => {
  const needed = installed
    .filter(([path]) => packageName(path) in EXCEPTIONS && !allows(FOR_TOOLS, licenceOf(path)))
    .map(([path]) => packageName(path));
  expect([...new Set(needed)].sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

test("ships no client library of Microsoft's", () => {
  const shipped = installed.filter(([, { dev }]) => dev !== true).map(([path]) => path);
  expect(shipped.filter((path) => path.includes("@microsoft/office-js"))).toEqual([]);
});

test("uses no Univer Pro package", () => {
  expect(Object.keys(packages).filter((path) => path.includes("@univerjs-pro/"))).toEqual([]);
  expect(Object.keys(packages).filter((path) => path.endsWith("@univerjs/presets"))).toEqual([]);
});

test("locks packages without naming a registry", () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(named.map(([path]) => path)).toEqual([]);
});
