import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions } from "playwright-core";
import { sharedWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

const LOOKS: [string, BrowserContextOptions][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
];

describe.each(LOOKS)("the charts in the pane, with %s", (_look, options) => {
  const workbench = sharedWorkbench(options);

  test("are drawn of the form within the pane, and have nothing for axe to find", async () => {
    const { page } = workbench();
    const pane = page.getByRole("complementary", { name: "AI margin" });
    await pane
      .locator("summary")
      .filter({ hasText: /^Charts/ })
      .click();
    const cost = pane.getByRole("figure", { name: "What a task costs" });
    await cost.getByText("As a table").click();
    await cost.getByRole("rowheader", { name: "Inference" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include("#pane").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const beyond = await pane.locator("figure").evaluateAll((figures) => {
      const { right } = document.getElementById("root")?.getBoundingClientRect() ?? { right: 0 };
      return figures
        .filter((figure) => figure.getBoundingClientRect().right > right)
        .map(({ textContent }) => textContent);
    });
    expect(beyond).toEqual([]);
  });
});
