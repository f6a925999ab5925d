import { decimalMarkOf } from "../../../src/usage/values/decimal-mark";

const of = (amounts: string[], delimiter = ",") =>
  decimalMarkOf({ counts: [], amounts }, delimiter);

test("is proved by a number with both marks, by the last", () => {
  expect(of(["1,234.56"])).toBe(".");
  expect(of(["1.234,56"])).toBe(",");
});

test("is proved by a mark that cannot group thousands", () => {
  expect(of(["0,5"])).toBe(",");
  expect(of(["0,123"])).toBe(",");
  expect(of(["1234,567"])).toBe(",");
  expect(of(["12.5"])).toBe(".");
});

test("is the other mark where one stands twice", () => {
  expect(of(["1.234.567"])).toBe(",");
  expect(of(["1,234,567"])).toBe(".");
});

test("is unclear where a comma could do either", () => {
  expect(of(["1,234", "12"])).toBe("unclear");
});

test("is a point where a point could do either, unless columns are separated by semicolons", () => {
  expect(of(["1.234"])).toBe(".");
  expect(of(["1.234"], ";")).toBe("unclear");
});

test("is a point where no number has a mark", () => {
  expect(of(["12", "$3", "abc"])).toBe(".");
  expect(of([], ";")).toBe(".");
});

test("is mixed where numbers contradict each other", () => {
  expect(of(["0,5", "0.5"])).toBe("mixed");
});

test("is proved by a count, which has no fraction", () => {
  expect(decimalMarkOf({ counts: ["1.234"], amounts: [] }, ";")).toBe(",");
  expect(decimalMarkOf({ counts: ["1,234"], amounts: [] }, ",")).toBe(".");
  expect(decimalMarkOf({ counts: ["1.000"], amounts: [] }, ";")).toBe("unclear");
});
