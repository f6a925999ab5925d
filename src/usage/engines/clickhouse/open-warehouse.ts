import { withoutPersonalData } from "../../personal-data";
import { partyRows, priceRows, rateRows } from "../prices/price-rows";
import { type Pricing, pricingOf } from "../prices/rates";
import type { QueryDialect } from "../sql/inlined";
import { PORTABLE } from "../sql/portable";
import type { Summarized } from "../usage-engine";
import { readSummary } from "../sql/summary";
import { type SummaryStatements, summaryStatements } from "../sql/summary-statements";
import { type ClickHouseConnection, ClickHouseError } from "./connection";
import { customerChoices } from "./customer-choices";
import { clickHouseDialect } from "./dialect";
import { estimate } from "./estimate";
import { NEEDS, portableUsage } from "./portable-usage";
import { queriesOf } from "./queries";
import { type Ask, type FoundRows, rawRowsOf } from "./raw-rows-of";
import { BY_TEXTS, keyedRates, type ServerKinds, serverKinds } from "./server-kinds";
import { type ServerTable, tableText } from "./sources/table";
import { countedRows, kindsQuery } from "./sources/usage-rows";
import { statementsText } from "./statements-text";
import { readTables, sourcesIn } from "./tables";
import type { Warehouse, WarehouseOptions, WarehouseSelection } from "./warehouse";

interface Prepared extends FoundRows {
  readonly found: ServerKinds;
  readonly pricing: Pricing;
}

// The text of a query may be 256 KiB long unless the server says otherwise, and readers may not.
const LONGEST = 250_000;
// More do not fit into it, whatever they are called; looking their prices up would take long.
const MOST_KINDS = 2_000;

/** The statements of a summary, on rows of usage as a query in brackets or a table. */
function statementsOn(
  usage: string,
  dialect: QueryDialect,
  { found, pricing }: Prepared,
  { parties = [] }: WarehouseOptions,
): SummaryStatements {
  const { inlined } = dialect;
  const relations = {
    usage,
    rates: inlined(keyedRates(rateRows(pricing), found.keys)),
    prices: inlined(priceRows(pricing)),
    kind: BY_TEXTS,
  };
  const members = parties.length === 0 ? undefined : inlined(partyRows(parties));
  return summaryStatements(dialect, relations, members);
}

function tooLong(what: string): ClickHouseError {
  return new ClickHouseError(
    "query",
    `There are ${what}, which is more than one query can take. Choose a shorter time.`,
  );
}

const kindsInWords = (kinds: number) =>
  `${kinds} different models, providers and tiers in this usage`;

function checkLength(statements: SummaryStatements, kinds: number, parties: number): void {
  const bytes = (sql = "") => new TextEncoder().encode(sql).length;
  if (bytes(statements.customers) > LONGEST) throw tooLong(kindsInWords(kinds));
  if (bytes(statements.parties) > LONGEST) throw tooLong(`${parties} ids that mean others`);
}

function portableText(
  { mapping, customer, from, until }: WarehouseSelection,
  prepared: Prepared,
  options: WarehouseOptions,
): string {
  if (mapping === undefined) {
    return `${NEEDS}\n\n${statementsText(statementsOn("usage", PORTABLE, prepared, options))}`;
  }
  const { database, name } = prepared.table;
  const table = [database, name].map(PORTABLE.name).join(".");
  const named = customer?.column ?? mapping.customer;
  const { cached } = prepared.found;
  const usage = portableUsage(table, mapping, cached, { from, until }, named);
  return statementsText(statementsOn(usage, PORTABLE, prepared, options));
}

/** Each row on a server is one request. */
function requestsIn({ summary }: Summarized): number {
  return summary.lines.reduce((sum, { requests }) => sum + requests, 0);
}

/** The server goes on writing between one query and the next. */
function changedNote(rows: number): string {
  return `${rows} rows came or went while usage was summed up. Choose days that are over for figures that agree.`;
}

