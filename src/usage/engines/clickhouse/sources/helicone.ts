import type { WarehouseSelection } from "../warehouse";
import { NOTHING, type RawRows } from "./raw-rows";
import { chosenText, column, withinTime } from "./selected";
import { isReplacing, type ServerTable, tableName } from "./table";
import { countValue, moneyValue, textValue, timeValue } from "./values";

/**
 * Rows of Helicone's request_response_rmt, as formats/helicone.ts reads them from a file. The
 * table is a ReplacingMergeTree by updated_at, sorted by organization, provider, model, user,
 * time and id: FINAL takes the last version of each while it reads, in no memory to speak of.
 * Source: github.com/Helicone/helicone, clickhouse/migrations.
 */
export function heliconeRows(table: ServerTable, selection: WarehouseSelection): RawRows {
  const type = (name: string) => table.columns.get(name);
  /** Older tables lack some. */
  const counts = (...names: readonly string[]) => {
    const there = names.flatMap((name) => {
      const known = type(name);
      return known === undefined ? [] : [countValue(column(name), known)];
    });
    const sum = there.map((count) => `ifNull(${count}, 0)`).join(" + ");
    return { sum: sum === "" ? "NULL" : sum, stated: there.map((count) => `${count} IS NOT NULL`) };
  };
  const text = (name: string) => textValue(column(name), type(name) ?? "String");
  const time = (name: string) => timeValue(column(name), type(name) ?? "") ?? "NULL";
  const input = counts("prompt_tokens", "prompt_audio_tokens");
  const output = counts("completion_tokens", "completion_audio_tokens");
  const ids = ["organization_id", "request_id"].filter((id) => table.columns.has(id));
  const { customer } = selection;
  const start = time("request_created_at");
  return {
    format: "helicone",
    columns: {
      ...NOTHING,
      start,
      end: type("response_created_at") ? `ifNull(${time("response_created_at")}, ${start})` : start,
      customer: customer
        ? chosenText(column(customer.column), type(customer.column) ?? "String", customer.within)
        : "''",
      model: text("model"),
      provider: text("provider"),
      input: input.sum,
      cacheRead: counts("prompt_cache_read_tokens").sum,
      cacheWrite5m: counts("prompt_cache_write_tokens").sum,
      output: output.sum,
      stated: [...input.stated, ...output.stated].join(" OR "),
      cost: type("cost") ? moneyValue(column("cost"), type("cost") ?? "", 9) : "NULL",
    },
    from: `${tableName(table)} AS t${isReplacing(table) ? " FINAL" : ""}`,
    ...(isReplacing(table)
      ? {}
      : { lastOf: { by: ids.map((id) => column(id)), version: column("updated_at") } }),
    where: withinTime(column("request_created_at"), selection),
    skips: [],
    cached: "apart",
    zero: "unpriced",
    currency: "USD",
  };
}
