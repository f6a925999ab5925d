import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import type { Response } from "./messages";

const FILE = join(
  require.resolve("@microsoft/office-js/package.json"),
  "..",
  "dist",
  "excel-web-16.00.debug.js",
);

/** Carries out a request. */
type Execute = (flags: number, body: unknown) => Promise<Response>;

interface Client {
  readonly Excel: unknown;
  readonly OfficeExtension: unknown;
  /** Sends the requests of all contexts made from now on to a fake. */
  readonly connect: (execute: Execute) => void;
}

interface ClientGlobals {
  readonly Excel: unknown;
  readonly OfficeExtension: { readonly SessionBase: { _overrideSession: unknown } };
}

let client: Client | undefined;

/** What the library looks at while it loads, as if on a page. */
function pageStub() {
  return {
    location: { protocol: "https:", href: "https://localhost/", origin: "https://localhost" },
    navigator: { userAgent: "Node" },
    document: {},
    name: "",
    addEventListener: () => undefined,
    console,
    setTimeout,
    // Of this realm, so that errors and promises of the library are those of the tests.
    Array,
    Error,
    Object,
    Promise,
  };
}

/** Microsoft's client library for Excel, unmodified, as it comes from npm. */
export function loadClient(): Client {
  if (client) return client;
  const globals = createContext(pageStub()) as Record<string, unknown>;
  globals.window = globals;
  new Script(readFileSync(FILE, "utf8"), { filename: FILE }).runInContext(globals);
  const { Excel, OfficeExtension } = globals as unknown as ClientGlobals;
  client = {
    Excel,
    OfficeExtension,
    connect: (execute) => {
      OfficeExtension.SessionBase._overrideSession = {
        _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "fake:", headers: {} }),
        _createRequestExecutorOrNull: () => ({
          executeAsync: (_customData: string, flags: number, { Body }: { Body: unknown }) =>
            execute(flags, Body),
        }),
      };
    },
  };
  return client;
}
