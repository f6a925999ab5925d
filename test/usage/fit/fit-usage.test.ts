import fc from "fast-check";
import { fitUsage } from "../../../src/usage/fit/fit-usage";
import { randomNumbers } from "../../../src/usage/fit/random-numbers";
import { population, sampled } from "../../../src/usage/fit/resample";
import { wholeMonths } from "../../../src/usage/fit/whole-months";
import { customerMonthsOf, lognormalMonth, summaryOf, type TasksByCustomer } from "./usage-data";

const AUGUST = ["2026-08"];
const SUMMER = ["2026-06", "2026-07", "2026-08"];

function fitted(
  tasks: TasksByCustomer,
  months: readonly string[],
  paid?: Map<string, Set<string>>,
) {
  const fit = fitUsage(summaryOf(customerMonthsOf(tasks), months), paid);
  if (!fit) throw new Error("nothing was fitted");
  return fit;
}

/** Pairs of months, each so often. */
function pairs(times: number, ...each: readonly (readonly [number, number])[]): TasksByCustomer {
  return Object.fromEntries(
    each.flatMap(([before, after], kind) =>
      Array.from({ length: times }, (_, i) => [
        `${kind}.${i}`,
        { "2026-07": before, "2026-08": after },
      ]),
    ),
  );
}

describe("percentiles", () => {
  const fit = fitted(
    {
      a: { "2026-08": 10 },
      b: { "2026-08": 20 },
      c: { "2026-08": 30 },
      d: { "2026-08": 40 },
      e: { "2026-08": 50 },
    },
    AUGUST,
  );

  test("are those of PERCENTILE.INC", () => {
    expect(fit.p50.value).toBe(30);
    // place (5 - 1) x 0.9 = 3.6: 40 + 0.6 x (50 - 40)
    expect(fit.p90.value).toBeCloseTo(46, 12);
  });

  test("offer P90 with its tail where P99 is not estimable", () => {
    expect(fit.p99).toBeNull();
    expect(fit.usage.tail).toBe(0.9);
    expect(fit.usage.p99).toBe(fit.p90.value);
  });

  test("come without a range and without a verdict where there are too few", () => {
    expect(fit.p50.range).toBeNull();
    expect(fit.bootstrap.replicates).toBe(0);
    expect(fit.goodness.verdict).toBe("too few");
    expect(fit.goodness.words).toMatch(/^5 customer-months with usage are too few/);
  });

  test.each([
    [299, 0.9],
    [300, 0.99],
    [301, 0.99],
  ])("take P99 from 300 active customer-months on: %i", (count, tail) => {
    const { usage, p99, activeMonths } = fitted2(count);
    expect(activeMonths).toBe(count);
    expect(usage.tail).toBe(tail);
    expect(p99 === null).toBe(tail === 0.9);
  });

  function fitted2(count: number) {
    const found = fitUsage(summaryOf(lognormalMonth(count), AUGUST));
    if (!found) throw new Error("nothing was fitted");
    return found;
  }

  test("find those of a lognormal again, each within its range", () => {
    const { p50, p99, goodness } = fitted2(1000);
    expect(p50.value).toBeCloseTo(400, -1);
    // the grid has no point beyond 0.9995, so P99 lies close to 6000 but not on it
    expect(p99?.value).toBeGreaterThan(5800);
    expect(p99?.value).toBeLessThan(6200);
    // standard error of LN(P50): 1.164 x SQRT(pi / 2) / SQRT(1000) = 0.0461; x 1.645 = 0.0759:
    // from 400 x EXP(-0.0759) = 370.8 to 431.5
    expect(p50.range?.low).toBeGreaterThan(360);
    expect(p50.range?.low).toBeLessThan(382);
    expect(p50.range?.high).toBeGreaterThan(419);
    expect(p50.range?.high).toBeLessThan(444);
    expect(goodness.verdict).toBe("fits");
    expect(goodness.plotCorrelation).toBeGreaterThan(0.999);
  });
});

describe("the share of inactive customer-months", () => {
  const tasks = { a: { "2026-06": 5, "2026-07": 5, "2026-08": 5 }, b: { "2026-07": 5 } };

  test("counts months after the first use where revenue is not known", () => {
    const fit = fitted(tasks, SUMMER);
    // a: 3 of 3; b: July and August, one with tasks; 1 of 5 without
    expect(fit.customerMonths).toBe(5);
    expect(fit.usage.inactiveShare).toBeCloseTo(0.2, 12);
    expect(fit.inactiveMeans).toBe("without use after the first use");
  });

  test("counts months paid for where revenue is known, of those too who never used anything", () => {
    const paid = new Map([
      ["a", new Set(SUMMER)],
      ["b", new Set(["2026-07"])],
      ["c", new Set(["2026-07", "2026-08"])],
    ]);
    const fit = fitted(tasks, SUMMER, paid);
    // a 3, b 1, c 2 without tasks: 2 of 6
    expect(fit.customers).toBe(3);
    expect(fit.usage.inactiveShare).toBeCloseTo(2 / 6, 12);
  });
});

