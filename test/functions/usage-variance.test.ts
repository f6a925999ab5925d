import { CalcError } from "../../src/calc";
import { BELOWTARGETSHARE } from "../../src/functions/below-target-share";
import { PROBABILITYOVER } from "../../src/functions/probability-over";
import { TOPSHARE } from "../../src/functions/top-share";
import { TOTALUSAGEAT } from "../../src/functions/total-usage-at";
import { USAGEAT } from "../../src/functions/usage-at";
import { USAGECAPPED } from "../../src/functions/usage-capped";
import { USAGEMEAN } from "../../src/functions/usage-mean";
import { USAGEOVER } from "../../src/functions/usage-over";

const P50 = [[400]];
const P99 = [[6000]];

test("a blank tail, or 0, is the 99th percentile for all of them", () => {
  const functions = [
    [USAGEAT, [[[0.9]]], 1778.081817464075],
    [USAGEMEAN, [], 787.6101645220867],
    [USAGECAPPED, [[[1000]]], 493.7128800621005],
    [USAGEOVER, [[[1000]]], 293.89728445998605],
    [PROBABILITYOVER, [[[1000]]], 0.2156003512845877],
    [TOPSHARE, [[[0.01]]], 0.12256291418790387],
    [TOTALUSAGEAT, [[[100]], [[0.99]], [[0]]], 114896.75771984052],
  ] as const;
  for (const [definition, own, figure] of functions) {
    for (const tail of [null, [[null]], [[0]], [[0.99]]]) {
      const [[answer] = []] = definition.evaluate([P50, P99, ...own, tail]);
      expect(answer).toBeCloseTo(figure, 8);
    }
  }
  const [[share] = []] = BELOWTARGETSHARE.evaluate([
    [[99]],
    [[0.06]],
    P50,
    P99,
    [[9]],
    [[0.6]],
    [[0]],
  ]);
  expect(share).toBeCloseTo(0.41734017515242183, 12);
});

test("one call answers a column of customers, and an error spoils its own row alone", () => {
  const answers = USAGEMEAN.evaluate([
    [[400], [0], [400]],
    [[6000], [6000], [400]],
  ]);
  expect(answers[0]?.[0]).toBeCloseTo(787.6101645220867, 9);
  expect(answers[1]?.[0]).toMatchObject({
    code: "#NUM!",
    message: "p50 must be above 0, got 0",
  });
  expect(answers[2]?.[0]).toBe(400);
});

test("a row of percentiles against a column of medians makes a table", () => {
  const answers = USAGEAT.evaluate([[[400], [40]], [[6000], [600]], [[0.5, 0.99]]]);
  expect(answers.map((row) => row.map((answer) => Math.round(Number(answer))))).toEqual([
    [400, 6000],
    [40, 600],
  ]);
});

test("text in the place of a figure is named", () => {
  const [[answer] = []] = USAGEAT.evaluate([[["many"]], P99, [[0.9]]]);
  expect(answer instanceof CalcError && `${answer.code} ${answer.message}`).toBe(
    '#VALUE! p50 must be a number, got the text "many"',
  );
});

describe("a native formula", () => {
  const printed = (definition: { native: typeof USAGEAT.native }, ...args: string[]) =>
    typeof definition.native === "function" ? definition.native(args, false) : "";

  it("is short where everybody is active", () => {
    expect(printed(USAGEAT, "B1", "B2", "0.9")).toBe(
      "B1*(B2/B1)^(NORM.S.INV(0.9)/NORM.S.INV(0.99))",
    );
    expect(printed(USAGEMEAN, "B1", "B2")).toBe("B1*EXP((LN(B2/B1)/NORM.S.INV(0.99))^2/2)");
    expect(printed(USAGEMEAN, "B1", "B2", "0.95", "B3")).toBe(
      "B1*EXP((LN(B2/B1)/NORM.S.INV(0.95))^2/2)*(1-B3)",
    );
    expect(printed(TOPSHARE, "B1", "B2", "0.01")).toBe(
      "IF(0.01=0,0,IF(0.01>=1,1,NORM.S.DIST((LN(B2/B1)/NORM.S.INV(0.99))+NORM.S.INV(0.01),TRUE)))",
    );
  });

  it("takes a blank cell of the tail as 0.99", () => {
    expect(printed(USAGEAT, "B1", "B2", "0.9", "B4")).toBe(
      "B1*(B2/B1)^(NORM.S.INV(0.9)/NORM.S.INV(IF(B4=0,0.99,B4)))",
    );
  });
});
