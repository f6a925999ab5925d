import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

// Writes the tables of model prices that src/catalog reads, from the price data in the pinned
// package, which exports none of it.
const { readProviders, priceTable, nameTable } = createRequire(import.meta.url)(
  "./price-table.cjs",
);

const PACKAGE = "@pydantic/genai-prices";
const FOLDER = new URL("../src/catalog/", import.meta.url);
const HEADING = `// Written by .build/catalog.mjs from ${PACKAGE}, MIT License, Copyright (c) Pydantic Services Inc.`;

const read = (path) => readFile(new URL(`../${path}`, import.meta.url), "utf8");

/** A provider as text, its models one on a line. */
function block({ models, ...fields }) {
  const heading = Object.entries(fields).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  const lines = models.map((model) => `    ${JSON.stringify(model)},\n`);
  return `  { ${heading.join(", ")}, models: [\n${lines.join("")}  ] },\n`;
}

async function write(name, text) {
  const file = new URL(name, FOLDER);
  const old = await readFile(file, "utf8").catch(() => undefined);
  if (old !== text) await writeFile(file, text);
}

const { aim } = JSON.parse(await read("package.json"));
const { version } = JSON.parse(await read(`node_modules/${PACKAGE}/package.json`));
if (aim?.catalog?.version !== version) {
  throw new Error(
    `package.json dates the prices of ${PACKAGE} ${aim?.catalog?.version}, but ${version} is installed; ` +
      `write version and release date (npm view ${PACKAGE} time) into "aim.catalog"`,
  );
}

if (!/^\d{4}-\d{2}-\d{2}$/.test(aim.catalog.asOf)) {
  throw new Error(`"aim.catalog.asOf" in package.json must be a date such as 2026-01-31`);
}

const providers = readProviders(await read(`node_modules/${PACKAGE}/dist/index.js`));
const prices = priceTable(providers);
await mkdir(FOLDER, { recursive: true });
await write(
  "price-table.generated.ts",
  `${HEADING}
import type { ProviderRow } from "./price-rows";

/** The version of the package, and the day of its release. */
export const version = ${JSON.stringify(version)};
export const asOf = ${JSON.stringify(aim.catalog.asOf)};

/** How many there are, a model counted with every provider that lists it. */
export const size = { providers: ${prices.length}, models: ${prices.flatMap(({ models }) => models).length} };

export const PROVIDERS: readonly ProviderRow[] = [
${prices.map(block).join("")}];
`,
);
await write(
  "name-table.generated.ts",
  `${HEADING}
import type { ProviderNames } from "./price-rows";

export const NAMES: readonly ProviderNames[] = [
${nameTable(providers).map(block).join("")}];
`,
);
