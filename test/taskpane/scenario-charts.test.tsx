/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { cellAddress } from "../../src/workbook/address";
import { planCharts } from "../../src/workbook/model-charts";
import { openPane } from "./open-pane";

const OF_THE_FORM = /^Charts of “Flat seat at \$99” as the form stands$/;

/** The figures that a chart's table has for a category. */
function row(chart: HTMLElement, category: string): string[] {
  const head = within(chart).getByRole("rowheader", { name: category, hidden: true });
  return [...(head.closest("tr")?.querySelectorAll("td") ?? [])].map(
    ({ textContent }) => textContent,
  );
}

async function unfold(user: UserEvent): Promise<void> {
  await user.click(
    screen.getByText((_text, element) =>
      Boolean(element?.matches("summary") && OF_THE_FORM.test(element.textContent)),
    ),
  );
}

describe("the charts of a scenario", () => {
  it("are drawn of the form once they are asked for, and follow it", async () => {
    const { user } = await openPane();
    expect(screen.queryByRole("figure", { name: "What a task costs" })).toBeNull();
    await unfold(user);
    const chart = await screen.findByRole("figure", { name: "What a task costs" });
    expect(row(chart, "Human review")).toEqual(["$0.0030"]);
    // 0.06 a task - 0.0004 for Query rewriting
    // 0.06 a task less 0.002 + 0.002 + 0.005 + 0.001 + 0.0016 + 0.003 for all else
    expect(row(chart, "Inference")).toEqual(["$0.0454"]);
    await user.click(screen.getByRole("button", { name: "Remove Query rewriting" }));
    // Less the $0.0004 of that model
    expect(row(chart, "Inference")).toEqual(["$0.0450"]);
  });

  it("show the limits beside the margin of the forecast", async () => {
    const { user } = await openPane();
    await unfold(user);
    const chart = await screen.findByRole("figure", { name: "Blended margin against the limits" });
    // Month 1 is today's 43.2%; the limits of the bands
    expect(row(chart, "1")).toEqual(["43.2%", "40.0%", "55.0%"]);
    expect(
      within(chart)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual(["Blended margin", "Flagged below", "Healthy from"]);
  });

  it("are shown of what was built, and stay while the form goes on", async () => {
    const { user } = await openPane();
    await user.click(screen.getByRole("button", { name: "Build scenario" }));
    const charts = await screen.findByRole("region", { name: "Charts of Flat seat at $99" });
    expect(within(charts).getByText("As it was built with the sheet “Summary”.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Remove Query rewriting" }));
    const chart = within(charts).getByRole("figure", { name: "What a task costs" });
    expect(row(chart, "Inference")).toEqual(["$0.0454"]);
  });

  it("follow the sheets of what was built when they are asked to", async () => {
    const { host, user } = await openPane();
    await user.click(screen.getByRole("button", { name: "Build scenario" }));
    const charts = await screen.findByRole("region", { name: "Charts of Flat seat at $99" });
    const plan = host.built[0];
    const chart = plan && planCharts(plan).find(({ title }) => title === "What a task costs");
    const values = chart?.series[0]?.values;
    if (!values) throw new Error("the plan has the chart of what a task costs");
    // Inference is the first of the parts.
    host.type(values.sheet, cellAddress(values.area.row, values.area.column), 0.05);
    await user.click(within(charts).getByRole("button", { name: "Refresh from the sheets" }));
    await within(charts).findByText("As its sheets were when you pressed Refresh.");
    const cost = within(charts).getByRole("figure", { name: "What a task costs" });
    expect(row(cost, "Inference")).toEqual(["$0.0500"]);
    expect(row(cost, "Human review")).toEqual(["$0.0030"]);
  });

  it("stay as they are where a sheet is gone, and the pane says so", async () => {
    const { host, user } = await openPane();
    await user.click(screen.getByRole("button", { name: "Build scenario" }));
    const charts = await screen.findByRole("region", { name: "Charts of Flat seat at $99" });
    await host.remove(["Forecast"]);
    await user.click(within(charts).getByRole("button", { name: "Refresh from the sheets" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Forecast");
    expect(within(charts).getByText("As it was built with the sheet “Summary”.")).toBeTruthy();
  });

  it("are gone with what was built", async () => {
    const { user } = await openPane();
    await user.click(screen.getByRole("button", { name: "Build scenario" }));
    await screen.findByRole("region", { name: "Charts of Flat seat at $99" });
    await user.click(await screen.findByRole("button", { name: "Remove Flat seat at $99" }));
    await user.click(screen.getByRole("button", { name: "Remove 10 sheets" }));
    await waitFor(() => {
      expect(screen.queryByRole("region", { name: "Charts of Flat seat at $99" })).toBeNull();
    });
  });
});
