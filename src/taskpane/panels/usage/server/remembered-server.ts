import type { ClickHouseServer } from "../../../../usage/engines/clickhouse/connection";

const KEY = "aim.clickhouse";

/** What of a server may be kept: never its password. */
export type KnownServer = Omit<ClickHouseServer, "password">;

const FIELDS = ["url", "user", "database"] as const satisfies readonly (keyof KnownServer)[];

/** The server that the user had this device remember. */
export function rememberedServer(): KnownServer | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const entries = Object.entries(kept ?? {});
    const text = (field: string) => entries.find(([key]) => key === field)?.[1] as unknown;
    const [url, user, database] = FIELDS.map(text);
    if (typeof url !== "string" || typeof user !== "string" || typeof database !== "string") {
      return undefined;
    }
    return { url, user, database };
  } catch {
    // The browser keeps nothing for this page, or what it kept is none of ours.
    return undefined;
  }
}

/** Keeps a server on this device; undefined forgets it. */
export function rememberServer(server: KnownServer | undefined): void {
  try {
    if (server === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(server, [...FIELDS]));
  } catch {
    // Where the browser keeps nothing the fields are typed anew next time.
  }
}
