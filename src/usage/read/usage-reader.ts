import type { Text } from "../column";
import type { UsageFormat } from "../format";
import type { Fault, Place } from "../problem";
import type { Columns } from "../source/columns";
import type { Charge, UsageRow } from "../usage-row";
import { currencyReader } from "./currencies";
import { countReader, moneyReader } from "./numbers";
import { type Outcome, rejected } from "./outcome";
import { rawTokenReader } from "./raw-tokens";
import type { Settings } from "./settings";
import { conditionReader, faultIn, idReader, nameReader, skipReader, textReader } from "./texts";
import { spanReader, timeReader } from "./times";
import { hasUsage, NO_TOKENS, tokenClasses } from "./token-classes";

/** Reads the money of a record, and no more of it than the format names. */
function amountsReader<R>(columns: Columns<R>, format: UsageFormat, { mark }: Settings) {
  const currencyOf = currencyReader(columns, format.currency);
  const cost = moneyReader(columns, format.cost, mark);
  const listCost = moneyReader(columns, format.listCost, mark);
  const invoiced = moneyReader(columns, format.invoiced, mark);
  return (record: R, faults: Fault[]) => {
    const currency = currencyOf(record, faults);
    const costNano = cost(record, currency, faults);
    const listCostNano = listCost(record, currency, faults);
    const invoicedNano = invoiced(record, currency, faults);
    const hasAmount = costNano !== null || listCostNano !== null || invoicedNano !== null;
    if (hasAmount && currency === null && faults.length === 0) {
      faults.push(faultIn(columns, format.currency, record, "a currency such as USD"));
    }
    return { costNano, listCostNano, invoicedNano, currency: hasAmount ? currency : null };
  };
}

function chargeReader<R>(columns: Columns<R>, { charge }: UsageFormat) {
  if (charge === undefined) return (): Charge => "usage";
  const read = textReader(columns, charge.when);
  return (record: R, faults: Fault[]): Charge => {
    const found = read(record);
    const kind = found === null ? undefined : charge.is[found];
    if (kind !== undefined) return kind;
    const expected = `one of ${Object.keys(charge.is).join(", ")}`;
    faults.push(faultIn(columns, charge.when, record, expected));
    return "usage";
  };
}

/** Reads ids and names, with persons in them replaced by pseudonyms. */
function namesReader<R>(columns: Columns<R>, format: UsageFormat, { customer }: Settings) {
  const read = (text: Text | undefined) => nameReader(columns, text);
  const provider = read(format.provider);
  return {
    customerId: read(customer),
    userId: read(format.userId),
    feature: read(format.feature),
    traceId: read(format.traceId),
    model: read(format.model),
    provider: (record: R) => provider(record)?.toLowerCase() ?? null,
    serviceTier: read(format.serviceTier),
  };
}

/**
 * Reads the records of an export of usage by its format: each becomes a row, is left out for a
 * reason, or is rejected with every problem in it.
 */
export function usageReader<R>(
  columns: Columns<R>,
  format: UsageFormat,
  settings: Settings,
): (record: R, place: Place) => Outcome<UsageRow> {
  const skip = skipReader(columns, settings.skips);
  const amountsOf = amountsReader(columns, format, settings);
  const spanOf = spanReader(columns, format, settings.clock);
  const tokensOf = rawTokenReader(columns, format.tokens, settings.mark);
  const chargeOf = chargeReader(columns, format);
  const names = namesReader(columns, format, settings);
  const rowId = idReader(columns, format.rowId);
  const version = timeReader(columns, format.rowVersion, settings.clock);
  const requests = countReader(columns, format.requests ?? [], settings.mark);
  const toolCalls = countReader(columns, format.toolCalls ?? [], settings.mark);
  const isBatch = conditionReader(columns, format.batch);
  const isFree = conditionReader(columns, format.cost?.freeWhen);
  return (record, place) => {
    const because = skip(record);
    if (because !== undefined) {
      const { costNano, currency } = amountsOf(record, []);
      const rowVersion = version.instant(record, []);
      return { because, rowId: rowId(record), rowVersion, nano: costNano, currency };
    }
    const faults: Fault[] = [];
    const span = spanOf(record, faults);
    const amounts = amountsOf(record, faults);
    const before = faults.length;
    const raw = tokensOf(record, faults);
    const isClean = raw !== null && faults.length === before;
    const tokens = isClean ? tokenClasses(raw, settings.cached, faults) : NO_TOKENS;
    const requestCount = format.requests === undefined ? 1 : (requests(record, faults) ?? 0);
    const toolCallCount = toolCalls(record, faults) ?? 0;
    const charge = chargeOf(record, faults);
    if (span === null || faults.length > 0) {
      const { costNano: nano, currency } = amounts;
      return { ...rejected(place, faults), nano, currency };
    }
    const isUnpriced =
      format.cost?.zero === "unpriced" &&
      amounts.costNano === 0n &&
      hasUsage(tokens) &&
      !isFree(record);
    const costNano = isUnpriced ? null : amounts.costNano;
    return {
      // Field by field: spreading four objects into it takes several times as long.
      row: {
        source: format.id,
        rowId: rowId(record),
        rowVersion: version.instant(record, []),
        start: span.start,
        end: span.end,
        customerId: names.customerId(record),
        userId: names.userId(record),
        feature: names.feature(record),
        traceId: names.traceId(record),
        model: names.model(record),
        provider: names.provider(record),
        serviceTier: names.serviceTier(record),
        inUncached: tokens.inUncached,
        inCacheRead: tokens.inCacheRead,
        inCacheWrite5m: tokens.inCacheWrite5m,
        inCacheWrite1h: tokens.inCacheWrite1h,
        outTotal: tokens.outTotal,
        outReasoning: tokens.outReasoning,
        hasTokens: raw?.stated ?? false,
        requests: requestCount,
        toolCalls: toolCallCount,
        costNano,
        listCostNano: amounts.listCostNano,
        invoicedNano: amounts.invoicedNano,
        currency: amounts.currency,
        costBasis: costNano === null ? null : (format.cost?.basis ?? null),
        batch: isBatch(record),
        charge,
      },
    };
  };
}
