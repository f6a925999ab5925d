import { CalcError } from "../../src/calc";
import { AGENTCOST } from "../../src/functions/agent-cost";
import { AGENTTOKENS } from "../../src/functions/agent-tokens";
import type { Answer } from "../../src/functions/broadcast";
import { COMBINEDSAVING } from "../../src/functions/combined-saving";
import { TASKSUCCESS } from "../../src/functions/task-success";
import { TOKENCOSTAT } from "../../src/functions/token-cost-at";

function problem(answer: Answer | undefined): string {
  return answer instanceof CalcError ? `${answer.code} ${answer.message}` : "no problem";
}

/** One cell per argument, or none where it is left out. */
function cells(args: readonly (number | null | undefined)[]): unknown[] {
  return args.map((arg) => (arg === undefined ? null : [[arg]]));
}

describe.each([[null], [0]])("a cell that holds %j", (blank) => {
  it("is no context limit, so that a loop does not come out cheaper", () => {
    // 20 x 5,000 + 2,000 x 190
    expect(AGENTTOKENS.evaluate(cells([20, 5000, 2000, blank]))).toEqual([[480_000]]);
    // (480,000 x 3 + 10,000 x 15) / 10^6
    const uncached = [20, 5000, 2000, 500, 3, 15, undefined, undefined, undefined, blank];
    expect(AGENTCOST.evaluate(cells(uncached))).toEqual([[1.59]]);
  });

  it("is no price of cache reads, so that a loop is not cached for nothing", () => {
    const args = [20, 5000, 2000, 500, 3, 15, blank, 3.75, 0.1];
    expect(AGENTCOST.evaluate(cells(args))).toEqual([[1.59]]);
  });

  it("is no price of cache writes, so that they cost what input costs", () => {
    // (437,000 x 0.3 + 43,000 x 3 + 10,000 x 15) / 10^6
    const args = [20, 5000, 2000, 500, 3, 15, 0.3, blank];
    expect(AGENTCOST.evaluate(cells(args))).toEqual([[0.4101]]);
  });

  it("is no price of cached parts of a request", () => {
    // 1,000 x 3 / 10^6
    const args = [1000, 0, 3, 15, 400, blank, 600, blank];
    expect(TOKENCOSTAT.evaluate(cells(args))).toEqual([[0.003]]);
  });

  it("is a loop without steps, which costs nothing and cannot fail", () => {
    expect(AGENTTOKENS.evaluate(cells([blank, 5000, 2000]))).toEqual([[0]]);
    expect(TASKSUCCESS.evaluate(cells([0.1, 2, blank]))).toEqual([[1]]);
  });
});

test("a column of steps gives a column of costs, the cached ones only within the limit", () => {
  const steps = [[1], [18], [19]];
  const given = [5000, 2000, 500, 3, 15, 0.3, 3.75, 0, 40_000];
  const answers = AGENTCOST.evaluate([steps, ...cells(given)]);
  expect(answers[0]).toEqual([0.02625]);
  // 17 x 5,000 + 2,000 x 17 x 8 = 357,000 read, 39,000 written:
  // (357,000 x 0.3 + 39,000 x 3.75 + 9,000 x 15) / 10^6
  expect(answers[1]?.[0]).toBeCloseTo(0.38835, 12);
  expect(problem(answers[2]?.[0])).toBe(
    "#N/A the last step sends 41000 tokens, past the contextLimit of 40000: the window slides and the cached prefix is lost; expected fewer steps or no cacheReadPrice",
  );
});

test("an argument outside its domain is named before the limit is", () => {
  const args = [50, 5000, 2000, 500, 3, -15, 0.3, 3.75, 0, 40_000];
  expect(problem(AGENTCOST.evaluate(cells(args))[0]?.[0])).toBe(
    "#NUM! outputPrice must be 0 or more, got -15",
  );
});

test("lists of levers go to every cell whole, and an unequal pair is refused natively too", () => {
  // 1 - (1 - 0.5 x 0.4) x (1 - 0.25)
  expect(COMBINEDSAVING.evaluate([[[0.4], [0.25]], [[0.5, 1]]])[0]?.[0]).toBeCloseTo(0.4, 12);
  const { native } = COMBINEDSAVING;
  expect(typeof native === "function" && native([["A1", "A2"], ["B1"]])).toMatch(/#VALUE!/);
});

test("a native formula says no more than its arguments ask for", () => {
  const plain = ({ native }: typeof TOKENCOSTAT | typeof AGENTCOST, args: readonly string[]) =>
    typeof native === "function" && native(args, false);
  expect(plain(TOKENCOSTAT, ["A1", "A2", "A3", "A4"])).toBe("(A1*A3+A2*A4)/10^6");
  expect(plain(AGENTCOST, ["A1", "A2", "A3", "A4", "A5", "A6"])).toBe(
    "((A1*A2+A3*A1*(A1-1)/2)*A5+A1*A4*A6)/10^6",
  );
  expect(plain(AGENTCOST, ["20", "A2", "A3", "A4", "A5", "A6", "0.3"])).toBe(
    "((20-1)*(A2+A3*(20-2)/2)*0.3+(A2+(20-1)*A3)*A5+20*A4*A6)/10^6",
  );
});
