const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const FOLDER = join(__dirname, "..", "src", "functions");

/**
 * The files that declare custom functions, in the order of the registry: what the metadata
 * plugin reads. A file is one of them if the registry imports from it and it is tagged.
 */
function functionFiles(folder = FOLDER) {
  const text = readFileSync(join(folder, "index.ts"), "utf8");
  const groups = text.slice(text.indexOf("FUNCTION_GROUPS"));
  const place = (name) => groups.search(new RegExp(`\\b${name}\\b`));
  return [...text.matchAll(/^import \{([^}]+)\} from "\.\/([^"]+)";/gm)]
    .map(([, names, file]) => ({
      file: join(folder, `${file}.ts`),
      place: Math.min(...names.split(",").map((name) => place(name.trim()))),
    }))
    .filter(({ file }) => readFileSync(file, "utf8").includes("@customfunction"))
    .sort((a, b) => a.place - b.place)
    .map(({ file }) => file);
}

module.exports = { functionFiles };
