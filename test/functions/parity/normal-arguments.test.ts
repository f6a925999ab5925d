import { largestZ } from "./normal-arguments";

test("asks for |z| at every argument of the normal distribution, once each", () => {
  expect(largestZ("A1*NORM.S.DIST(LN(A1/B1)/(C1+1),TRUE)-NORM.S.DIST(LN(A1/B1)/(C1+1),TRUE)")).toBe(
    "MAX(IFERROR(ABS(LN(A1/B1)/(C1+1)),0))",
  );
});

test("asks for the tails of every percentile", () => {
  expect(largestZ("NORM.S.INV(A1)+NORM.S.DIST(B1,TRUE)")).toBe(
    "MAX(IFERROR(IF(OR(A1<=0,A1>=1),0,IF(MIN(A1,1-(A1))<2.866515719e-7,5.1,0)),0),IFERROR(ABS(B1),0))",
  );
});

test("asks nothing where nothing depends on arguments", () => {
  expect(largestZ("A1*2")).toBeUndefined();
  expect(largestZ("LN(A1)/NORM.S.INV(0.99)")).toBeUndefined();
});
