import { useEffect, useRef, useState } from "react";
import {
  ClickHouseError,
  type ClickHouseServer,
  type ServerFacts,
} from "../../../../usage/engines/clickhouse/connection";
import type { UnknownTable, WarehouseSource } from "../../../../usage/engines/clickhouse/warehouse";
import type { Run } from "../../../../workbook/host";
import type { ConnectedWarehouse, PanelProps } from "../../../panel-props";
import { type RunControl, useRun } from "../../../use-run";

/** A server that answered, and what usage it holds. */
export interface Connected {
  readonly warehouse: ConnectedWarehouse;
  /** As it is named in the sheets, such as "clickhouse.example.com:8443". */
  readonly host: string;
  readonly facts: ServerFacts;
  readonly sources: readonly WarehouseSource[];
  readonly others: readonly UnknownTable[];
}

export interface ServerControl extends Pick<RunControl, "run" | "cancel"> {
  readonly connected: Connected | undefined;
  /** What the server, or the way to it, does not allow. */
  readonly fault: ClickHouseError | undefined;
  readonly connect: (server: ClickHouseServer) => Promise<Connected | undefined>;
  /** Forgets the connection, its password with it. */
  readonly disconnect: () => void;
  /** Asks the server for something; undefined after Cancel or a failure, which is shown. */
  readonly ask: <T>(work: (server: Connected, run: Run) => Promise<T>) => Promise<T | undefined>;
}

/** The connection of the tab to a server; there is one at a time. */
export function useServer(
  connectWarehouse: PanelProps["connectWarehouse"],
  report: (error: unknown) => void,
): ServerControl {
  const [connected, setConnected] = useState<Connected>();
  const [fault, setFault] = useState<ClickHouseError>();
  const open = useRef<ConnectedWarehouse | undefined>(undefined);
  const { run, start, cancel } = useRun((error) => {
    setFault(error instanceof ClickHouseError ? error : undefined);
    report(error instanceof ClickHouseError ? undefined : error);
  });
  const close = () => {
    open.current?.close();
    open.current = undefined;
  };
  useEffect(() => close, []);

  async function look(server: ClickHouseServer, { signal, onProgress }: Run): Promise<Connected> {
    onProgress("Connecting", 0);
    const warehouse = await connectWarehouse(server);
    open.current = warehouse;
    const facts = await warehouse.test(signal);
    onProgress("Looking for tables of usage", 0.5);
    const tables = await warehouse.find(signal);
    return { warehouse, host: new URL(server.url).host, facts, ...tables };
  }

  const disconnect = () => {
    close();
    setConnected(undefined);
    setFault(undefined);
  };

  return {
    run,
    cancel,
    connected,
    fault,
    disconnect,
    connect: (server) =>
      start(async (steps) => {
        disconnect();
        try {
          const found = await look(server, steps);
          setConnected(found);
          return found;
        } catch (error) {
          close();
          throw error;
        }
      }),
    ask: async (work) => (connected ? start((steps) => work(connected, steps)) : undefined),
  };
}
