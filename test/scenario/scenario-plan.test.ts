import { buildScenarioPlan, SAMPLE } from "../../src/scenario";

describe("buildScenarioPlan", () => {
  it("builds one new sheet and shows it", () => {
    const plan = buildScenarioPlan(SAMPLE, ["Sheet1"]);
    expect(plan.sheets.map(({ name }) => name)).toEqual(["Flat seat at $99"]);
    expect(plan.show).toBe("Flat seat at $99");
  });

  it("takes another name where the sheet exists", () => {
    expect(buildScenarioPlan(SAMPLE, ["Flat seat at $99"]).show).toBe("Flat seat at $99 (2)");
  });

  it("uses no function of the add-in unless it is asked to", () => {
    expect(JSON.stringify(buildScenarioPlan(SAMPLE, []))).not.toContain("AIM.");
    expect(JSON.stringify(buildScenarioPlan(SAMPLE, [], "AIM"))).toContain("=AIM.USAGEMEAN(");
  });

  it("prints whole as text", () => {
    const plan = buildScenarioPlan(SAMPLE, []);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it("names the field that keeps it from being built", () => {
    expect(() => buildScenarioPlan({ ...SAMPLE, targetMargin: 1 }, [])).toThrow(
      "targetMargin: Must be below 1, got 1",
    );
  });

  it("keeps its plan", () => {
    expect(buildScenarioPlan(SAMPLE, [], "AIM")).toMatchSnapshot();
  });
});
