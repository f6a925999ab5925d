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
  /** Whether the user may look how far a query is. */
  readonly mayFollow: boolean;
  /** Whether the user may set max_execution_time. */
  readonly maySet: boolean;
  /** Seconds; 0 for no limit. */
  readonly own: number;
  /** The most that the user may set, in seconds. */
  readonly most: number;
}

export const LIMITS = `SELECT toString(getSetting('readonly')), value, max, readonly
FROM system.settings WHERE name = 'max_execution_time'`;

/** Fails where the user may not look how far a query is. */
export const FOLLOWS = "SELECT count() FROM system.processes";

export function limitsOf({ rows: [row] }: QueryResult, mayFollow: boolean): Limits {
  const [kind, own, most, isFixed] = row ?? [];
  const readonly = kind === "1" ? 1 : kind === "2" ? 2 : 0;
  return {
    readonly,
    mayFollow,
    maySet: row !== undefined && readonly !== 1 && Number(isFixed) === 0,
    own: Number(own ?? 0),
    most: most === null || most === undefined ? Infinity : Number(most),
  };
}

/**
 * What is set for a query: its time limit, where nothing ends it sooner, and no compression where
 * nothing but the answer tells how far it is; what is compressed comes in one piece at the end.
 * Nothing where the user may set nothing.
 */
export function settingsOf(limits: Limits, seconds: number | undefined): Record<string, string> {
  const { own, most, maySet, mayFollow, readonly } = limits;
  const isLimited = seconds !== undefined && maySet && seconds <= most;
  return {
    ...(isLimited && (own === 0 || own > seconds) ? { max_execution_time: String(seconds) } : {}),
    ...(!mayFollow && readonly !== 1 ? { enable_http_compression: "0" } : {}),
  };
}
