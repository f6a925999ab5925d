import type { Dialect } from "../sql/dialect";

/** DuckDB's SQL. Nothing in it needs an extension: they would have to be fetched. */
export const DUCKDB: Dialect = {
  wide: (expression) => `CAST(${expression} AS HUGEINT)`,
  quotient: (dividend, divisor) => `(${dividend} // ${divisor})`,
  double: (expression) => `CAST(${expression} AS DOUBLE)`,
  text: (expression) => `CAST(${expression} AS VARCHAR)`,
  monthNumber: (ms) => `(year(epoch_ms(${ms})) * 12 + month(epoch_ms(${ms})) - 1)`,
  secondOfDay: (ms) => `((${ms} // 1000) % 86400)`,
  quantile: (expression, share) => `quantile_cont(${expression}, ${share})`,
};
