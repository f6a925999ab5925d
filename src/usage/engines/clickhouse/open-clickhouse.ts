import { checkedAddress } from "./address";
import { brokenOff, textOf } from "./answer-text";
import { type Send, sender } from "./client";
import {
  type ClickHouseConnection,
  ClickHouseError,
  type ClickHouseServer,
  type ServerFacts,
} from "./connection";
import { toldFault } from "./faults";
import { inLines, readLines } from "./read-lines";
import { runQuery } from "./run-query";
import { checkVersion, type Limits, LIMITS, limitsOf, LOOK } from "./server-facts";
import { outcomeOf, stopOn } from "./stoppable";
import { whyUnreachable } from "./unreachable";
import { withoutPassword } from "./without-password";

/** Milliseconds within which a server answers the little that a test asks. */
const TEST_PATIENCE = 20_000;

/**
 * Opens a connection by HTTP, as browsers can. The password is held until it is closed and goes
 * nowhere but into the header Authorization of requests to this server.
 *
 * @param origin of the page that asks, which the server has to let read its answers
 */
export async function openClickHouse(
  server: ClickHouseServer,
  origin: string | undefined = globalThis.location?.origin,
): Promise<ClickHouseConnection> {
  const address = checkedAddress(server.url);
  const { user } = server;
  let secret: ClickHouseServer | undefined = server;
  if (user.includes(":")) {
    throw new ClickHouseError("password", "The name of a user with a colon cannot be sent.");
  }
  let senders: { readonly ask: Send; readonly kill: Send } | undefined = {
    ask: sender(address, server, { outlivesPage: false }),
    kill: sender(address, server, { outlivesPage: true }),
  };
  let known: { readonly version: string; readonly limits: Limits } | undefined;
  const closing = new AbortController();

  const opened = () => {
    if (!senders) throw brokenOff("The connection is closed.");
    return senders;
  };

  const look = async (signal: AbortSignal) => {
    const { ask } = opened();
    const slow = new Error("the server is slow");
    const stop = stopOn([signal, closing.signal], { after: TEST_PATIENCE, reason: slow });
    try {
      const sql = "SELECT version() FORMAT TabSeparated";
      const version = (await textOf(await ask({ sql, signal: stop.signal }))).trim();
      checkVersion(version);
      const answer = await ask({ sql: inLines(LIMITS), signal: stop.signal });
      const limits = await readLines(answer);
      const looked = await outcomeOf(ask({ sql: LOOK, signal: stop.signal }).then(textOf));
      stop.signal.throwIfAborted();
      known = { version, limits: limitsOf(limits, "value" in looked) };
      return known;
    } catch (error) {
      if (stop.signal.aborted && stop.signal.reason !== slow) throw stop.signal.reason;
      const told = stop.signal.aborted ? undefined : toldFault(error, user);
      throw told ?? (await whyUnreachable(address, user, origin));
    } finally {
      stop.release();
    }
  };

  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    const hidden = secret;
    const outcome = await outcomeOf(work);
    if ("value" in outcome) return outcome.value;
    throw hidden ? withoutPassword(outcome.error, hidden) : outcome.error;
  };

  return {
    test: (signal) =>
      guarded(
        look(signal).then(({ version, limits: { readonly } }): ServerFacts => ({
          version,
          readonly,
        })),
      ),
    query: (sql, run) =>
      guarded(
        (async () => {
          const senders = opened();
          const { limits } = known ?? (await look(run.signal));
          return runQuery({ ...senders, limits, user, closing: closing.signal }, sql, run);
        })(),
      ),
    close: () => {
      closing.abort(brokenOff("The connection was closed."));
      senders = undefined;
      secret = undefined;
    },
  };
}
