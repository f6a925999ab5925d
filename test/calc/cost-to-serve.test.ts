import fc from "fast-check";
import {
  breakEvenUnitCost,
  computeCost,
  costToServe,
  grossMargin,
  humanReviewCost,
  paymentFee,
  rerankUnits,
  retrievalCost,
  selfHostedTokenPrice,
  tokenCostAt,
  vectorReadCost,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("the cost to serve", () => {
  it("spares a hit what only misses need", () => {
    // 0.7 x (0.04 + 0.004 + 0.002 + 0.003 + 0.001) + 0.0002
    expect(costToServe(0.04, 0.004, 0.002, 0.003, 0.001, 0.3, 0.0002)).toBeCloseTo(0.0352, 12);
  });

  it("charges lookup, routing and other to hits too", () => {
    // Nothing but 0.0002 + 0.0003 + 0.01 is left where every task hits
    const all = costToServe(0.04, 0.004, 0.002, 0.003, 0.001, 1, 0.0002, 0.0003, 0.01);
    expect(all).toBeCloseTo(0.0105, 12);
  });

  it("is the sum of its parts without a cache", () => {
    expect(costToServe(0.04)).toBe(0.04);
    // 0.05 + 0.0003 + 0.01
    const sum = costToServe(0.04, 0.004, 0.002, 0.003, 0.001, 0, 0, 0.0003, 0.01);
    expect(sum).toBeCloseTo(0.0603, 12);
  });

  it("takes a vendor's credit off", () => {
    // 0.04 - 0.01
    expect(costToServe(0.04, 0, 0, 0, 0, 0, 0, 0, -0.01)).toBeCloseTo(0.03, 12);
  });

  it("refuses a hit rate outside 0 to 1", () => {
    expect(failure(() => costToServe(0.04, 0, 0, 0, 0, 1.2))).toBe(
      "#NUM! responseCacheHitRate must be from 0 to 1, got 1.2",
    );
    expect(failure(() => costToServe(0.04, 0, 0, 0, 0, -0.1))).toMatch(/^#NUM!/);
  });
});

describe("retrieval", () => {
  it("costs query, rerank and embedding; what it finds is input of the model", () => {
    // 0.16 / 1,000 + 2 / 1,000 + 50 x 0.02 / 10^6 = 0.00016 + 0.002 + 0.000001
    const retrieval = retrievalCost(1, 0.16, 1, 2, 50, 0.02);
    expect(retrieval).toBeCloseTo(0.002161, 12);
    // and 4,000 tokens of context at 3: 0.012
    expect(retrieval + tokenCostAt(4000, 0, 3, 15)).toBeCloseTo(0.014161, 12);
  });

  it("is queries alone where nothing else is given, and 0 without any", () => {
    // 2,500 x 0.16 / 1,000
    expect(retrievalCost(2500, 0.16)).toBeCloseTo(0.4, 12);
    expect(retrievalCost(0, 0.16)).toBe(0);
  });

  it("refuses negative figures", () => {
    expect(failure(() => retrievalCost(-1, 0.16))).toMatch(/^#NUM! queries/);
    expect(failure(() => retrievalCost(1, -1))).toMatch(/^#NUM! pricePerThousandQueries/);
    expect(failure(() => retrievalCost(1, 1, -1))).toMatch(/^#NUM! rerankSearches/);
    expect(failure(() => retrievalCost(1, 1, 1, -1))).toMatch(/^#NUM! pricePerThousandSearches/);
    expect(failure(() => retrievalCost(1, 1, 1, 1, -1))).toMatch(/^#NUM! embeddedTokens/);
    expect(failure(() => retrievalCost(1, 1, 1, 1, 1, -1))).toMatch(/^#NUM! embeddingPrice/);
  });

  it.each([
    // 10 units x 16 / 10^6
    [10, 0.00016],
    [0.26, 0.00000416],
    // at least 0.25 units: 0.25 x 16 / 10^6
    [0.25, 0.000004],
    [0.24, 0.000004],
    [0, 0.000004],
  ])("reads %d GB of Pinecone for %d", (gigabytes, cost) => {
    expect(vectorReadCost(gigabytes, 16)).toBeCloseTo(cost, 15);
  });

  it.each([
    [0, 0],
    [1, 1],
    [99, 1],
    [100, 1],
    [101, 2],
    [200, 2],
    [201, 3],
  ])("reranks %d documents in %d search units of Cohere", (documents, units) => {
    expect(rerankUnits(documents)).toBe(units);
  });

  it("refuses half a document and less than none", () => {
    expect(failure(() => rerankUnits(0.5))).toMatch(/^#NUM! documents must be a whole number/);
    expect(failure(() => vectorReadCost(-1, 16))).toMatch(/^#NUM! gigabytes/);
  });
});

describe("compute", () => {
  it("costs a task the time that it occupies", () => {
    // 9 s x 4 / 3,600 = 0.01; half of it with two at once, double at 50% utilization
    expect(computeCost(9, 4, 1)).toBeCloseTo(0.01, 12);
    expect(computeCost(9, 4, 1, 2)).toBeCloseTo(0.005, 12);
    expect(computeCost(9, 4, 0.5, 2)).toBeCloseTo(0.01, 12);
  });

  it("is undefined where the machine does no task", () => {
    expect(failure(() => computeCost(9, 4, 0))).toBe(
      "#DIV/0! utilization or concurrency is 0, so the machine does no task",
    );
    expect(failure(() => computeCost(9, 4, 1, 0))).toMatch(/^#DIV\/0!/);
    expect(failure(() => computeCost(0, 0, 0))).toMatch(/^#DIV\/0!/);
  });

  it("refuses a utilization outside 0 to 1 and negative figures", () => {
    expect(failure(() => computeCost(9, 4, 1.01))).toMatch(/^#NUM! utilization/);
    expect(failure(() => computeCost(-9, 4, 1))).toMatch(/^#NUM! seconds/);
    expect(failure(() => computeCost(9, -4, 1))).toMatch(/^#NUM! hourlyRate/);
    expect(failure(() => computeCost(9, 4, 1, -1))).toMatch(/^#NUM! concurrency/);
  });

  it("makes a token price of one's own machine", () => {
    // An H100 at 2.54: 2.54 x 10^6 / (3,600 x 1,500 x 0.4) = 2,540,000 / 2,160,000
    expect(selfHostedTokenPrice(2.54, 1500, 0.4)).toBeCloseTo(1.1759, 4);
    expect(failure(() => selfHostedTokenPrice(2.54, 1500, 0))).toMatch(/^#DIV\/0!/);
    expect(failure(() => selfHostedTokenPrice(2.54, 0, 0.4))).toMatch(/^#DIV\/0!/);
    expect(failure(() => selfHostedTokenPrice(2.54, 1500, 1.1))).toMatch(/^#NUM! utilization/);
  });

  it("costs a request what its tokens cost at that price", () => {
    // 750 tokens at 1,500 a second take half a second of the machine
    const perToken = selfHostedTokenPrice(2.54, 1500, 0.4);
    expect(tokenCostAt(0, 750, 0, perToken)).toBeCloseTo(computeCost(0.5, 2.54, 0.4), 12);
  });
});

test("people who review 5% of tasks for 6 minutes at 40 an hour cost 0.20 a task", () => {
  // 0.05 x 6 / 60 x 40
  expect(humanReviewCost(0.05, 6, 40)).toBeCloseTo(0.2, 12);
  expect(humanReviewCost(0, 6, 40)).toBe(0);
  expect(failure(() => humanReviewCost(1.1, 6, 40))).toMatch(/^#NUM! reviewRate/);
  expect(failure(() => humanReviewCost(0.1, -6, 40))).toMatch(/^#NUM! minutes/);
});

describe("a payment fee", () => {
  it("is a share of the charge and a fixed part per transaction", () => {
    // 100 x 0.029 + 0.3, and + 4 x 0.3
    expect(paymentFee(100, 0.029, 0.3)).toBeCloseTo(3.2, 12);
    expect(paymentFee(100, 0.029, 0.3, 4)).toBeCloseTo(4.1, 12);
  });

  it("is nothing where nothing is charged", () => {
    expect(paymentFee(0, 0.029, 0.3)).toBe(0);
    // 0.01 x 0.029 + 0.3
    expect(paymentFee(0.01, 0.029, 0.3)).toBeCloseTo(0.30029, 12);
  });

  it("refuses a negative charge and a rate above 1", () => {
    expect(failure(() => paymentFee(-1, 0.029, 0.3))).toMatch(/^#NUM! charge/);
    expect(failure(() => paymentFee(1, 1.1, 0.3))).toMatch(/^#NUM! rate/);
  });
});

describe("the break-even unit cost", () => {
  it("is what a unit may cost at the target margin", () => {
    // (99 x 0.4 - 9) / 600
    expect(breakEvenUnitCost(99, 600, 9, 0.6)).toBeCloseTo(0.051, 12);
    // (99 - 9) / 600
    expect(breakEvenUnitCost(99, 600, 9)).toBeCloseTo(0.15, 12);
  });

  it("is 0 where fixed cost takes it all, and does not exist beyond", () => {
    expect(breakEvenUnitCost(9, 600, 9)).toBe(0);
    expect(failure(() => breakEvenUnitCost(8.99, 600, 9))).toBe(
      "#NUM! price 8.99 at a target margin of 0 does not cover the fixed cost of 9",
    );
  });

  it("is undefined without usage", () => {
    expect(failure(() => breakEvenUnitCost(99, 0, 9))).toBe(
      "#DIV/0! usage is 0, so a unit may cost anything",
    );
  });

  it("gives back the target margin", () => {
    const amount = fc.double({ min: 1, max: 1000, noNaN: true });
    const margin = fc.double({ min: -0.5, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, margin, (price, usage, target) => {
        const fixed = (price * (1 - target)) / 2;
        const unitCost = breakEvenUnitCost(price, usage, fixed, target);
        expect(grossMargin(price, usage * unitCost + fixed)).toBeCloseTo(target, 10);
      }),
      SEEDED,
    );
  });
});
