import fc from "fast-check";
import {
  type AgentLoop,
  agentCost,
  agentTokens,
  cachedAgentTokens,
  earlyStopping,
  orchestratedCost,
  tokenCostAt,
  treeNodes,
} from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

const steps = fc.integer({ min: 0, max: 60 });
const tokens = fc.integer({ min: 0, max: 20_000 });
const price = fc.double({ min: 0, max: 50, noNaN: true });

describe("the input of an agent loop", () => {
  it("is the history re-sent at each step", () => {
    // 20 x 5,000 + 2,000 x 20 x 19 / 2
    expect(agentTokens(20, 5000, 2000)).toBe(480_000);
  });

  it.each([
    // Published (agentbeck): 2,000 x 10 x 11 / 2 and 3,000 x 20 x 21 / 2
    [10, 2000, 110_000],
    [20, 3000, 630_000],
  ])("over %d steps of %d tokens each is %d", (count, each, total) => {
    expect(agentTokens(count, each, each)).toBe(total);
  });

  it.each([
    [0, 0],
    [1, 5000],
    // 5,000 + 7,000
    [2, 12_000],
  ])("of %d steps is %d", (count, total) => {
    expect(agentTokens(count, 5000, 2000)).toBe(total);
  });

  it("slides within a window", () => {
    // Steps 1 to 18 send 5,000 to 39,000: 18 x 22,000 = 396,000; the other 32 send 40,000
    expect(agentTokens(50, 5000, 2000, 40_000)).toBe(1_676_000);
  });

  it.each([
    // 5,000 + 7,000 + 9,000 within, at and below the last prompt
    [9001, 21_000],
    [9000, 21_000],
    // 5,000 + 7,000 + 8,999
    [8999, 20_999],
    // 5,000 + 5,000 + 5,000
    [5000, 15_000],
    // 4,999 x 3
    [4999, 14_997],
  ])("in a window of %d is %d over three steps", (limit, total) => {
    expect(agentTokens(3, 5000, 2000, limit)).toBe(total);
  });

  it("is the same at every step where nothing is kept", () => {
    expect(agentTokens(3, 5000, 0)).toBe(15_000);
    expect(agentTokens(3, 5000, 0, 6000)).toBe(15_000);
    expect(agentTokens(3, 5000, 0, 4000)).toBe(12_000);
  });

  it("refuses parts of steps, negative tokens and a window of nothing", () => {
    expect(failure(() => agentTokens(2.5, 5000, 2000))).toBe(
      "#NUM! steps must be a whole number, 0 or more, got 2.5",
    );
    expect(failure(() => agentTokens(-1, 5000, 2000))).toMatch(/^#NUM! steps/);
    expect(failure(() => agentTokens(2, -1, 2000))).toMatch(/^#NUM! basePrompt/);
    expect(failure(() => agentTokens(2, 5000, -1))).toMatch(/^#NUM! addedPerStep/);
    expect(failure(() => agentTokens(2, 5000, 2000, 0))).toMatch(/^#NUM! contextLimit/);
  });

  it("is the sum over its steps, each the history or the window", () => {
    const window = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(steps, tokens, tokens, window, (count, base, added, limit) => {
        let all = 0;
        let slid = 0;
        for (let step = 0; step < count; step++) {
          all += base + step * added;
          slid += Math.min(limit, base + step * added);
        }
        expect(agentTokens(count, base, added)).toBe(all);
        expect(agentTokens(count, base, added, limit)).toBe(slid);
      }),
      SEEDED,
    );
  });
});

describe("incremental prompt caching", () => {
  it("reads what was sent before and writes what came on top", () => {
    // 19 x 5,000 + 2,000 x 19 x 18 / 2 and 5,000 + 19 x 2,000
    expect(cachedAgentTokens(20, 5000, 2000)).toEqual({ read: 437_000, written: 43_000 });
  });

  it("reads the part of the prompt that is warm at the first step too", () => {
    expect(cachedAgentTokens(20, 5000, 2000, 4000)).toEqual({ read: 441_000, written: 39_000 });
    expect(cachedAgentTokens(1, 5000, 2000, 5000)).toEqual({ read: 5000, written: 0 });
    expect(failure(() => cachedAgentTokens(1, 5000, 2000, 5001))).toBe(
      "#VALUE! warmPrefix is a part of basePrompt: expected at most 5000, got 5001",
    );
  });

  it("writes the first prompt and reads nothing in a loop of one step, and is 0 without steps", () => {
    expect(cachedAgentTokens(1, 5000, 2000)).toEqual({ read: 0, written: 5000 });
    expect(cachedAgentTokens(0, 5000, 2000)).toEqual({ read: 0, written: 0 });
    expect(cachedAgentTokens(0, 5000, 2000, 4000)).toEqual({ read: 0, written: 0 });
  });

  it("accounts for every token: read + written = sent", () => {
    fc.assert(
      fc.property(steps, tokens, tokens, tokens, (count, base, added, warm) => {
        const { read, written } = cachedAgentTokens(count, base, added, Math.min(base, warm));
        expect(read + written).toBe(agentTokens(count, base, added));
      }),
      SEEDED,
    );
  });
});

describe("the cost of an agent loop", () => {
  // Claude Sonnet at 3 / 15, reads 0.30, writes 3.75; 20 steps of 500 billed tokens.
  const sonnet = (count: number, ...caching: [number?, number?, number?, number?]) =>
    agentCost(count, 5000, 2000, 500, 3, 15, ...caching);

  it("is input and output", () => {
    // 480,000 x 3 + 10,000 x 15 = 1,590,000 millionths
    expect(sonnet(20)).toBeCloseTo(1.59, 12);
  });

  it("falls to less than a third with caching", () => {
    // 437,000 x 0.3 + 43,000 x 3.75 + 10,000 x 15 = 131,100 + 161,250 + 150,000
    expect(sonnet(20, 0.3, 3.75)).toBeCloseTo(0.44235, 12);
  });

  it("falls further where another request has warmed 4,000 tokens of the prompt", () => {
    // 441,000 x 0.3 + 39,000 x 3.75 + 10,000 x 15 = 132,300 + 146,250 + 150,000
    const { read, written } = cachedAgentTokens(20, 5000, 2000, 4000);
    expect(tokenCostAt(480_000, 10_000, 3, 15, read, 0.3, written, 3.75)).toBeCloseTo(0.42855, 12);
  });

  it("rises with the share of steps that find the cache expired", () => {
    // Reads at 0.9 x 0.3 + 0.1 x 3.75 = 0.645: 437,000 x 0.645 + 161,250 + 150,000
    expect(sonnet(20, 0.3, 3.75, 0.1)).toBeCloseTo(0.593115, 12);
    // All steps miss: 480,000 x 3.75 + 150,000
    expect(sonnet(20, 0.3, 3.75, 1)).toBeCloseTo(1.95, 12);
  });

  it("costs the premium of writing where a loop has but one step", () => {
    // 5,000 x 3 + 500 x 15 against 5,000 x 3.75 + 500 x 15
    expect(sonnet(1)).toBeCloseTo(0.0225, 12);
    expect(sonnet(1, 0.3, 3.75)).toBeCloseTo(0.02625, 12);
  });

  it("is 0 without steps, cached or not", () => {
    expect(sonnet(0)).toBe(0);
    expect(sonnet(0, 0.3, 3.75)).toBe(0);
    expect(sonnet(0, 0.3, 3.75, 0, 1000)).toBe(0);
  });

  it("takes the input price for writes without a price of their own", () => {
    // 437,000 x 0.3 + 43,000 x 3 + 150,000 = 131,100 + 129,000 + 150,000
    expect(sonnet(20, 0.3)).toBeCloseTo(0.4101, 12);
  });

  it("lets cache reads be free", () => {
    // 43,000 x 3.75 + 150,000
    expect(sonnet(20, 0, 3.75)).toBeCloseTo(0.31125, 12);
  });

  it("slides within a window where it is not cached", () => {
    // 1,676,000 x 3 + 50 x 500 x 15
    expect(sonnet(50, undefined, undefined, 0, 40_000)).toBeCloseTo(5.403, 12);
  });

  it("has no cached figure once the window slides", () => {
    // The third prompt is 9,000 tokens. 12,000 read and 9,000 written:
    // 12,000 x 0.3 + 9,000 x 3.75 + 1,500 x 15 = 3,600 + 33,750 + 22,500
    expect(sonnet(3, 0.3, 3.75, 0, 9001)).toBeCloseTo(0.05985, 12);
    expect(sonnet(3, 0.3, 3.75, 0, 9000)).toBeCloseTo(0.05985, 12);
    expect(failure(() => sonnet(3, 0.3, 3.75, 0, 8999))).toMatch(
      /^#N\/A the last step sends 9000 tokens, past the contextLimit of 8999/,
    );
  });

  it("corrects two published examples", () => {
    // agentbeck prices 630,000 input tokens at 9.45, the price of output: at 3 they are 1.89.
    expect(agentCost(20, 3000, 3000, 0, 3, 15)).toBeCloseTo(1.89, 12);
    // dev-toolbox gives about 0.85 for 20 turns at 2.50: 480,000 x 2.5 = 1.20
    expect(agentCost(20, 5000, 2000, 0, 2.5, 10)).toBeCloseTo(1.2, 12);
  });

  it("refuses figures outside their range by name", () => {
    expect(failure(() => agentCost(1.5, 1, 1, 1, 3, 15))).toMatch(/^#NUM! steps/);
    expect(failure(() => agentCost(1, 1, 1, -1, 3, 15))).toMatch(/^#NUM! outputPerStep/);
    expect(failure(() => agentCost(1, 1, 1, 1, -3, 15))).toMatch(/^#NUM! inputPrice/);
    expect(failure(() => agentCost(1, 1, 1, 1, 3, -15))).toMatch(/^#NUM! outputPrice/);
    expect(failure(() => agentCost(1, 1, 1, 1, 3, 15, -1))).toMatch(/^#NUM! cacheReadPrice/);
    expect(failure(() => agentCost(1, 1, 1, 1, 3, 15, 1, -1))).toMatch(/^#NUM! cacheWritePrice/);
    expect(failure(() => agentCost(1, 1, 1, 1, 3, 15, 1, 1, 1.1))).toMatch(/^#NUM! missRate/);
    expect(failure(() => agentCost(1, 1, 1, 1, 3, 15, 1, 1, -0.1))).toMatch(/^#NUM! missRate/);
  });

  it("never falls with a step more, cached or not", () => {
    fc.assert(
      fc.property(steps, tokens, tokens, tokens, price, price, (n, base, added, output, a, b) => {
        for (const caching of [[], [b, a]]) {
          const cost = (count: number) => agentCost(count, base, added, output, a, b, ...caching);
          expect(cost(n + 1)).toBeGreaterThanOrEqual(cost(n));
        }
        const limited = (count: number) =>
          agentCost(count, base, added, output, a, b, undefined, a, 0, 30_000);
        expect(limited(n + 1)).toBeGreaterThanOrEqual(limited(n));
        expect(limited(n)).toBeLessThanOrEqual(agentCost(n, base, added, output, a, b));
      }),
      SEEDED,
    );
  });

  it("is the same cached as uncached where reads and writes cost what input costs", () => {
    fc.assert(
      fc.property(steps, tokens, tokens, price, (n, base, added, each) => {
        const uncached = agentCost(n, base, added, 500, each, 15);
        expect(agentCost(n, base, added, 500, each, 15, each)).toBeCloseTo(uncached, 8);
      }),
      SEEDED,
    );
  });
});

describe("a loop that may stop early", () => {
  it("takes 4.824 steps at 20% within 15", () => {
    const expected = earlyStopping(0.2, 15, 5000, 2000);
    // (1 - 0.8^15) / 0.2
    expect(expected.steps).toBeCloseTo(4.824, 3);
    // 5,000 x 4.8240793… + 2,000 x 0.8 (1 - 15 x 0.8^14 + 14 x 0.8^15) / 0.04
    expect(expected.inputTokens).toBeCloseTo(57_435.36, 2);
  });

  it("takes more than the loop of as many steps as expected", () => {
    // 4.824 x 5,000 + 2,000 x 4.824 x 3.824 / 2 = 24,120 + 18,447
    expect(earlyStopping(0.2, 15, 5000, 2000).inputTokens).toBeGreaterThan(42_567);
  });

  it("goes to its cap where it never stops, and takes one step where it always does", () => {
    expect(earlyStopping(0, 20, 5000, 2000)).toEqual({ steps: 20, inputTokens: 480_000 });
    expect(earlyStopping(1, 20, 5000, 2000)).toEqual({ steps: 1, inputTokens: 5000 });
    expect(earlyStopping(0.2, 0, 5000, 2000)).toEqual({ steps: 0, inputTokens: 0 });
  });

  it("is the sum over steps of the chance that they take place", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, steps, tokens, tokens, (stopRate, cap, base, added) => {
        let chance = 1;
        let count = 0;
        let sent = 0;
        for (let step = 0; step < cap; step++) {
          count += chance;
          sent += chance * (base + step * added);
          chance *= 1 - stopRate;
        }
        const expected = earlyStopping(stopRate, cap, base, added);
        expect(expected.steps).toBeCloseTo(count, 10);
        expect(Math.abs(expected.inputTokens - sent)).toBeLessThanOrEqual(1e-10 * sent);
      }),
      SEEDED,
    );
  });

  it("refuses a rate above 1 and a cap that is not whole", () => {
    expect(failure(() => earlyStopping(1.1, 15, 1, 1))).toMatch(/^#NUM! stopRate/);
    expect(failure(() => earlyStopping(0.2, 1.5, 1, 1))).toMatch(/^#NUM! maxSteps/);
  });
});

describe("an orchestrator with sub-agents", () => {
  const sonnet = { outputPerStep: 500, inputPrice: 3, outputPrice: 15 };
  const orchestrator: AgentLoop = { ...sonnet, steps: 4, basePrompt: 5000, addedPerStep: 0 };
  const subAgent: AgentLoop = { ...sonnet, steps: 5, basePrompt: 3000, addedPerStep: 2000 };

  it("pays its own loop, grown by their results, and each of theirs", () => {
    // Own: (4 x 5,000 + 500 x 6) x 3 + 2,000 x 15 = 99,000; each of four:
    // (5 x 3,000 + 2,000 x 10) x 3 + 2,500 x 15 = 142,500; in all 669,000 millionths
    expect(orchestratedCost(orchestrator, subAgent, 1, 500)).toBeCloseTo(0.669, 12);
  });

  it("is its own loop alone without sub-agents", () => {
    // 4 x 5,000 x 3 + 2,000 x 15
    expect(orchestratedCost(orchestrator, subAgent, 0, 500)).toBeCloseTo(0.09, 12);
  });

  it("runs each on its own model", () => {
    // 99,000 + 4 x (35,000 x 1 + 2,500 x 5)
    const small = { ...subAgent, inputPrice: 1, outputPrice: 5 };
    expect(orchestratedCost(orchestrator, small, 1, 500)).toBeCloseTo(0.289, 12);
  });

  it("refuses negative figures", () => {
    expect(failure(() => orchestratedCost(orchestrator, subAgent, -1, 500))).toMatch(
      /^#NUM! subAgentsPerStep/,
    );
    expect(failure(() => orchestratedCost(orchestrator, subAgent, 1, -1))).toMatch(
      /^#NUM! resultTokens/,
    );
    const negative = { ...orchestrator, addedPerStep: -1 };
    expect(failure(() => orchestratedCost(negative, subAgent, 1, 500))).toMatch(
      /^#NUM! addedPerStep/,
    );
  });
});

describe("a tree of agents", () => {
  it.each([
    [3, 0, 1],
    // 1 + 3 + 9
    [3, 2, 13],
    // 2^11 - 1
    [2, 10, 2047],
    // depth + 1
    [1, 5, 6],
    [0, 5, 1],
  ])("that starts %d each, %d levels deep, has %d calls", (branching, depth, calls) => {
    expect(treeNodes(branching, depth)).toBe(calls);
  });

  it("refuses half a level and a tree too large for a number", () => {
    expect(failure(() => treeNodes(2, 1.5))).toMatch(/^#NUM! depth/);
    expect(failure(() => treeNodes(-1, 1))).toMatch(/^#NUM! branching/);
    expect(failure(() => treeNodes(2, 5000))).toMatch(/^#NUM! the result/);
  });
});
