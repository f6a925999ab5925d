import { FUNCTIONS } from "../../src/functions";
import { helpPages } from "../../src/entry/help/help-pages";
import { functionMetadata } from "../functions/function-metadata";

/** What pages link to besides other pages; the build copies both. */
const OTHER_FILES = new Set(["help.css", "../assets/icon-32.png"]);

let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  pages = helpPages(await functionMetadata());
});

test("has a page for every function, an index, privacy, support and usage from ClickHouse", () => {
  const functionPages = [...FUNCTIONS.keys()].map((id) => `${id.toLowerCase()}.html`);
  expect([...pages.keys()].sort()).toEqual(
    [
      "index.html",
      "privacy.html",
      "support.html",
      "usage-from-clickhouse.html",
      ...functionPages,
    ].sort(),
  );
});

test("shows signature, parameters, formula, examples, native formula and source", () => {
  const page = pages.get("grossmargin.html");
  expect(page).toContain("=AIM.GROSSMARGIN(revenue, cogs)");
  expect(page).toContain("Revenue of the period (currency).");
  expect(page).toContain("(revenue − cogs) ÷ revenue");
  expect(page).toContain("<td><code>=AIM.GROSSMARGIN(1,0.4)</code></td><td><code>0.6</code></td>");
  expect(page).toContain("<pre>=(revenue-cogs)/revenue</pre>");
  expect(page).toContain("US GAAP");
});

test("links to pages that exist", () => {
  for (const page of pages.values()) {
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !OTHER_FILES.has(link) && !pages.has(link))).toEqual([]);
  }
});

test("needs no script, and leads to no address but its own", () => {
  for (const page of pages.values()) {
    expect(page).not.toMatch(/<script|="https?:\/\//);
  }
});

test("tells who sets a server up what to add on it, and what is read", () => {
  const page = pages.get("usage-from-clickhouse.html");
  expect(page).toContain("GRANT SELECT ON otel.otel_traces TO aim;");
  expect(page).toContain("&lt;name&gt;Access-Control-Allow-Origin&lt;/name&gt;");
  expect(page).toContain("usage_details, cost_details, total_cost");
  expect(page).toContain("frame-ancestors");
});

test("refuses metadata that lack a function", () => {
  expect(() => helpPages([])).toThrow("functions.json lacks");
});
