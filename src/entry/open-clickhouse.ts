import {
  type ClickHouseConnection,
  ClickHouseError,
  type ClickHouseServer,
} from "../usage/engines/clickhouse/connection";
import { remoteConnection } from "../usage/engines/clickhouse/remote/remote-connection";

/** Milliseconds within which a page of ours answers, if it is there. */
const PATIENCE = 20_000;

function noPage(): ClickHouseError {
  return new ClickHouseError(
    "unreachable",
    "The part of AIM that connects to servers could not be loaded.",
    "Whoever hosts the add-in has to serve connector.html beside taskpane.html, and let the add-in's own pages show it in a frame.",
  );
}

/** Shows nothing; it takes the place of a page that may ask the one server that it is told. */
async function hiddenFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "Connection to ClickHouse";
  frame.src = "connector.html";
  await new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
    document.body.append(frame);
  });
  return frame;
}

/** Opens a connection in a frame of its own: a policy cannot be widened for another server. */
export async function openClickHouse(server: ClickHouseServer): Promise<ClickHouseConnection> {
  const frame = await hiddenFrame();
  const { port1: port, port2: theirs } = new MessageChannel();
  let fail: (error: Error) => void = () => {};
  const tooLate = setTimeout(() => fail(noPage()), PATIENCE);
  frame.contentWindow?.postMessage(server.url, location.origin, [theirs]);
  return remoteConnection(
    {
      send: (message) => port.postMessage(message),
      listen: (hear) => {
        port.onmessage = ({ data }) => {
          clearTimeout(tooLate);
          hear(data);
        };
      },
      onFailure: (told) => (fail = told),
      end: () => {
        clearTimeout(tooLate);
        port.close();
        frame.remove();
      },
    },
    server,
  );
}
