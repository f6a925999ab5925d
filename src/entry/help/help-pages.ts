import { FUNCTION_GROUPS, NAMESPACE } from "../../functions";
import type { AnyFunction } from "../../functions";
import { clickHousePage } from "./clickhouse-page";
import { privacyPage, supportPage } from "./fixed-pages";
import type { FunctionMetadata } from "../../functions/function-metadata";
import { functionPage } from "./function-page";
import { code, escapeHtml, htmlPage } from "./html";

interface Entry {
  readonly id: string;
  readonly metadata: FunctionMetadata;
  readonly definition: AnyFunction;
}

function pageName(id: string): string {
  return `${id.toLowerCase()}.html`;
}

function indexPage(groups: readonly (readonly [string, readonly Entry[]])[]): string {
  const sections = groups.map(([group, entries]) => {
    const items = entries.map(
      ({ id, metadata }) =>
        `<tr><th scope="row"><a href="${pageName(id)}">${code(`${NAMESPACE}.${id}`)}</a></th><td>${escapeHtml(metadata.description)}</td></tr>`,
    );
    return `<h2>${escapeHtml(group)}</h2>\n<table>\n${items.join("\n")}\n</table>`;
  });
  return htmlPage(
    "AIM functions",
    `<h1>AIM functions</h1>
<p>Money is in one currency, rates are fractions (60% is 0.6), token prices are dollars per
million tokens, usage is per customer and month. Ranges go in wherever one cell goes in, and the
result spills. An empty cell is 0; where 0 makes no sense it means that nothing is given.</p>
${sections.join("\n")}`,
  );
}

/**
 * Every help page by its file name, from the registry and from functions.json.
 * @throws Error where functions.json lacks a function of the registry
 */
export function helpPages(functions: readonly FunctionMetadata[]): ReadonlyMap<string, string> {
  const groups = Object.entries<Readonly<Record<string, AnyFunction>>>(FUNCTION_GROUPS).map(
    ([group, definitions]) => {
      const entries = Object.entries(definitions).map(([id, definition]) => {
        const metadata = functions.find((entry) => entry.id === id);
        if (!metadata) throw new Error(`functions.json lacks ${id}`);
        return { id, metadata, definition };
      });
      return [group, entries] as const;
    },
  );
  return new Map([
    ["index.html", indexPage(groups)],
    ["privacy.html", privacyPage()],
    ["support.html", supportPage()],
    ["usage-from-clickhouse.html", clickHousePage()],
    ...groups.flatMap(([group, entries]) =>
      entries.map(
        ({ id, metadata, definition }) =>
          [pageName(id), functionPage(group, metadata, definition)] as const,
      ),
    ),
  ]);
}
