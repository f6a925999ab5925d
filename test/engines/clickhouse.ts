import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const FOLDER = join(".cache", "aim", "chdb-3.4.0");

/** What people do who have no ClickHouse; one line. */
export const HOW_TO_GET_CLICKHOUSE =
  "No ClickHouse found, so nothing is asked of a real server: run `npm install --prefix ~/.cache/aim/chdb-3.4.0 --no-save chdb@3.4.0` (546 MB; Linux on x64, with python3), or set AIM_CHDB to the folder in which it was run.";

type Environment = Readonly<Record<string, string | undefined>>;

/** The library with a whole ClickHouse in it: below AIM_CHDB, else below the home folder. */
export function findClickHouse(environment: Environment = process.env): string | undefined {
  const folder = environment.AIM_CHDB ?? join(homedir(), FOLDER);
  const library = join(folder, "node_modules", "@chdb", "lib-linux-x64-gnu", "libchdb.so");
  return existsSync(library) ? library : undefined;
}

/** Those who may log in. */
export const WRITER = { user: "writer", password: "w-Pass word:7" };
/** May read, and change no setting. */
export const READER = { user: "reader", password: "r1'\"\\&=?#%7" };
/** May read, and change settings. */
export const TUNER = { user: "tuner", password: "r2-päss-✓" };
/** May read the tables of the database `open` alone. */
export const GUEST = { user: "guest", password: "g-Pass7" };
/** The same, and may change no setting. */
export const VISITOR = { user: "visitor", password: "v-Pass7" };

export interface ClickHouseOptions {
  /** Whether pages of other origins may ask; true where absent. */
  readonly cors?: boolean;
}

/** A running server that listens on this machine alone. */
export interface TestClickHouse {
  readonly url: string;
  /** Where other servers ask it, as in `remote(native, …)`. */
  readonly native: string;
  readonly pid: number;
  /** Runs a statement as the writer; the answer in tab-separated text. */
  readonly run: (sql: string) => Promise<string>;
  /** Kills the server at once and removes all that it wrote. */
  readonly stop: () => Promise<void>;
}

const OPTIONS_RESPONSE = `<http_options_response>
    <header><name>Access-Control-Allow-Origin</name><value>*</value></header>
    <header><name>Access-Control-Allow-Headers</name><value>*, Authorization</value></header>
    <header><name>Access-Control-Allow-Methods</name><value>POST, GET, OPTIONS</value></header>
    <header><name>Access-Control-Max-Age</name><value>86400</value></header>
  </http_options_response>`;

function configuration(port: number, native: number, users: string, cors: boolean): string {
  return `<clickhouse>
  <http_port>${port}</http_port>
  <tcp_port>${native}</tcp_port>
  <listen_host>127.0.0.1</listen_host>
  ${cors ? OPTIONS_RESPONSE : ""}
  <users_config>${users}</users_config>
</clickhouse>
`;
}

function user(login: { user: string; password: string }, rest: string): string {
  const password = login.password.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<${login.user}><password>${password}</password>${rest}</${login.user}>`;
}

function usersFile(cors: boolean): string {
  const profile = (name: string, settings: string) =>
    `<${name}><add_http_cors_header>${cors ? 1 : 0}</add_http_cors_header>${settings}</${name}>`;
  const onlyOpen = "<grants><query>GRANT SELECT ON open.*</query></grants>";
  // The launcher itself logs in as `default`.
  return `<clickhouse>
  <profiles>
    ${profile("default", "")}
    ${profile("fixed", "<readonly>1</readonly>")}
    ${profile("reading", "<readonly>2</readonly>")}
  </profiles>
  <users>
    <default><no_password/></default>
    ${user(WRITER, "")}
    ${user(READER, "<profile>fixed</profile>")}
    ${user(TUNER, "<profile>reading</profile>")}
    ${user(GUEST, `<profile>reading</profile>${onlyOpen}`)}
    ${user(VISITOR, `<profile>fixed</profile>${onlyOpen}`)}
  </users>
</clickhouse>
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("There is no free port")),
      );
    });
  });
}

// It listens as long as its statement runs, which is for days.
const LISTEN =
  "SYSTEM START LISTEN TCP; SYSTEM START LISTEN HTTP; SELECT sleepEachRow(1) FROM numbers(864000) SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0 FORMAT Null";

const LAUNCHER = join(process.cwd(), "test", "engines", "clickhouse-launcher.py");

const PAUSE_MS = 20;
const PATIENCE_MS = 60_000;

async function untilItAnswers(url: string): Promise<string | undefined> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const isThere = await fetch(`${url}/ping`).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return undefined;
    await setTimeout(PAUSE_MS);
  }
  return "it does not answer";
}

/** Starts a ClickHouse with no tables; it answers once the promise holds. */
export async function startClickHouse(
  library: string,
  options: ClickHouseOptions = {},
): Promise<TestClickHouse> {
  const cors = options.cors ?? true;
  const folder = await mkdtemp(join(tmpdir(), "aim-clickhouse-"));
  const [port, native] = await Promise.all([freePort(), freePort()]);
  const users = join(folder, "users.xml");
  await writeFile(users, usersFile(cors));
  await writeFile(join(folder, "config.xml"), configuration(port, native, users, cors));
  const server = spawn(
    "python3",
    [
      LAUNCHER,
      library,
      `--config-file=${join(folder, "config.xml")}`,
      `--path=${join(folder, "data")}`,
      "--multiquery",
      `--query=${LISTEN}`,
    ],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const ended = new Promise<string>((resolve) => {
    server.once("close", () => resolve(complaint));
    server.once("error", (error) => resolve(error.message));
  });

  const url = `http://127.0.0.1:${port}`;
  const failure = await Promise.race([ended, untilItAnswers(url)]);
  if (failure !== undefined || server.pid === undefined) {
    server.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    throw new Error(`ClickHouse did not start: ${failure}`);
  }

  const authorization = `Basic ${Buffer.from(`${WRITER.user}:${WRITER.password}`).toString("base64")}`;
  return {
    url,
    native: `127.0.0.1:${native}`,
    pid: server.pid,
    run: async (sql) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { authorization },
        body: sql,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return text;
    },
    stop: async () => {
      server.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
