import { connect, createServer, type Socket } from "node:net";

/** A wire to a server that keeps what is asked over it, and can be cut. */
export interface Wire {
  readonly url: string;
  /** All that was sent to the server. */
  readonly sent: () => string;
  /** Breaks off every connection once so many more bytes came back; 0 for at once. */
  readonly cutAfter: (bytes: number) => void;
  readonly close: () => Promise<void>;
}

/** Listens on a port of its own for what is meant for a server. */
export async function wireTo(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const sent: Buffer[] = [];
  let left = Infinity;
  const cut = () => {
    left = Infinity;
    for (const socket of sockets) socket.destroy();
  };
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (data: Buffer) => {
      sent.push(data);
      far.write(data);
    });
    far.on("data", (data: Buffer) => {
      left -= data.length;
      near.write(data);
      if (left <= 0) cut();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  if (typeof address !== "object" || !address) throw new Error("the wire has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent: () => Buffer.concat(sent).toString("latin1"),
    cutAfter: (bytes) => {
      left = bytes;
      if (left <= 0) cut();
    },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        cut();
      }),
  };
}
