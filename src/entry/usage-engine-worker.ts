import { createUsageEngine } from "../usage/engines/create-usage-engine";
import { DUCKDB } from "../usage/engines/duckdb/dialect";
import { openDuckDb } from "../usage/engines/duckdb/open-duckdb";
import { serveEngine } from "../usage/engines/remote/serve-engine";

// Of DuckDB's modules the one for a single thread with wasm exceptions, from our own server.
const files = {
  worker: new URL("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js", import.meta.url),
  module: new URL("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", import.meta.url),
};

serveEngine(
  {
    send: (message) => self.postMessage(message),
    listen: (hear) => self.addEventListener("message", ({ data }) => hear(data)),
  },
  async () => createUsageEngine(await openDuckDb(files), DUCKDB),
);
