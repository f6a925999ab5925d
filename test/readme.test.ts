import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FunctionMetadata } from "../src/functions/function-metadata";
import { signature } from "../src/entry/help/function-page";
import { FUNCTION_GROUPS } from "../src/functions";
import { functionMetadata } from "./functions/function-metadata";
import { expectGolden } from "./golden";

const README = join(__dirname, "..", "README.md");
const MARKED = /(<!-- functions: .* -->\n)[\s\S]*(<!-- end of functions -->)/;

function table(functions: readonly FunctionMetadata[]): string {
  const groups = Object.entries<object>(FUNCTION_GROUPS).map(([group, definitions]) => {
    const rows = Object.keys(definitions).map((id) => {
      const entry = functions.find((candidate) => candidate.id === id);
      if (!entry) throw new Error(`functions.json lacks ${id}`);
      const meaning = entry.description.replace(/\s+/g, " ").replaceAll("|", "\\|");
      return `| \`${signature(entry).slice(1)}\` | ${meaning} |`;
    });
    return `### ${group}\n\n| Function | Value |\n| --- | --- |\n${rows.join("\n")}\n`;
  });
  return `<!-- prettier-ignore-start -->\n\n${groups.join("\n")}\n<!-- prettier-ignore-end -->\n`;
}

test("lists every function as it is", async () => {
  const text = readFileSync(README, "utf8");
  expect(text).toMatch(MARKED);
  const listed = table(await functionMetadata());
  expectGolden(
    README,
    text.replace(MARKED, (_whole, start: string, end: string) => start + listed + end),
  );
});

test("names commands that exist", () => {
  const { scripts } = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = [...readFileSync(README, "utf8").matchAll(/npm run ([\w:-]+)/g)];
  expect(named.map(([, name = ""]) => name).filter((name) => !(name in scripts))).toEqual([]);
});
