import { backtest } from "../../../src/usage/backtest/backtest";
import { backtestSheet } from "../../../src/usage/sheets/backtest-sheet";
import { customer, CUSTOMERS, NAMED } from "../backtest/tariffs";
import { planned, recalculated, withInput } from "./planned";

const SOURCE = {
  backtest: backtest(CUSTOMERS, NAMED, true),
  currency: "USD",
  period: "2026-06 to 2026-07",
  targetMargin: 0.6,
  costShareOfRevenue: 0,
  knowsOtherCogs: true,
};
const SHEET = backtestSheet(SOURCE);
const { model, plan } = planned(SHEET);

/** A figure of what is paid now and of the three tariffs, to the cent. */
function figures(name: string, of = model) {
  return of
    .values(name)
    .map((value) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value));
}

test("sums revenue, cost and margin of every tariff", () => {
  // now 3 x 198; seat 4 x 198; metered (300 + 7000 + 100 + 1000) x 0.1; hybrid 4 x 100 + 400
  expect(figures("offer.revenue")).toEqual([594, 792, 840, 800]);
  // (300 + 7000 + 100) x 0.05: the cost of one customer is not known
  expect(figures("offer.cogs")).toEqual([370, 370, 370, 370]);
  // without that customer: 396, 594, 740, 700
  // 26/396, 224/594, 370/740, 330/700
  expect(figures("offer.margin")).toEqual([0.0657, 0.3771, 0.5, 0.4714]);
  expect(figures("offer.band")).toEqual(["Flagged", "Flagged", "Below healthy", "Below healthy"]);
});

test("counts customers by how they stand", () => {
  // light costs 15, heavy 350, free 5
  // now: 198, 198, 0; seat: 198 each; metered: 30 (50%), 700 (50%), 10 (50%); hybrid: 100, 500 (30%), 100
  expect(figures("offer.status.1")).toEqual([1, 2, 0, 2]);
  expect(figures("offer.status.2")).toEqual([0, 0, 3, 1]);
  expect(figures("offer.status.3")).toEqual([2, 1, 0, 0]);
  expect(figures("offer.status.4")).toEqual([0, 0, 0, 0]);
  expect(figures("offer.status.5")).toEqual([1, 1, 1, 1]);
});

test("counts winners, losers and bill shocks against what customers pay now", () => {
  // seat: only the free one pays more; metered: light and unknown pay less, heavy and free more
  expect(figures("offer.winners")).toEqual([0, 0, 2, 2]);
  expect(figures("offer.losers")).toEqual([0, 1, 2, 2]);
  // 700 and 500 are more than 1.5 x 198 = 297; the free one has no factor
  expect(figures("offer.shocked")).toEqual([0, 0, 1, 1]);
  expect(figures("offer.free")).toEqual([0, 1, 1, 1]);
  expect(figures("offer.largestRise")).toEqual([0, 198, 502, 302]);
});

test.each([
  // 500 / 198 = 2.5252...
  [2.52, 1],
  [2.53, 0],
])("takes bill shock from the factor that is typed in: %f", (factor, hybrid) => {
  const changed = planned(withInput(SHEET, "replay.shockFactor", factor)).model;
  expect(figures("offer.shocked", changed)[3]).toBe(hybrid);
});

test("lets cost that is a share of revenue follow each tariff", () => {
  const changed = planned(withInput(SHEET, "replay.feeShare", 0.1)).model;
  // 370 + 0.1 x (396, 594, 740, 700)
  expect(figures("offer.cogs", changed)).toEqual([409.6, 429.4, 444, 440]);
});

test("puts customers beyond the limit together, and counts them nowhere", () => {
  const short = planned(backtestSheet(SOURCE, 1)).model;
  expect(figures("offer.revenue", short)).toEqual([594, 792, 840, 800]);
  expect(figures("offer.cogs", short)).toEqual([370, 370, 370, 370]);
  expect(short.values("replay.kind")).toEqual(["Customer", "Others", "Others"]);
  // the heavy one alone
  expect(figures("offer.status.3", short)).toEqual([1, 1, 0, 0]);
});

test("takes the largest rise of customers alone, not of all others together", () => {
  const short = planned(backtestSheet(SOURCE, 1)).model;
  // the heavy one: 198 - 198, 700 - 198, 500 - 198; seat costs the others 198 more together
  expect(figures("offer.largestRise", short)).toEqual([0, 0, 502, 302]);
});

describe("a customer that pays in a currency without a rate", () => {
  const foreign = { ...customer("foreign", [9], 0, 0, false), isRevenueKnown: false };
  const source = { ...SOURCE, backtest: backtest([...CUSTOMERS, foreign], NAMED, true) };

  test.each([
    ["with a row", 9, ["Customer", "Customer", "Customer", "Customer", "Customer"]],
    ["among others", 1, ["Customer", "Others", "Others", "Others"]],
  ])("is in no comparison with what is paid now: %s", (_, limit, kinds) => {
    const { model: of } = planned(backtestSheet(source, limit));
    expect(of.values("replay.kind")).toEqual(kinds);
    // seat 4 x 198 + 99, of which 792 are of the others, who pay 594 now
    expect(figures("offer.revenue", of)[1]).toBe(891);
    expect(figures("offer.change", of)).toEqual([0, 198, 246, 206]);
  });

  test("does not pay for the first time", () => {
    expect(figures("offer.free", planned(backtestSheet(source)).model)).toEqual([0, 1, 1, 1]);
  });
});

test("does not say that a target is met after inference alone", () => {
  const { model: alone } = planned(backtestSheet({ ...SOURCE, knowsOtherCogs: false }));
  expect(alone.values("replay.status.t1")).toEqual([
    "Loss",
    "Not known",
    "Not known",
    "Incomplete",
  ]);
  expect(figures("offer.status.1", alone)).toEqual([1, 2, 0, 2]);
});

test("has no column of today without revenue and no band without other cost", () => {
  const alone = planned(
    backtestSheet({
      ...SOURCE,
      backtest: backtest(CUSTOMERS, NAMED, false),
      knowsOtherCogs: false,
    }),
  ).model;
  expect(figures("offer.revenue", alone)).toEqual([792, 840, 800]);
  expect(alone.entries.has("offer.band")).toBe(false);
  expect(alone.entries.has("offer.shocked")).toBe(false);
});

test("IronCalc works every formula out to the value that the plan brings", async () => {
  const found = await recalculated(plan);
  // 4 rows with 1 + 1 + 4 + 2 x 3 formulas, and 17 lines of 4 offers above
  expect(found).toEqual({
    formulas: 4 * 12 + 17 * 4,
    count: 0,
    first: [],
    unsafe: [],
    odd: [],
    torn: [],
  });
  const others = await recalculated(planned(backtestSheet(SOURCE, 1)).plan);
  expect(others).toMatchObject({ count: 0, unsafe: [], odd: [], torn: [] });
});