describe("the correlation from month to month", () => {
  test("is 1 where all grow alike", () => {
    const fit = fitted(pairs(10, [1, 2], [10, 20], [100, 200]), ["2026-07", "2026-08"]);
    expect(fit.monthPairs).toBe(30);
    expect(fit.usage.monthCorrelation).toBeCloseTo(1, 12);
  });

  test("is -1 where they change places, and 0 where a month says nothing of the next", () => {
    const swapped = fitted(pairs(15, [10, 100], [100, 10]), ["2026-07", "2026-08"]);
    expect(swapped.usage.monthCorrelation).toBeCloseTo(-1, 12);
    const mixed = fitted(pairs(8, [10, 10], [10, 100], [100, 10], [100, 100]), [
      "2026-07",
      "2026-08",
    ]);
    expect(mixed.usage.monthCorrelation).toBeCloseTo(0, 12);
  });

  test("is not given for fewer than 30 pairs or without any spread", () => {
    expect(fitted(pairs(29, [1, 2]), SUMMER).usage.monthCorrelation).toBeNull();
    expect(fitted(pairs(30, [7, 7]), SUMMER).usage.monthCorrelation).toBeNull();
  });
});

describe("goodness of fit", () => {
  test("says in words that two kinds of customers are no lognormal", () => {
    const tasks = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`c${i}`, { "2026-08": i % 2 === 0 ? 10 : 10_000 }]),
    );
    const { goodness } = fitted(tasks, AUGUST);
    expect(goodness.verdict).toBe("does not fit");
    expect(goodness.words).toMatch(/^The lognormal does not fit: .* use the tariff backtest/);
    // half of 400 have 10 tasks
    expect(goodness.mean).toBe(5005);
  });

  test("holds for usage that is always the same", () => {
    const tasks = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`c${i}`, { "2026-08": 50 }]),
    );
    const { goodness, usage } = fitted(tasks, AUGUST);
    expect(usage.p99).toBe(50);
    expect(goodness.distance).toBe(0);
    expect(goodness.plotCorrelation).toBeNull();
    expect(goodness.fittedMean).toBe(50);
  });

  test("plots no percentile beyond which there is less than two customer-months", () => {
    const { points } = fitUsage(summaryOf(lognormalMonth(100), AUGUST))?.goodness ?? { points: [] };
    // 2 of 100 lie beyond P98
    expect(points.at(-1)?.percentile).toBe(0.98);
    expect(points[0]?.percentile).toBe(0.02);
  });
});

describe("resampling", () => {
  const months = lognormalMonth(320);

  test("gives the same ranges for a seed, whatever the order of the rows, and others for another", () => {
    const first = fitUsage(summaryOf(months, AUGUST), null, 1);
    expect(fitUsage(summaryOf([...months].reverse(), AUGUST), null, 1)).toEqual(first);
    expect(fitUsage(summaryOf(months, AUGUST), null, 2)?.p99?.range).not.toEqual(first?.p99?.range);
  });

  test("counts a customer drawn three times as if there were three", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (customers) => {
          const sums = { pairs: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
          const once = population(
            customers.map(([tasks]) => ({ tasks: [tasks], months: 2, sums })),
          );
          const written = customers
            .flatMap(([tasks, times]) => new Array<number>(times).fill(tasks))
            .sort((a, b) => a - b);
          const found = sampled(
            once,
            Int32Array.from(customers, ([, times]) => times),
          );
          if (written.length === 0) return expect(found).toBeNull();
          for (const [i, percentile] of [0.5, 0.9, 0.99].entries()) {
            const place = (written.length - 1) * percentile;
            const [low = 0, high = 0] = [written[Math.floor(place)], written[Math.ceil(place)]];
            expect(found?.quantiles[i]).toBeCloseTo(low + (place % 1) * (high - low), 9);
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test("takes its numbers from mulberry32", () => {
    const random = randomNumbers(12345);
    // Source: mulberry32(12345)
    expect([random(), random(), random()]).toEqual([
      0.9797282677609473, 0.3067522644996643, 0.484205421525985,
    ]);
  });
});

describe("months that an export cuts short", () => {
  const cut = (start: string, end: string) =>
    wholeMonths({ months: SUMMER, start: Date.parse(start), end: Date.parse(end) });

  test("count where usage begins in their first two days and ends in their last two", () => {
    expect(cut("2026-06-03T00:00:00Z", "2026-08-30T00:00:00Z").whole).toEqual(SUMMER);
  });

  test("do not count where more is missing", () => {
    const { whole, partial } = cut("2026-06-03T00:00:01Z", "2026-08-29T23:59:59Z");
    expect(whole).toEqual(["2026-07"]);
    expect(partial).toEqual(["2026-06", "2026-08"]);
  });

  test("count all the same where no month is whole", () => {
    const only = wholeMonths({
      months: AUGUST,
      start: Date.parse("2026-08-10T00:00:00Z"),
      end: Date.parse("2026-08-20T00:00:00Z"),
    });
    expect(only).toEqual({ whole: AUGUST, partial: [] });
  });

  test("are said to be cut where no month is whole", () => {
    const summary = summaryOf(customerMonthsOf({ a: { "2026-08": 4 } }), AUGUST);
    const end = Date.parse("2026-08-20T00:00:00Z");
    expect(fitUsage({ ...summary, end })?.areMonthsCut).toBe(true);
    expect(fitUsage(summary)?.areMonthsCut).toBe(false);
  });
});

test("usage without customers is counted apart, and alone it fits nothing", () => {
  const unnamed = { customerId: null, month: "2026-08", tasks: 9, requests: 9, unpricedTasks: 0 };
  expect(fitUsage(summaryOf([unnamed], AUGUST))).toBeNull();
  const fit = fitUsage(summaryOf([unnamed, ...customerMonthsOf({ a: { "2026-08": 4 } })], AUGUST));
  expect(fit?.unnamedTasks).toBe(9);
  expect(fit?.activeMonths).toBe(1);
});
