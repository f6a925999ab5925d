import type { UsageFormat } from "../../format";
import type { Fault } from "../../problem";
import type { RawTokens } from "../../read/raw-tokens";
import type { Settings } from "../../read/settings";
import { spanOf } from "../../read/times";
import { cachedTokens, hasUsage, NO_TOKENS, tokenClasses } from "../../read/token-classes";
import type { ReadTime } from "../../values/time";
import type { Kinds } from "../kinds";
import type { CsvBytes } from "../load/csv-bytes";
import type { CsvScanner } from "./csv-scanner";
import { knownKinds, NO_ROW, UNKNOWN } from "./known-kinds";
import type { PlainLayout, PlainTokens } from "./plain-layout";
import { plainNumbers, type PlainNumbers, UNCLEAR } from "./plain-numbers";
import { nameWriter } from "./plain-names";
import { recordCells } from "./record-cells";

/** What questions later records may raise; records that would are left to the other reader. */
export interface Doubtful {
  readonly cached: boolean;
  readonly zone: boolean;
}

/** A row that was written. */
export interface WrittenRow {
  /** The number of its kind. */
  readonly kind: number;
  readonly costNano: number | null;
}

/** Reads the record that a scanner went through last, where it is plain. */
export interface PlainReader {
  /**
   * Writes the record as a row.
   *
   * @returns undefined, and nothing is written, where the reader of the format has to read it
   */
  readonly write: (bytes: Uint8Array, file: number, row: number) => WrittenRow | undefined;
  /**
   * What is to be told the number of the kind of the row that the record turns out to be which
   * was not written, or NO_ROW; undefined where nothing is to be learned from it.
   */
  readonly learner: () => ((kind: number) => void) | undefined;
}

/** Tokens as stated; undefined where one of them is unclear. */
function rawTokens({ sum }: PlainNumbers, tokens: PlainTokens): RawTokens | undefined {
  const input = sum(tokens.input);
  const uncached = sum(tokens.uncached);
  const cacheRead = sum(tokens.cacheRead) ?? 0;
  const cacheWrite5m = sum(tokens.cacheWrite5m) ?? 0;
  const cacheWrite1h = sum(tokens.cacheWrite1h) ?? 0;
  const output = sum(tokens.output);
  const reasoning = sum(tokens.reasoning) ?? 0;
  const isUnclear =
    input === UNCLEAR ||
    uncached === UNCLEAR ||
    cacheRead === UNCLEAR ||
    cacheWrite5m === UNCLEAR ||
    cacheWrite1h === UNCLEAR ||
    output === UNCLEAR ||
    reasoning === UNCLEAR;
  if (isUnclear) return undefined;
  // Field by field: spreading objects into it takes several times as long.
  return {
    input: input ?? 0,
    uncached,
    cacheRead,
    cacheWrite5m,
    cacheWrite1h,
    output: output ?? 0,
    reasoning,
    cached: null,
    reasoningIs: "included",
    stated: input !== null || output !== null,
    inputColumn: "",
  };
}

/** How the records of a file are read. */
export interface PlainTerms {
  readonly layout: PlainLayout;
  readonly scanner: CsvScanner;
  /** Cells that every record has. */
  readonly cellCount: number;
  readonly format: UsageFormat;
  readonly settings: Settings;
  readonly doubtful: Doubtful | undefined;
}

export function plainReader(terms: PlainTerms, kinds: Kinds, csv: CsvBytes): PlainReader {
  const { layout, scanner, cellCount, format, doubtful } = terms;
  const { mark, clock, cached } = terms.settings;
  const cells = recordCells(scanner);
  const numbers = plainNumbers(cells, mark, clock.slashOrder);
  const known = knownKinds(layout, scanner, cells);
  const names = nameWriter(cells, csv, format.id);
  const spanFrom = spanOf(format, clock);
  const instant = ({ zoned, at }: ReadTime) => (zoned ? at : clock.toUtc(at));
  const faults: Fault[] = [];
  let isAsked = false;

  function write(bytes: Uint8Array, file: number, row: number): WrittenRow | undefined {
    isAsked = false;
    if (scanner.cells() !== cellCount || scanner.isMixed()) return undefined;
    cells.next(bytes);
    const start = numbers.time(layout.start);
    const end = numbers.time(layout.end);
    const version = numbers.time(layout.rowVersion);
    if (!start || end === undefined || version === undefined) return undefined;
    if (doubtful?.zone && !(start.zoned && end?.zoned !== false)) return undefined;
    const span = spanFrom(start, end);
    if (span.end < span.start) return undefined;

    const cost = numbers.money(layout.cost);
    const listCost = numbers.money(layout.listCost);
    const invoiced = numbers.money(layout.invoiced);
    if (Number.isNaN(cost) || Number.isNaN(listCost) || Number.isNaN(invoiced)) return undefined;

    const raw = layout.tokens && rawTokens(numbers, layout.tokens);
    if (layout.tokens && !raw) return undefined;
    if (raw && doubtful?.cached && cachedTokens(raw) > 0) return undefined;
    faults.length = 0;
    const tokens = raw ? tokenClasses(raw, cached, faults) : NO_TOKENS;
    const requests = layout.requests ? (numbers.sum(layout.requests) ?? 0) : 1;
    const toolCalls = numbers.sum(layout.toolCalls) ?? 0;
    if (faults.length > 0 || requests === UNCLEAR || toolCalls === UNCLEAR) return undefined;

    // What its kind depends on besides texts.
    const flags =
      (raw?.stated ? 1 : 0) |
      (cost === 0 && hasUsage(tokens) ? 2 : 0) |
      (cost === null ? 4 : 0) |
      (listCost === null ? 8 : 0) |
      (invoiced === null ? 16 : 0);
    const kind = known.find(bytes, flags);
    isAsked = kind === UNKNOWN;
    if (kind === UNKNOWN || kind === NO_ROW) return undefined;
    const costNano = kinds.all[kind]?.costBasis === null ? null : cost;

    csv.number(file);
    csv.number(row);
    csv.number(kind);
    names.id(layout.rowId);
    csv.number(version && instant(version));
    csv.number(costNano);
    csv.number(span.start);
    csv.number(span.end);
    names.name(layout.customerId);
    names.name(layout.userId);
    names.name(layout.feature);
    names.name(layout.traceId);
    csv.number(tokens.inUncached);
    csv.number(tokens.inCacheRead);
    csv.number(tokens.inCacheWrite5m);
    csv.number(tokens.inCacheWrite1h);
    csv.number(tokens.outTotal);
    csv.number(tokens.outReasoning);
    csv.number(requests);
    csv.number(toolCalls);
    csv.number(listCost);
    csv.number(invoiced);
    csv.endLine();
    return { kind, costNano };
  }
  return {
    write,
    learner: () => (isAsked ? known.learner() : undefined),
  };
}
