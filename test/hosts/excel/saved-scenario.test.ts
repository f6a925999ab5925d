import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { planScenario, SAMPLE } from "../../../src/scenario";
import { savedScenarios, sheetsOfScenario } from "../../../src/scenario/saved-scenarios";
import { FakeExcel } from "./fake/fake-excel";
import { noPause, quietRun } from "./plans";

const RECORD = { id: "a", at: "2026-11-23T09:00:00.000Z", version: "1.0.0" };
/** 23 November 2026 as an Excel date. */
const DAY = 46349;

describe("a scenario that Excel keeps", () => {
  const excel = new FakeExcel();
  const host = createExcelHost(noPause);
  beforeAll(async () => {
    await host.apply(planScenario(SAMPLE, ["Existing"], "native", RECORD), quietRun());
  });

  it("takes at most 20 round trips, none of them over 1 MB, with what is kept", () => {
    expect(excel.roundTrips).toBeLessThanOrEqual(20);
    expect(excel.largestRequest).toBeLessThan(1_000_000);
  });

  it("is found again as it was built, and taken away whole", async () => {
    const [saved] = savedScenarios(await host.keptProperties(), DAY);
    expect(saved?.content).toMatchObject({ scenario: SAMPLE, version: "1.0.0", missing: [] });
    await host.remove(saved ? sheetsOfScenario(saved) : []);
    expect(await host.sheetNames()).toEqual(["Existing"]);
    expect(savedScenarios(await host.keptProperties(), DAY)).toEqual([]);
    excel.check();
  });
});
