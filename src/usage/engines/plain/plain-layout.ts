import { type Column, columnsOf, type Term, type Text } from "../../column";
import type { Condition, MoneyField, UsageFormat } from "../../format";
import type { Settings } from "../../read/settings";
import { columnIndexes } from "../../source/csv-columns";

/** A cell, or what stands at keys of the map in a cell. */
export interface CellPlace {
  readonly cell: number;
  readonly keys: readonly string[];
  /** Tells places in maps apart. */
  readonly number: number;
}

/** Where a text or number is looked for: the first place that is filled has it. */
export type Places = readonly CellPlace[];

export interface PlainMoney {
  readonly add: readonly Places[];
  readonly subtract: readonly Places[];
  readonly field: MoneyField;
  /** The amount in the unit of the field, times ten to this, is in billionths. */
  readonly power: number;
}

export interface PlainTokens {
  readonly input: readonly Places[];
  readonly uncached: readonly Places[];
  readonly cacheRead: readonly Places[];
  readonly cacheWrite5m: readonly Places[];
  readonly cacheWrite1h: readonly Places[];
  readonly output: readonly Places[];
  readonly reasoning: readonly Places[];
}

/** Where in the cells of a CSV everything stands that a format reads. */
export interface PlainLayout {
  readonly rowId: readonly Places[];
  readonly rowVersion: Places;
  readonly start: Places;
  readonly end: Places;
  readonly customerId: Places;
  readonly userId: Places;
  readonly feature: Places;
  readonly traceId: Places;
  readonly tokens: PlainTokens | undefined;
  /** Undefined where each record is one request. */
  readonly requests: readonly Places[] | undefined;
  readonly toolCalls: readonly Places[];
  readonly cost: PlainMoney | undefined;
  readonly listCost: PlainMoney | undefined;
  readonly invoiced: PlainMoney | undefined;
  /** Cells on whose texts the kind of a record depends, and whether it counts at all. */
  readonly kindCells: readonly number[];
  /** Cells of which only that matters whether they are blank. */
  readonly blankCells: readonly number[];
}

const POWERS: Readonly<Partial<Record<MoneyField["unit"], number>>> = {
  units: 9,
  hundredths: 7,
  billionths: 0,
};

/** Why a format has no layout; thrown and caught below. */
class NotPlain extends Error {}

function conditionsOf(format: UsageFormat, { skips }: Settings): readonly Condition[] {
  return [...skips, format.batch, format.cost?.freeWhen].flatMap((each) => each ?? []);
}

function layoutOf(format: UsageFormat, header: readonly string[], settings: Settings): PlainLayout {
  const indexes = columnIndexes(header);
  let number = 0;
  const placeOf = (column: Column): CellPlace[] => {
    const [name = "", ...keys] = typeof column === "string" ? [column] : column;
    const cell = indexes.get(name.toLowerCase());
    return cell === undefined ? [] : [{ cell, keys, number: keys.length > 0 ? number++ : 0 }];
  };
  const text = (term: Term | undefined): Places => {
    if (term === undefined) return [];
    if (!("first" in term) || term.as !== undefined) throw new NotPlain();
    return term.first.flatMap(placeOf);
  };
  const terms = (all: readonly Term[] | undefined) => (all ?? []).map(text);
  const money = (field: MoneyField | undefined): PlainMoney | undefined => {
    if (field === undefined) return undefined;
    const power = POWERS[field.unit];
    if (power === undefined) throw new NotPlain();
    return { add: terms(field.add), subtract: terms(field.subtract), field, power };
  };
  const cellsOf = (columns: readonly Column[]): number[] =>
    columns.flatMap(placeOf).map(({ cell, keys }) => {
      if (keys.length > 0) throw new NotPlain();
      return cell;
    });
  const { tokens, charge } = format;
  if (format.nests !== undefined || (tokens !== undefined && !("input" in tokens))) {
    throw new NotPlain();
  }
  const conditions = conditionsOf(format, settings);
  const kindTexts: readonly (Text | undefined)[] = [
    ...[format.model, format.provider, format.serviceTier, format.currency, charge?.when],
    ...conditions.flatMap((each) => ("when" in each ? each.when : [])),
  ];
  const blanks = conditions.flatMap((each) => ("blank" in each ? each.blank : []));
  return {
    rowId: terms(format.rowId),
    rowVersion: text(format.rowVersion),
    start: text(format.start),
    end: format.end === "next day" ? [] : text(format.end),
    customerId: text(settings.customer),
    userId: text(format.userId),
    feature: text(format.feature),
    traceId: text(format.traceId),
    tokens: tokens && {
      input: terms(tokens.input),
      uncached: terms(tokens.uncached),
      cacheRead: terms(tokens.cacheRead),
      cacheWrite5m: terms(tokens.cacheWrite5m),
      cacheWrite1h: terms(tokens.cacheWrite1h),
      output: terms(tokens.output),
      reasoning: terms(tokens.reasoning),
    },
    requests: format.requests && terms(format.requests),
    toolCalls: terms(format.toolCalls),
    cost: money(format.cost),
    listCost: money(format.listCost),
    invoiced: money(format.invoiced),
    kindCells: [...new Set(cellsOf(kindTexts.flatMap((each) => (each ? columnsOf(each) : []))))],
    blankCells: [...new Set(cellsOf(blanks))],
  };
}

/**
 * Where the columns stand that a format reads; undefined where it reads more than single cells
 * and numbers in maps: records that nest, lists, amounts whose unit depends on their currency.
 */
export function plainLayout(
  format: UsageFormat,
  header: readonly string[],
  settings: Settings,
): PlainLayout | undefined {
  try {
    return layoutOf(format, header, settings);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
