import { barSpans } from "../../../src/taskpane/charts/bar-spans";
import type { DrawnSeries } from "../../../src/taskpane/charts/drawn-chart";

/** The bars of each category from the first series to the last, as [from, to]. */
function spans(rows: readonly (readonly (number | null)[])[], isStacked: boolean) {
  const series = rows.map((cached): DrawnSeries => ({ label: "", color: "first", cached }));
  const bars = barSpans(series, isStacked);
  const [first = []] = rows;
  return first.map((_, category) =>
    bars.filter((bar) => bar.category === category).map(({ from, to }) => [from, to]),
  );
}

it("starts bars beside each other from 0", () => {
  expect(
    spans(
      [
        [3, -2],
        [1, null],
      ],
      false,
    ),
  ).toEqual([
    [
      [0, 3],
      [0, 1],
    ],
    [[0, -2]],
  ]);
});

it("stacks bars on the one before", () => {
  expect(spans([[3], [1], [2]], true)).toEqual([
    [
      [0, 3],
      [3, 4],
      [4, 6],
    ],
  ]);
});

it("stacks positive values upwards and negative ones downwards, apart", () => {
  expect(spans([[3], [-1], [2], [-4]], true)).toEqual([
    [
      [0, 3],
      [0, -1],
      [3, 5],
      [-1, -5],
    ],
  ]);
});

it("draws no bar for 0 or for nothing", () => {
  expect(spans([[3], [0], [null], [1]], true)).toEqual([
    [
      [0, 3],
      [3, 4],
    ],
  ]);
});

it("lets the bar of a waterfall that crosses 0 reach to both sides", () => {
  // From 43 by -60 to -17 and by +27 to 10: invisible base, part above 0, part below it
  const base = [0, 0, 0, 0];
  const above = [43, 43, 10, 10];
  const below = [0, -17, -17, 0];
  expect(spans([base, above, below], true)).toEqual([
    [[0, 43]],
    [
      [0, 43],
      [0, -17],
    ],
    [
      [0, 10],
      [0, -17],
    ],
    [[0, 10]],
  ]);
});

it("lets a waterfall stand on its base on either side of 0", () => {
  // From 20 by +10 to 30, and from -20 by -10 to -30
  expect(
    spans(
      [
        [20, -20],
        [10, -10],
      ],
      true,
    ),
  ).toEqual([
    [
      [0, 20],
      [20, 30],
    ],
    [
      [0, -20],
      [-20, -30],
    ],
  ]);
});
