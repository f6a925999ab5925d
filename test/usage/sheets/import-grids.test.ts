import { filesGrid, sourcesGrid } from "../../../src/usage/sheets/import-grids";
import type { ImportRecord } from "../../../src/usage/sheets/import-record";

const FILE: ImportRecord = {
  fileName: "usage.csv",
  sha256: "ab12",
  holds: "usage",
  format: "LiteLLM spend logs",
  rows: { read: 3, loaded: 3, rejected: 0, duplicates: 0, excluded: 0 },
  amounts: [],
  first: Date.UTC(2026, 8, 1),
  last: Date.UTC(2026, 8, 2),
  zone: "UTC",
  importedAt: Date.UTC(2026, 10, 23),
  catalogDate: null,
};

const SERVER: ImportRecord = {
  ...FILE,
  fileName: "clickhouse.example.com:8443, default.otel_traces",
  sha256: null,
  format: "OpenTelemetry traces",
  server: {
    customer: "attribute tenant.id",
    period: "2026-08 to 2026-10",
    rowsRead: 5_000_000_000,
    bytesReceived: 1_234_567,
    isApproximate: true,
  },
};

function column(files: readonly ImportRecord[], label: string): unknown {
  const item = sourcesGrid(files).items.find((each) => each.label === label);
  return item && "fixed" in item ? item.fixed : undefined;
}

describe("where an import comes from", () => {
  test("is the file by its hash", () => {
    expect(column([FILE], "SHA-256")).toEqual(["ab12"]);
    expect(column([FILE], "Rows read by the server")).toBeUndefined();
    expect(filesGrid([FILE]).axis.heading).toBe("File");
  });

  test("is the table of a server by what was asked of it, beside files", () => {
    const both = [SERVER, FILE];
    expect(column(both, "SHA-256")).toEqual([null, "ab12"]);
    expect(column(both, "Period asked for")).toEqual(["2026-08 to 2026-10", null]);
    expect(column(both, "Customer by")).toEqual(["attribute tenant.id", null]);
    expect(column(both, "Costs per task")).toEqual(["approximate", null]);
    expect(column(both, "Rows read by the server")).toEqual([5_000_000_000, null]);
    expect(column(both, "Bytes received")).toEqual([1_234_567, null]);
    expect(filesGrid(both).axis.heading).toBe("File, or table of a server");
  });
});
