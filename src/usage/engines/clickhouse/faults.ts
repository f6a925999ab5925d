import { ClickHouseError as ServerError } from "@clickhouse/client-web";
import { ClickHouseError, type FaultKind } from "./connection";

interface Said {
  readonly kind: FaultKind;
  readonly message: (server: string) => string;
  readonly advice?: string;
}

const PASSWORD: Said = {
  kind: "password",
  message: () => "The server knows no such user with this password.",
  advice: "Check the user's name and the password; upper and lower case count.",
};
const RIGHTS: Said = {
  kind: "rights",
  message: (server) => `The user has no right to do this: ${server}`,
};
const READ_ONLY: Said = {
  kind: "rights",
  message: (server) => `The user may only read and change no setting: ${server}`,
};
const MISSING: Said = {
  kind: "missing",
  message: (server) => `What is asked for is not on the server: ${server}`,
};
const TOO_OLD: Said = {
  kind: "version",
  message: (server) => `The server lacks what AIM needs of it: ${server}`,
  advice: "An update of ClickHouse brings it.",
};
const TOO_LONG: Said = {
  kind: "too-long",
  message: (server) => `The query took longer than the server lets it: ${server}`,
  advice: "Choose a shorter time, or ask whoever runs the server to raise max_execution_time.",
};
const MEMORY: Said = {
  kind: "memory",
  message: (server) => `The query needs more memory than the server gives it: ${server}`,
  advice:
    "Choose a shorter time or the approximate quantiles, or ask whoever runs the server to raise max_memory_usage.",
};
const LIMIT: Said = {
  kind: "query",
  message: (server) => `The query reads or gives more than the server lets it: ${server}`,
  advice: "Choose a shorter time, or ask whoever runs the server to raise the limit that it names.",
};
const ENDED: Said = {
  kind: "broken-off",
  message: () => "The query was ended on the server, by somebody else or as the server shuts down.",
};
const OTHER: Said = {
  kind: "query",
  message: (server) => `The server refused the query: ${server}`,
};

// The codes are those of ClickHouse's src/Common/ErrorCodes.cpp.
const BY_CODE: Readonly<Record<string, Said>> = {
  "192": PASSWORD,
  "193": PASSWORD,
  "194": PASSWORD,
  "516": PASSWORD,
  "195": RIGHTS,
  "291": RIGHTS,
  "497": RIGHTS,
  "164": READ_ONLY,
  "452": READ_ONLY,
  "8": MISSING,
  "10": MISSING,
  "16": MISSING,
  "47": MISSING,
  "60": MISSING,
  "81": MISSING,
  "46": TOO_OLD,
  "63": TOO_OLD,
  "73": TOO_OLD,
  "115": TOO_OLD,
  "159": TOO_LONG,
  "160": TOO_LONG,
  "241": MEMORY,
  "158": LIMIT,
  "307": LIMIT,
  "396": LIMIT,
  "394": ENDED,
};

/**
 * Some browsers send a request again of which they lost the connection; the server then knows the
 * query, which is at work for nobody.
 */
const ALREADY_RUNNING = "216";

const LONGEST = 300;

/** What a server said, without the statement that it repeats and cut to a readable length. */
function readable(said: string): string {
  const text = said
    .replace(/[.:]? in scope [\s\S]*$/i, ".")
    .replace(/: ?While (?:processing|executing)[\s\S]*$/i, ".")
    .replace(/\s+/g, " ")
    .trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The right that a server says is missing, as the statement that gives it. */
function grant(said: string, user: string): string | undefined {
  const right = /have the grant (.+?) ON (\S+?)\.?(?:\s|$)/.exec(said);
  if (!right) return undefined;
  const what = (right[1] ?? "").replace(" for at least one column", "");
  return `GRANT ${what} ON ${right[2] ?? ""} TO ${identifier(user)}`;
}

/** A name as SQL takes it. */
export function identifier(name: string): string {
  return /^\w+$/.test(name) ? name : `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}

/** What a server said is wrong, in words for the user. */
function serverFault(code: string, message: string, user: string): ClickHouseError {
  const { kind, message: words, advice = "" } = BY_CODE[code] ?? OTHER;
  return new ClickHouseError(kind, words(readable(message)), grant(message, user) ?? advice);
}

/**
 * What is wrong, as far as the server told it; undefined where it told nothing, as the connection
 * itself failed.
 *
 * @param error what the client failed with
 */
export function toldFault(error: unknown, user: string): ClickHouseError | undefined {
  if (error instanceof ClickHouseError) return error;
  if (error instanceof ServerError && error.code === ALREADY_RUNNING) return undefined;
  if (error instanceof ServerError) return serverFault(error.code, error.message, user);
  // A fetch that fails gives a TypeError, and a stream that does gives one or an AbortError; what
  // else the client fails with is the text of an answer that is none of ClickHouse's.
  if (!(error instanceof Error) || error instanceof TypeError || error.name === "AbortError") {
    return undefined;
  }
  // Servers of some years ago name no type, without which the client sees no error of theirs.
  const [, code, said] = /^Code: (\d+)\b.*?DB::Exception: (.*)/s.exec(error.message) ?? [];
  if (code !== undefined && said !== undefined) return serverFault(code, said, user);
  const page = /^\s*</.test(error.message) ? "it sent a web page" : readable(error.message);
  return new ClickHouseError(
    "address",
    `What answers at this address is no ClickHouse, or something before it refused: ${page || "it sent an error without words"}`,
    "The port is that of ClickHouse's HTTP interface: 8443 with https in most set-ups, 8123 with http.",
  );
}