/** Sums usage up on a server; the connection is not closed by it. */
export function openWarehouse(connection: ClickHouseConnection): Warehouse {
  let known: Promise<readonly ServerTable[]> | undefined;
  const tables = async (signal: AbortSignal) => {
    known ??= readTables(connection, signal);
    return known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
  };
  const tableOf = async (text: string, signal: AbortSignal) => {
    const all = await tables(signal);
    const table = all.find((each) => tableText(each) === text);
    if (table === undefined)
      throw new ClickHouseError("missing", `${text} is not on the server, or you may not read it.`);
    const traces = all.find(
      ({ database, name }) => database === table.database && name === "traces",
    );
    return { table, traces };
  };
  const quietly =
    (signal: AbortSignal): Ask =>
    async (sql) =>
      (await connection.query(sql, { signal })).rows;

  async function prepare(
    selection: WarehouseSelection,
    { pricing: overrides = [] }: WarehouseOptions,
    signal: AbortSignal,
    ask: Ask,
  ): Promise<Prepared> {
    const rows = await rawRowsOf(await tables(signal), selection, ask);
    const found = await serverKinds(rows.raw, selection.cached, ask);
    if (found.kinds.length > MOST_KINDS) throw tooLong(kindsInWords(found.kinds.length));
    return { ...rows, found, pricing: pricingOf(found.kinds, overrides) };
  }

  const clickHouseStatements = (prepared: Prepared, options: WarehouseOptions) => {
    const { raw, found } = prepared;
    const dialect = clickHouseDialect(options.isApproximate);
    const statements = statementsOn(countedRows(raw, found.cached), dialect, prepared, options);
    checkLength(statements, found.kinds.length, options.parties?.length ?? 0);
    return statements;
  };

  return {
    find: async (signal) => {
      known = undefined;
      return sourcesIn(await tables(signal));
    },
    customers: async (source, signal) => {
      const { table, traces } = await tableOf(source.table, signal);
      return customerChoices(source, table, traces, quietly(signal));
    },
    estimate: async (selection, signal) => {
      // What is asked of the server for the text of the query does not change what it reads.
      const nothing = () => Promise.resolve([]);
      const rows = await rawRowsOf(await tables(signal), selection, nothing);
      return estimate(connection, rows, signal);
    },
    summarize: async (selection, options, run) => {
      // Keys or totals, kinds, lines, months, customers and parties.
      const steps = 5 + (options.parties?.length ? 1 : 0);
      const { ask, taken } = queriesOf(connection, run, steps, options.timeLimitSeconds);
      const prepared = await prepare(selection, options, run.signal, ask);
      const statements = clickHouseStatements(prepared, options);
      const named = async (sql: string) =>
        (await ask(sql)).map(([customer = null, ...others]) => [
          customer === null ? null : withoutPersonalData(String(customer)),
          ...others,
        ]);
      const lines = await named(statements.lines);
      const months = await named(statements.months);
      const customers = await named(statements.customers);
      const parties = statements.parties === undefined ? [] : await named(statements.parties);
      const { kinds, start, end, leftOut, notes } = prepared.found;
      const rows = { lines, months, customers, parties, otherCharges: [], start, end };
      const summarized = readSummary(rows, kinds, prepared.pricing, options.parties ?? []);
      const changed = Math.abs(prepared.found.rows - requestsIn(summarized));
      run.onProgress("Summing up on the server", 1);
      return {
        ...summarized,
        ...taken(),
        isApproximate: options.isApproximate ?? false,
        leftOut,
        notes: [...prepared.notes, ...notes, ...(changed > 0 ? [changedNote(changed)] : [])],
      };
    },
    statements: async (selection, options, signal) => {
      const prepared = await prepare(selection, options, signal, quietly(signal));
      const kinds = kindsQuery(prepared.raw, prepared.found.cached);
      return {
        clickHouse: statementsText(clickHouseStatements(prepared, options), [
          ["Which kinds of usage there are, and what does not count", kinds],
        ]),
        portable: portableText(selection, prepared, options),
      };
    },
  };
}
