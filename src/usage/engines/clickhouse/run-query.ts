import { brokenOff, textOf } from "./answer-text";
import type { Send } from "./client";
import { ClickHouseError, type QueryResult, type QueryRun } from "./connection";
import { toldFault } from "./faults";
import { follow } from "./follow";
import { inLines, readLines } from "./read-lines";
import { inWhole, readWhole } from "./read-whole";
import { type Limits, settingsOf } from "./server-facts";
import { abortOf, ended, LONGEST_WAIT, outcomeOf, stopOn } from "./stoppable";

/** What a query is run with. */
export interface Means {
  readonly ask: Send;
  /** Sends what has to arrive even when the page goes. */
  readonly kill: Send;
  readonly limits: Limits;
  readonly user: string;
  /** Aborts when the connection is closed. */
  readonly closing: AbortSignal;
}

function tooLong(seconds: number): ClickHouseError {
  return new ClickHouseError(
    "too-long",
    `The query was ended after ${seconds} seconds, its time limit.`,
    "Choose a shorter time or a longer limit.",
  );
}

function killing(id: string): string {
  return `KILL QUERY WHERE query_id = '${id}' SYNC`;
}

function notStopped(id: string): ClickHouseError {
  return new ClickHouseError(
    "not-stopped",
    "The server did not confirm that the query is gone: it may still run there.",
    `${killing(id)}
AIM can end queries itself once its user has the right SELECT ON system.processes.`,
  );
}

function cutOff(isGone: boolean, id: string): ClickHouseError {
  const what = "The answer broke off: the connection was cut, or the server has stopped or failed.";
  return isGone
    ? brokenOff(`${what} The query does not run there any more.`)
    : new ClickHouseError("broken-off", `${what} The query may still run there.`, killing(id));
}

/** Ends a query; whether something surely was. */
function killer({ kill, limits }: Means, id: string): (signal: AbortSignal) => Promise<boolean> {
  return async (signal) => {
    if (limits.mayLook || limits.readonly === 1) {
      const sql = `${killing(id)} FORMAT TabSeparated`;
      return (await textOf(await kill({ sql, signal }))).includes(id);
    }
    // Who may not see queries may not kill any, but a query may take the place of one's own.
    const settings = { replace_running_query: "1" };
    await textOf(await kill({ sql: "SELECT 1", id, settings, signal }));
    return false;
  };
}

/** Runs a query to its end, or until it is gone from the server, too. */
export async function runQuery(
  means: Means,
  sql: string,
  { signal, onProgress, timeLimitSeconds }: QueryRun,
): Promise<QueryResult> {
  const { ask, limits } = means;
  const id = crypto.randomUUID();
  const settings = settingsOf(limits, timeLimitSeconds);
  const stop = stopOn([signal, means.closing], {
    after: timeLimitSeconds === undefined ? LONGEST_WAIT : timeLimitSeconds * 1000,
    reason: tooLong(timeLimitSeconds ?? 0),
  });
  if (stop.signal.aborted) {
    stop.release();
    throw stop.signal.reason;
  }
  const request = new AbortController();
  const [inFormat, read] =
    limits.sendsAtOnce === "never" ? [inWhole, readWhole] : [inLines, readLines];
  const answer = outcomeOf(
    ask({ sql: inFormat(sql), id, settings, signal: request.signal }).then((stream) =>
      read(stream, onProgress),
    ),
  );
  if (onProgress && limits.sendsAtOnce === "never" && limits.mayLook) {
    void outcomeOf(follow(ask, id, onProgress, request.signal));
  }
  const isGone = () => ended(killer(means, id), answer);
  try {
    const first = await Promise.race([answer, abortOf(stop.signal)]);
    if (first === "aborted") throw (await isGone()) ? stop.signal.reason : notStopped(id);
    if ("value" in first) return first.value;
    const told = toldFault(first.error, means.user);
    if (told?.kind === "too-long" && "max_execution_time" in settings) {
      throw tooLong(Number(settings.max_execution_time));
    }
    throw told ?? cutOff(await isGone(), id);
  } finally {
    stop.release();
    request.abort();
  }
}
