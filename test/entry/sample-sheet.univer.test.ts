import { sampleSheets } from "../../src/entry/sample-sheet";
import { FUNCTIONS } from "../../src/functions";
import { createWorkbenchHost } from "../../src/hosts/workbench/workbench-host";
import { functionMetadata } from "../functions/function-metadata";
import { headlessWorkbook } from "../hosts/workbench/headless";

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

test("shows in the spreadsheet what the calculation says", async () => {
  const functions = new Map(
    [...FUNCTIONS].map(([id, { evaluate }]) => [id, (...cells: unknown[]) => evaluate(cells)]),
  );
  const { univer, api, injector } = headlessWorkbook(functions, await functionMetadata());
  const host = createWorkbenchHost(api, injector);
  await host.apply({ sheets: sampleSheets(), show: "Sample" }, quiet);
  // 0.0002 + 70% x (0.048 + 0.004 + 0.002 + 0.003 + 0.001), the tokens being
  // (12,000 x $3 + 800 x $15) / 1,000,000
  expect((await host.read("Sample", "C39"))[0]?.[0]).toBeCloseTo(0.0408, 12);
  // 400 x 0.0408 + 9 and 6,000 x 0.0408 + 9
  const [costs] = await host.read("Sample", "C14:E14");
  expect(costs?.[0]).toBeCloseTo(25.32, 10);
  expect(costs?.[2]).toBeCloseTo(253.8, 10);
  // 1 - 25.32 / 99 and 1 - 253.8 / 99
  const [margins] = await host.read("Sample", "C15:E15");
  expect(margins?.[0]).toBeCloseTo(0.744242424242, 11);
  expect(margins?.[2]).toBeCloseTo(-1.563636363636, 11);
  // The mean is 400 x EXP((LN(15) / NORM.S.INV(0.99))^2 / 2) = 787.6101645220867, which costs
  // 41.134494712501144 of 99.
  expect((await host.read("Sample", "C7"))[0]?.[0]).toBeCloseTo(0.5845000534090794, 9);
  expect(await host.read("Sample", "C8")).toEqual([["Healthy"]]);
  univer.dispose();
});

test("carries the figures that the spreadsheet shows, for hosts that do not calculate", () => {
  const written = sampleSheets().flatMap(({ steps }) =>
    steps.flatMap((step) => (step.do === "write" ? step.cells.flat() : [])),
  );
  const values = written.flatMap((cell) =>
    typeof cell === "object" && cell !== null ? [cell.value] : [],
  );
  expect(values).toContain("Healthy");
  expect(values.filter((value) => typeof value === "object")).toEqual([]);
});
