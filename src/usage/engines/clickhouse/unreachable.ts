import { ClickHouseError } from "./connection";
import { identifier } from "./faults";

/** Settings that let pages of an origin ask a server, to add to its configuration. */
export function corsSettings(origin: string, user: string): string {
  return `Add this as a file in /etc/clickhouse-server/config.d/ and restart the server:
<clickhouse>
  <http_options_response>
    <header><name>Access-Control-Allow-Origin</name><value>${origin}</value></header>
    <header><name>Access-Control-Allow-Headers</name><value>Authorization, Content-Type</value></header>
    <header><name>Access-Control-Allow-Methods</name><value>POST</value></header>
    <header><name>Access-Control-Max-Age</name><value>86400</value></header>
  </http_options_response>
</clickhouse>
Versions that still answer without these headers need this, too:
ALTER USER ${identifier(user)} SETTINGS add_http_cors_header = 1`;
}

/** Milliseconds within which a server answers at all. */
const PATIENCE = 5_000;

/** Whether anything answers at an address, whatever it lets this page read. */
async function answers(address: URL): Promise<boolean> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), PATIENCE);
  const answer = fetch(address, {
    mode: "no-cors",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    signal: deadline.signal,
  });
  return answer
    .then(
      () => true,
      () => false,
    )
    .finally(() => clearTimeout(timer));
}

/**
 * Why a request came to nothing. A browser tells a page that may not read an answer and one that
 * got none the same; a request of which nothing is read, without user and password, tells them
 * apart.
 *
 * @param origin of the page that asks; undefined where there is none, and so nothing is forbidden
 */
export async function whyUnreachable(
  address: URL,
  user: string,
  origin: string | undefined,
): Promise<ClickHouseError> {
  if (origin !== undefined && (await answers(address))) {
    return new ClickHouseError(
      "cors",
      `${address.origin} answers, but does not let pages of ${origin} read its answers (CORS).`,
      corsSettings(origin, user),
    );
  }
  return new ClickHouseError(
    "unreachable",
    `${address.origin} does not answer.`,
    "Check the address and the port, whether the server runs and its certificate is valid, and whether a VPN or a firewall is in the way. Browsers may also ask whether this page may reach devices on the local network: allow it.",
  );
}
