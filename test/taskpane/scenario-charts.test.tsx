/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
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
