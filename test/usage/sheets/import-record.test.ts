import { amountsOfFile, countsOf } from "../../../src/usage/sheets/import-record";

const EUR_AND_USD = [
  { nano: 5n, currency: "USD" },
  { nano: 7n, currency: "EUR" },
  { nano: null, currency: null },
];
const COLLECTED = {
  recordsRead: 6,
  rows: EUR_AND_USD,
  problems: [],
  rejected: 0,
  leftOut: [
    { because: "a test", rows: 1, amounts: { USD: 2n } },
    { because: "a total", rows: 1, amounts: {} },
  ],
  duplicates: { because: "another record has the same id", rows: 1, amounts: { USD: 1n } },
};

describe("what became of the records of an export", () => {
  test("is counted, and its amounts are summed by currency", () => {
    expect(countsOf(COLLECTED, (row) => row)).toEqual({
      rows: { read: 6, loaded: 3, rejected: 0, duplicates: 1, excluded: 2 },
      amounts: [
        {
          currency: "USD",
          // 5 + 1 + 2.
          readNano: 8n,
          loadedNano: 5n,
          rejectedNano: 0n,
          duplicatesNano: 1n,
          excludedNano: 2n,
        },
        {
          currency: "EUR",
          readNano: 7n,
          loadedNano: 7n,
          rejectedNano: 0n,
          duplicatesNano: 0n,
          excludedNano: 0n,
        },
      ],
    });
  });

  test("leaves the amounts read open where rows were rejected", () => {
    const [dollars] = countsOf({ ...COLLECTED, rejected: 1 }, (row) => row).amounts;
    expect(dollars).toMatchObject({ readNano: null, rejectedNano: null, loadedNano: 5n });
  });
});

describe("the amounts of a file in an engine", () => {
  const FILE = {
    amountsRead: { USD: 10n, EUR: 7n },
    rows: { rows: 3, amounts: { USD: 5n, EUR: 7n } },
    rejected: { rows: 1, amounts: { USD: 2n } },
    duplicates: { because: "another record has the same id", rows: 1, amounts: { USD: 1n } },
    leftOut: [
      { because: "a test", rows: 1, amounts: { USD: 2n } },
      { because: "a total", rows: 1, amounts: {} },
    ],
  };

  test("stand beside what was read, by currency", () => {
    expect(amountsOfFile(FILE)).toEqual([
      {
        currency: "USD",
        // 5 + 2 + 1 + 2.
        readNano: 10n,
        loadedNano: 5n,
        rejectedNano: 2n,
        duplicatesNano: 1n,
        excludedNano: 2n,
      },
      {
        currency: "EUR",
        readNano: 7n,
        loadedNano: 7n,
        rejectedNano: 0n,
        duplicatesNano: 0n,
        excludedNano: 0n,
      },
    ]);
  });

  test("do not take what was read from what became of it", () => {
    const [dollars] = amountsOfFile({ ...FILE, rows: { rows: 2, amounts: { USD: 4n } } });
    expect(dollars).toMatchObject({ readNano: 10n, loadedNano: 4n });
    const [lost] = amountsOfFile({ ...FILE, rows: { rows: 0, amounts: {} } }).slice(1);
    expect(lost).toMatchObject({ currency: "EUR", readNano: 7n, loadedNano: 0n });
  });
});
