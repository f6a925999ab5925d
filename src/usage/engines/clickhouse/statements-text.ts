import type { SummaryStatements } from "../sql/summary-statements";

const TITLES = {
  lines: "Usage and cost by customer, month and kind",
  months: "Tasks by customer and month",
  customers: "What the tasks of each customer cost",
  parties: "What the tasks of customers with several ids cost",
} as const satisfies Record<keyof SummaryStatements, string>;

/**
 * Statements as one text to look at and to copy.
 *
 * @param before others that come first, by their titles
 */
export function statementsText(
  statements: SummaryStatements,
  before: readonly (readonly [title: string, sql: string])[] = [],
): string {
  const { lines, months, customers, parties } = statements;
  const named = Object.entries({ lines, months, customers, parties } as const).flatMap(
    ([name, sql]) => (sql === undefined ? [] : [[titleOf(name), sql] as const]),
  );
  return [...before, ...named].map(([title, sql]) => `-- ${title}\n${sql};\n`).join("\n");
}

function titleOf(name: string): string {
  return Object.entries(TITLES).find(([key]) => key === name)?.[1] ?? name;
}
