import { marginBand } from "../../src/calc";
import { failure } from "./failure";

test.each([
  [-0.5, "Negative"],
  [-0.001, "Negative"],
  [0, "Flagged"],
  [0.399, "Flagged"],
  [0.4, "Below healthy"],
  [0.549, "Below healthy"],
  [0.55, "Healthy"],
  [0.749, "Healthy"],
  [0.75, "SaaS-like"],
  [1.1, "SaaS-like"],
])("calls %d %s", (margin, band) => {
  expect(marginBand(margin)).toBe(band);
});

test("does not let doubles push a margin below its bound", () => {
  // 55% and 40%, which are 0.5499999999999999 and 0.39999999999999997 in doubles
  expect(marginBand((0.3 - 0.135) / 0.3)).toBe("Healthy");
  expect(marginBand((0.09 - 0.054) / 0.09)).toBe("Below healthy");
  // 0.1 + 0.2 - 0.3 the other way round
  expect(marginBand(0.3 - (0.1 + 0.2))).toBe("Flagged");
});

test("is slack by no more than a billionth", () => {
  expect(marginBand(0.4 - 1e-10)).toBe("Below healthy");
  expect(marginBand(0.4 - 1e-8)).toBe("Flagged");
});

test("takes other limits, equal ones too", () => {
  expect(marginBand(0.6, 0.5, 0.65, 0.8)).toBe("Below healthy");
  expect(marginBand(0.5, 0.5, 0.5, 0.8)).toBe("Healthy");
});

test("refuses limits out of order or outside 0 to 1", () => {
  expect(failure(() => marginBand(0.6, 0.5, 0.49))).toBe(
    "#VALUE! limits must not descend: flagBelow 0.5, healthyFrom 0.49, saasFrom 0.75",
  );
  expect(failure(() => marginBand(0.6, 0.4, 0.8))).toMatch(/^#VALUE!/);
  expect(failure(() => marginBand(0.6, 0))).toMatch(/^#NUM! flagBelow/);
  expect(failure(() => marginBand(0.6, 0.4, 0.55, 1.1))).toMatch(/^#NUM! saasFrom/);
});
