import type { QueryDialect } from "./inlined";
import { inlinedByUnion } from "./inlined";

const decimal = (expression: string) => `CAST(${expression} AS DECIMAL(38, 0))`;
const at = (ms: string) =>
  `(TIMESTAMP '1970-01-01 00:00:00' + (${ms} / 1000) * INTERVAL '1' SECOND)`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** SQL as near to the standard as there is, in PostgreSQL's way where it leaves a choice. */
export const PORTABLE: QueryDialect = {
  wide: decimal,
  rounded: (dividend, divisor) => decimal(`ROUND(${dividend} / ${divisor})`),
  double: (expression) => `CAST(${expression} AS DOUBLE PRECISION)`,
  text: (expression) => `CAST(${expression} AS VARCHAR)`,
  monthNumber: (ms) =>
    `CAST(EXTRACT(YEAR FROM ${at(ms)}) * 12 + EXTRACT(MONTH FROM ${at(ms)}) - 1 AS INTEGER)`,
  secondOfDay: (ms) => `MOD(CAST(FLOOR(${ms} / 1000) AS BIGINT), 86400)`,
  quantiles: (expression, shares) =>
    shares.map((share) => `PERCENTILE_CONT(${share}) WITHIN GROUP (ORDER BY ${expression})`),
  name: (name) => `"${name.replaceAll('"', '""')}"`,
  literal,
  inlined: (rows) => inlinedByUnion(rows, literal),
};
