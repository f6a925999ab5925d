import type { Axis, GridBlock, Item } from "../../workbook/sheet-blocks";
import { units } from "../customers/margin-figures";
import type { ImportedAmounts, ImportRecord, ServerRun } from "./import-record";

export const NOT_KNOWN = "not known";

function stamp(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString().replace("T", " ").slice(0, 19);
}

function fileAxis(id: string, files: readonly ImportRecord[]): Axis {
  return {
    id,
    heading: files.some(({ server }) => server) ? "File, or table of a server" : "File",
    keys: files.map(({ fileName }, i) => ({ key: `${i}`, label: fileName })),
  };
}

/** The files that were imported, with their rows. */
export function filesGrid(files: readonly ImportRecord[]): GridBlock {
  const count = (name: keyof ImportRecord["rows"], label: string): Item => ({
    name: `file.${name}`,
    label,
    unit: "rows",
    format: "count",
    inputs: files.map(({ rows }) => rows[name]),
  });
  return {
    kind: "grid",
    title: "Files",
    axis: fileAxis("files", files),
    direction: "down",
    items: [
      count("read", "Read"),
      count("loaded", "Loaded"),
      count("rejected", "Rejected"),
      count("duplicates", "Duplicates"),
      count("excluded", "Excluded"),
      {
        name: "file.tie",
        label: "Left over",
        unit: "must be 0",
        format: "count",
        formula: "file.read-file.loaded-file.rejected-file.duplicates-file.excluded",
      },
    ],
  };
}

/** How servers summed up what they hold. */
function serverItems(files: readonly ImportRecord[]): Item[] {
  const item = (
    name: string,
    label: string,
    format: Item["format"],
    of: (server: ServerRun) => number | string | null,
  ): Item => ({
    name: `server.${name}`,
    label,
    format,
    fixed: files.map(({ server }) => (server ? of(server) : null)),
  });
  return [
    item("period", "Period asked for", "text", ({ period }) => period),
    item("customer", "Customer by", "text", ({ customer }) => customer),
    item("quantiles", "Costs per task", "text", ({ isApproximate }) =>
      isApproximate ? "approximate" : "exact",
    ),
    item("rows", "Rows read by the server", "count", ({ rowsRead }) => rowsRead),
    item("bytes", "Bytes received", "count", ({ bytesReceived }) => bytesReceived),
  ];
}

/** Where the files come from, and when they were read. */
export function sourcesGrid(files: readonly ImportRecord[]): GridBlock {
  const text = (name: string, label: string, of: (file: ImportRecord) => string | null): Item => ({
    name: `source.${name}`,
    label,
    format: "text",
    fixed: files.map(of),
  });
  return {
    kind: "grid",
    title: "Where they come from",
    axis: fileAxis("sources", files),
    direction: "down",
    items: [
      text("holds", "Holds", ({ holds }) => holds),
      text("first", "First instant, UTC", ({ first }) => stamp(first)),
      text("last", "Last instant, UTC", ({ last }) => stamp(last)),
      text("zone", "Cut off in", ({ zone }) => zone),
      text("importedAt", "Imported, UTC", ({ importedAt }) => stamp(importedAt)),
      text("catalog", "Catalog of", ({ catalogDate }) => catalogDate),
      text("format", "Format", ({ format }) => format),
      text("sha256", "SHA-256", ({ sha256 }) => sha256),
      ...(files.some(({ server }) => server) ? serverItems(files) : []),
    ],
  };
}

/** Amounts of the files, by currency; none of them are added to each other. */
export function amountsGrid(files: readonly ImportRecord[]): GridBlock[] {
  const rows = files.flatMap(({ fileName, amounts }) =>
    amounts.map((amount) => ({ fileName, amount })),
  );
  if (rows.length === 0) return [];
  const item = (
    name: string,
    label: string,
    of: (amount: ImportedAmounts) => bigint | null,
  ): Item => ({
    name: `amount.${name}`,
    label,
    format: "amount",
    inputs: rows.map(({ amount }) => {
      const nano = of(amount);
      return nano === null ? NOT_KNOWN : units(nano);
    }),
  });
  return [
    {
      kind: "grid",
      title: "Amounts of the files",
      note: "In the currency of each row",
      axis: {
        id: "amounts",
        heading: "File",
        keys: rows.map(({ fileName }, i) => ({ key: `${i}`, label: fileName })),
      },
      direction: "down",
      items: [
        item("read", "Read", ({ readNano }) => readNano),
        item("loaded", "Loaded", ({ loadedNano }) => loadedNano),
        item("rejected", "Rejected", ({ rejectedNano }) => rejectedNano),
        item("duplicates", "Duplicates", ({ duplicatesNano }) => duplicatesNano),
        item("excluded", "Excluded", ({ excludedNano }) => excludedNano),
        {
          name: "amount.tie",
          label: "Left over, must be 0",
          format: "residual",
          formula: `IF(AND(ISNUMBER(amount.read),ISNUMBER(amount.rejected)),amount.read-amount.loaded-amount.rejected-amount.duplicates-amount.excluded,"${NOT_KNOWN}")`,
        },
        {
          name: "amount.currency",
          label: "Currency",
          format: "text",
          fixed: rows.map(({ amount }) => amount.currency),
        },
      ],
    },
  ];
}
