import { columnName, columnsOf } from "../column";
import type { CachedConvention, TokenColumns, TokenKinds, TokenMap } from "../format";
import { type Fault, shown } from "../problem";
import type { Columns } from "../source/columns";
import { parseMapText } from "../source/map-text";
import type { TokenClasses } from "../usage-row";
import type { DecimalMark } from "../values/decimal";
import { countReader } from "./numbers";
import { conditionReader, textReader } from "./texts";
import { tokensInMap } from "./usage-map";

/** Tokens as a source states them, before it is settled what includes what. */
export interface RawTokens {
  readonly input: number;
  /** Input without cached tokens, where it is stated besides. */
  readonly uncached: number | null;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly output: number;
  readonly reasoning: number;
  /** Whether input includes cached tokens, where the record itself tells. */
  readonly cached: CachedConvention | null;
  /** Whether output includes reasoning. */
  readonly reasoningIs: CachedConvention;
  /** Whether any number is stated at all. */
  readonly stated: boolean;
  /** Kinds of usage that are none of these, and are not counted. */
  readonly uncounted?: readonly string[];
  /** The column of the input, for messages. */
  readonly inputColumn: string;
}

export type RawReader<R> = (record: R, faults: Fault[]) => RawTokens | null;

function columnsReader<R>(
  columns: Columns<R>,
  tokens: TokenColumns,
  mark: DecimalMark,
): RawReader<R> {
  const count = (terms: TokenColumns["input"] | undefined) =>
    countReader(columns, terms ?? [], mark);
  const input = count(tokens.input);
  const uncached = count(tokens.uncached);
  const cacheRead = count(tokens.cacheRead);
  const cacheWrite5m = count(tokens.cacheWrite5m);
  const cacheWrite1h = count(tokens.cacheWrite1h);
  const output = count(tokens.output);
  const reasoning = count(tokens.reasoning);
  const candidates = tokens.input.flatMap(columnsOf);
  const inputColumn = (record: R) => {
    const [column] = candidates;
    if (candidates.length < 2) return column;
    return candidates.find((each) => columns.has(each, [record])) ?? column;
  };
  return (record, faults) => {
    const inputs = input(record, faults);
    const outputs = output(record, faults);
    const named = inputColumn(record);
    return {
      input: inputs ?? 0,
      uncached: uncached(record, faults),
      cacheRead: cacheRead(record, faults) ?? 0,
      cacheWrite5m: cacheWrite5m(record, faults) ?? 0,
      cacheWrite1h: cacheWrite1h(record, faults) ?? 0,
      output: outputs ?? 0,
      reasoning: reasoning(record, faults) ?? 0,
      cached: null,
      reasoningIs: "included",
      stated: inputs !== null || outputs !== null,
      inputColumn: named === undefined ? "" : columnName(named),
    };
  };
}

function mapReader<R>(columns: Columns<R>, { map }: TokenMap): RawReader<R> {
  const readers = map.map((column) => ({ name: columnName(column), value: columns.value(column) }));
  return (record, faults) => {
    for (const { name, value } of readers) {
      const raw = value(record);
      const found: unknown = typeof raw === "string" ? parseMapText(raw) : raw;
      if (found !== undefined && found !== null) return tokensInMap(found, name, faults);
      if (typeof raw === "string" && raw.trim() !== "") {
        faults.push({ column: name, expected: "a map of usage", received: shown(raw) });
      }
    }
    return null;
  };
}

function kindsReader<R>(columns: Columns<R>, tokens: TokenKinds, mark: DecimalMark): RawReader<R> {
  const quantity = countReader(columns, [tokens.quantity], mark);
  const isTokens = conditionReader(columns, tokens.unit);
  const kind = textReader(columns, tokens.kind);
  const [named] = columnsOf(tokens.quantity);
  return (record, faults) => {
    const token = isTokens(record) ? tokens.classes[kind(record) ?? ""] : undefined;
    if (token === undefined) return null;
    const count = quantity(record, faults) ?? 0;
    const of = (wanted: keyof TokenClasses) => (token === wanted ? count : 0);
    return {
      input: of("inUncached"),
      uncached: null,
      cacheRead: of("inCacheRead"),
      cacheWrite5m: of("inCacheWrite5m"),
      cacheWrite1h: of("inCacheWrite1h"),
      output: of("outTotal"),
      reasoning: of("outReasoning"),
      cached: "apart",
      reasoningIs: "included",
      stated: true,
      inputColumn: named === undefined ? "" : columnName(named),
    };
  };
}

/** Reads the tokens of a record as the source states them; null where it states none. */
export function rawTokenReader<R>(
  columns: Columns<R>,
  tokens: TokenColumns | TokenMap | TokenKinds | undefined,
  mark: DecimalMark,
): RawReader<R> {
  if (tokens === undefined) return () => null;
  if ("map" in tokens) return mapReader(columns, tokens);
  return "kind" in tokens
    ? kindsReader(columns, tokens, mark)
    : columnsReader(columns, tokens, mark);
}
