import type { SqlRows } from "../prices/price-rows";
import { type QueryDialect, valueText } from "../sql/inlined";

const TYPES: Readonly<Record<string, string>> = {
  BOOLEAN: "Bool",
  INTEGER: "Int32",
  BIGINT: "Int64",
  VARCHAR: "String",
};

const wide = (expression: string) => `toInt128(${expression})`;
const escaped = (text: string) => text.replace(/[\\'`]/g, "\\$&").replaceAll("\0", "\\0");
const literal = (text: string) => `'${escaped(text)}'`;
const name = (text: string) => `\`${escaped(text)}\``;

/** Each column as an array, which takes far fewer words than a SELECT for each row. */
function inlined({ columns, rows }: SqlRows): string {
  const arrays = columns.map(([column, type], index) => {
    const values = rows.map((row) => row[index]);
    const known = TYPES[type] ?? type;
    const element = values.includes(null) ? `Nullable(${known})` : known;
    const texts = values.map((value) => valueText(value, literal));
    return `CAST([${texts.join(", ")}] AS Array(${element})) AS ${column}`;
  });
  const names = columns.map(([column]) => column).join(", ");
  return `(SELECT ${names} FROM system.one ARRAY JOIN\n  ${arrays.join(",\n  ")})`;
}

/**
 * ClickHouse's SQL. No setting is needed, as users who may read alone may change none.
 *
 * @param isApproximate quantiles by t-digest: in little memory, and some percent off where there
 *   are few tasks
 */
export function clickHouseDialect(isApproximate = false): QueryDialect {
  const quantile = isApproximate ? "quantilesTDigest" : "quantilesExactInclusive";
  return {
    wide,
    rounded: (dividend, divisor) =>
      `intDiv(2 * ${dividend} + ${divisor}, ${wide(`2 * ${divisor}`)})`,
    double: (expression) => `toFloat64(${expression})`,
    text: (expression) => `toString(${expression})`,
    monthNumber: (ms) =>
      ["toYear", "toMonth"]
        .map((part) => `toInt32(${part}(fromUnixTimestamp64Milli(toInt64(${ms}), 'UTC')))`)
        .join(" * 12 + ")
        .concat(" - 1"),
    secondOfDay: (ms) => `toInt32(intDiv(${ms}, 1000) % 86400)`,
    // The same call for each: the server computes it once.
    quantiles: (expression, shares) =>
      shares.map((_, index) => `${quantile}(${shares.join(", ")})(${expression})[${index + 1}]`),
    name,
    literal,
    inlined,
  };
}
