import { ClickHouseError } from "../usage/engines/clickhouse/connection";
import { openClickHouse } from "../usage/engines/clickhouse/open-clickhouse";
import { serveConnection } from "../usage/engines/clickhouse/remote/serve-connection";
import { policyOrigin } from "./connector-policy";

const UNNAMED = new ClickHouseError(
  "address",
  "The rules by which this page asks one server alone cannot name this address.",
  "Write the server's name, or localhost, in place of an IPv6 address.",
);

/** A policy that is added to the page's own: both hold, so it can only forbid more. */
function addPolicy(policy: string): void {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  document.head.append(meta);
}

/** Serves the pane around this frame, which says once which server may be asked. */
function greet({ source, origin, data, ports: [port] }: MessageEvent): void {
  const isOurs = source === parent && parent !== window && origin === location.origin;
  if (!isOurs || port === undefined) return;
  removeEventListener("message", greet);
  const own = policyOrigin(String(data));
  // What is fetched ahead of time may go wherever any directive leads, so this one has all.
  addPolicy(`default-src 'none'; script-src 'self'; connect-src ${own ?? "'none'"}`);
  serveConnection(
    {
      send: (message) => port.postMessage(message),
      listen: (hear) => {
        port.onmessage = ({ data: message }) => hear(message);
      },
    },
    async (server) => {
      const connection = await openClickHouse(server);
      if (own === undefined) throw UNNAMED;
      return connection;
    },
  );
}

addEventListener("message", greet);
