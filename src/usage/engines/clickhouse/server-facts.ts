import { ClickHouseError, type QueryResult, type ServerFacts } from "./connection";

/**
 * The first long-term release that has the format in which answers are read: ClickHouse's pull
 * request 75037 of January 2025 added it.
 */
const OLDEST = [25, 3] as const;

/** @throws ClickHouseError where the version is too old, or is none */
export function checkVersion(version: string): void {
  const [, year, release] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
  if (year === undefined || release === undefined) {
    throw new ClickHouseError(
      "address",
      "What answers at this address is no ClickHouse.",
      "The port is that of ClickHouse's HTTP interface: 8443 with https in most set-ups, 8123 with http.",
    );
  }
  const [oldestYear, oldestRelease] = OLDEST;
  const isOldEnough =
    Number(year) > oldestYear || (Number(year) === oldestYear && Number(release) >= oldestRelease);
  if (isOldEnough) return;
  throw new ClickHouseError(
    "version",
    `The server runs ClickHouse ${version}, and AIM needs ${OLDEST.join(".")} or later.`,
    "An update of ClickHouse brings it; an export of the usage as CSV or Parquet can be imported without one.",
  );
}

/** What a user may do, as far as queries depend on it. */
export interface Limits {
  readonly readonly: ServerFacts["readonly"];
  /** Whether the user may look at queries that run. */
  readonly mayLook: boolean;
  /**
   * Whether the server sends what it has at once: not where it compresses answers, as it does to
   * browsers; "if set" where the user may set that otherwise.
   */
  readonly sendsAtOnce: "always" | "if set" | "never";
  readonly maySetTime: boolean;
  /** The time limit that the user has, in seconds; 0 for none. */
  readonly ownTime: number;
  /** The most that the user may set, in seconds. */
  readonly mostTime: number;
}

export const LIMITS = `SELECT name, toString(getSetting('readonly')), value, max, readonly
FROM system.settings WHERE name IN ('max_execution_time', 'enable_http_compression')`;

/** Fails where the user may not look at queries that run. */
export const LOOK = "SELECT count() FROM system.processes";

export function limitsOf({ rows }: QueryResult, mayLook: boolean): Limits {
  const setting = (name: string) => {
    const [, kind, value, most, isFixed] = rows.find(([named]) => named === name) ?? [];
    return { kind, value, most, mayChange: isFixed === 0 && kind !== "1" };
  };
  const time = setting("max_execution_time");
  const compression = setting("enable_http_compression");
  return {
    readonly: time.kind === "1" ? 1 : time.kind === "2" ? 2 : 0,
    mayLook,
    sendsAtOnce: compression.value === "0" ? "always" : compression.mayChange ? "if set" : "never",
    maySetTime: time.mayChange,
    ownTime: Number(time.value ?? 0),
    mostTime: typeof time.most === "string" ? Number(time.most) : Infinity,
  };
}

/**
 * What is set for a query: its time limit, where nothing ends it sooner, and that what the server
 * has comes at once. Nothing where the user may set nothing.
 */
export function settingsOf(limits: Limits, seconds: number | undefined): Record<string, string> {
  const { sendsAtOnce, maySetTime, ownTime, mostTime } = limits;
  const isLimit =
    seconds !== undefined &&
    maySetTime &&
    seconds <= mostTime &&
    !(ownTime > 0 && ownTime <= seconds);
  return {
    ...(isLimit ? { max_execution_time: String(seconds) } : {}),
    ...(sendsAtOnce === "if set" ? { enable_http_compression: "0" } : {}),
  };
}
