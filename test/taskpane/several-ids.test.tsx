/** @jest-environment jsdom */
import "./complete-files";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { nodeEngine } from "../usage/engines/engines";
import { card, drop, engineOf, fileOf, openUsage, USAGE } from "./usage-tab";

test("the tasks of a customer with several ids are put together on demand", async () => {
  const engine = engineOf(nodeEngine());
  const summarize = jest.spyOn(engine, "summarize");
  const { user } = await openUsage(engine);
  await drop(fileOf(USAGE, "usage.csv"));
  await card("usage.csv").findByText("Ready to import.");
  await user.click(screen.getByRole("button", { name: "Import usage" }));
  await screen.findByRole("heading", { name: "Result" });
  const name = "Put their tasks together";
  expect(screen.queryByRole("button", { name })).toBeNull();
  const table = fileOf("from,to\nglobex,acme\n", "who.csv");
  await act(async () => {
    fireEvent.drop(screen.getByRole("group", { name: "Mapping table" }), {
      dataTransfer: { files: [table] },
    });
  });
  await user.click(await screen.findByRole("button", { name }));
  await waitFor(() => {
    expect(screen.queryByRole("button", { name })).toBeNull();
  });
  expect(summarize.mock.lastCall?.[0].parties).toEqual([
    ["acme", "acme"],
    ["globex", "acme"],
  ]);
  const { summary } = (await summarize.mock.results.at(-1)?.value) ?? {};
  // Two requests with a cost, $2.50 and $1.50: PERCENTILE.INC is halfway between them.
  expect(summary?.parties).toMatchObject([{ customerId: "acme", tasks: 2, p50Nano: 2e9 }]);
});
