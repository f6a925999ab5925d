import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { unpackChromium } from "./unpack-chromium";

/** How to start a browser; it can be spread into playwright's `chromium.launch`. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** What people do who have no browser; one line. */
export const HOW_TO_GET_ONE =
  "No browser found: install Chrome, Edge or Chromium, or set CHROMIUM_PATH to the program of one.";

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const PROGRAMS = [
  ["Chromium", "Application", "chrome.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

const APPLICATIONS = ["Chromium", "Google Chrome", "Microsoft Edge"];

/** Where a browser may be installed, in the order in which to look. */
function places(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === "win32") {
    const roots = [
      environment.PROGRAMFILES,
      environment["PROGRAMFILES(X86)"],
      environment.LOCALAPPDATA,
    ];
    return roots.flatMap((root) => (root ? PROGRAMS.map((parts) => join(root, ...parts)) : []));
  }
  if (platform === "darwin") {
    const roots = [join(environment.HOME ?? "", "Applications"), "/Applications"];
    return roots.flatMap((root) =>
      APPLICATIONS.map((name) => join(root, `${name}.app`, "Contents", "MacOS", name)),
    );
  }
  const folders = [...(environment.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The environment without the names that are not set, as a process takes it. */
function setOnly(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/**
 * The browser for tests and icons: CHROMIUM_PATH, else an installed Chromium, Chrome or Edge,
 * else, on Linux, the one that `npm ci` brings along; undefined where there is none.
 * @throws Error where CHROMIUM_PATH names no file
 */
export async function findBrowser(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<FoundBrowser | undefined> {
  const env = setOnly(environment);
  const chosen = environment.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
    return { executablePath: chosen, args: [], env };
  }
  const installed = places(platform, environment).find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: [], env };
  if (platform !== "linux" || process.arch !== "x64") return undefined;
  const { executablePath, libraries, fonts } = await unpackChromium();
  return {
    executablePath,
    args: ["--disable-gpu"],
    env: { FONTCONFIG_PATH: fonts, ...env, LD_LIBRARY_PATH: libraries },
  };
}
