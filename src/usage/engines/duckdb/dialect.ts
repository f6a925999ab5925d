import type { Dialect } from "../sql/dialect";

const wide = (expression: string) => `CAST(${expression} AS HUGEINT)`;

/** DuckDB's SQL. Nothing in it needs an extension: they would have to be fetched. */
export const DUCKDB: Dialect = {
  wide,
  rounded: (dividend, divisor) => `((2 * ${dividend} + ${divisor}) // ${wide(`(2 * ${divisor})`)})`,
  double: (expression) => `CAST(${expression} AS DOUBLE)`,
  text: (expression) => `CAST(${expression} AS VARCHAR)`,
  monthNumber: (ms) => `(year(epoch_ms(${ms})) * 12 + month(epoch_ms(${ms})) - 1)`,
  secondOfDay: (ms) => `((${ms} // 1000) % 86400)`,
  quantiles: (expression, shares) =>
    shares.map((share) => `quantile_cont(${expression}, ${share})`),
};
