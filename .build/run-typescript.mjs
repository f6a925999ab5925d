import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import webpack from "webpack";

/**
 * The exports of a TypeScript module of this project, for scripts: Node 20 does not run
 * TypeScript itself. The bundle is made anew each time; packages stay outside it. What is to be
 * measured is built for production, as it ships.
 */
export async function importTypeScript(file, mode = "development") {
  const filename = `${basename(file).replace(/\.tsx?$/, "")}.cjs`;
  const path = join(process.cwd(), ".cache", "scripts");
  const compiler = webpack({
    mode,
    devtool: false,
    target: "node20",
    entry: file,
    // But hucre, which comes as an ES module alone: early versions of Node 20 cannot require it.
    externals: [/^(?!hucre\/)[^./]/],
    externalsType: "commonjs",
    output: { path, filename, library: { type: "commonjs2" } },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      parser: { javascript: { createRequire: false } },
      rules: [
        {
          test: /\.tsx?$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
  });
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "package.json"), '{ "type": "commonjs" }\n');
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return createRequire(import.meta.url)(join(path, filename));
}
