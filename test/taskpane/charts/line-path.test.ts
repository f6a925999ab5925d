import { linearScale } from "../../../src/taskpane/charts/chart-frame";
import { linePath } from "../../../src/taskpane/charts/line-path";

const x = linearScale([0, 3], [0, 30]);
/** From 0 at the bottom, 100, to 1 at the top, 0. */
const y = linearScale([0, 1], [100, 0]);

it("goes through the values", () => {
  expect(linePath([0, 0.5, 1], x, y)).toBe("M0.00,100.00L10.00,50.00L20.00,0.00");
});

it("leaves a gap where there is none", () => {
  expect(linePath([0, null, 1, 0.5], x, y)).toBe("M0.00,100.00M20.00,0.00L30.00,50.00");
});

it("leaves the chart downwards below the axis, and at no length without end", () => {
  expect(linePath([-1, -1e9], x, y)).toBe("M0.00,200.00L10.00,10000.00");
});
