import fc from "fast-check";
import { collect } from "../../../src/usage/read/collect";
import type { Outcome } from "../../../src/usage/read/outcome";
import { SEEDED } from "../../calc/tariffs";

interface Row {
  readonly rowId: string | null;
  readonly rowVersion: number | null;
  readonly nano: bigint;
  readonly currency: string;
}

const row = (
  rowId: string | null,
  nano: bigint,
  rowVersion: number | null = null,
): Outcome<Row> => ({
  row: { rowId, rowVersion, nano, currency: "USD" },
});
const leftOut = (
  because: string,
  nano: bigint,
  rowId: string | null = null,
  rowVersion = 0,
): Outcome<Row> => ({
  because,
  rowId,
  rowVersion,
  nano,
  currency: "USD",
});
const gathered = (...outcomes: Outcome<Row>[]) => collect(outcomes, (each) => each);
const amounts = (rows: readonly Row[]) => rows.map(({ nano }) => nano);

test("keeps records without an id, and those with different ones", () => {
  expect(amounts(gathered(row(null, 1n), row(null, 1n), row("a", 2n), row("b", 3n)).rows)).toEqual([
    1n,
    1n,
    2n,
    3n,
  ]);
});

test("keeps the greatest version of records with one id, in whatever order they come", () => {
  const { rows, duplicates } = gathered(row("a", 1n, 1), row("a", 3n, 3), row("a", 2n, 2));
  expect(amounts(rows)).toEqual([3n]);
  expect(duplicates).toMatchObject({ rows: 2, amounts: { USD: 3n } });
});

test("keeps the last of records with one id and no version", () => {
  expect(amounts(gathered(row("a", 1n), row("a", 2n)).rows)).toEqual([2n]);
});

test("counts a record that was deleted later as deleted, and not its earlier version", () => {
  const { rows, leftOut: tallies } = gathered(row("a", 5n, 1), leftOut("deleted", 5n, "a", 2));
  expect(rows).toEqual([]);
  expect(tallies).toEqual([{ because: "deleted", rows: 1, amounts: { USD: 5n } }]);
});

test("adds up what was left out, by reason and currency", () => {
  const euros: Outcome<Row> = {
    because: "x",
    rowId: null,
    rowVersion: null,
    nano: 7n,
    currency: "EUR",
  };
  const unstated: Outcome<Row> = {
    because: "y",
    rowId: null,
    rowVersion: null,
    nano: null,
    currency: null,
  };
  expect(gathered(leftOut("x", 1n), leftOut("x", 2n), euros, unstated).leftOut).toEqual([
    { because: "x", rows: 3, amounts: { USD: 3n, EUR: 7n } },
    { because: "y", rows: 1, amounts: {} },
  ]);
});

test("counts a record with several problems as one", () => {
  const problem = { line: 2, column: "a", expected: "b", received: "c" };
  expect(gathered({ problems: [problem, problem] })).toMatchObject({
    recordsRead: 1,
    rejected: 1,
    problems: [problem, problem],
  });
});

test("accounts for every record and every amount", () => {
  const id = fc.constantFrom(null, "a", "b", "c");
  const amount = fc.bigInt({ min: -9n, max: 99n });
  const outcome = fc.oneof(
    fc.tuple(id, amount, fc.nat(3)).map(([rowId, nano, version]) => row(rowId, nano, version)),
    fc
      .tuple(amount, id, fc.nat(3))
      .map(([nano, rowId, version]) => leftOut("x", nano, rowId, version)),
  );
  fc.assert(
    fc.property(fc.array(outcome), (outcomes) => {
      const read = gathered(...outcomes);
      const tallies = [...read.leftOut, read.duplicates];
      const rows = tallies.reduce(
        (sum, tally) => sum + tally.rows,
        read.rows.length + read.rejected,
      );
      expect(rows).toBe(outcomes.length);
      const total = outcomes.reduce(
        (sum, each) =>
          sum + ("row" in each ? each.row.nano : "nano" in each ? (each.nano ?? 0n) : 0n),
        0n,
      );
      const counted = amounts(read.rows).reduce((sum, each) => sum + each, 0n);
      expect(tallies.reduce((sum, tally) => sum + (tally.amounts["USD"] ?? 0n), counted)).toBe(
        total,
      );
    }),
    SEEDED,
  );
});
