const { existsSync } = require("node:fs");
const { join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { AcceptErrorArguments } = require("./.build/accept-error-arguments.cjs");
const { functionFiles } = require("./.build/function-files.cjs");

/** A page of the add-in: its HTML and the scripts that it loads, in this order. */
const page = (name, chunks) =>
  new HtmlPlugin({
    template: `src/entry/${name}.html`,
    filename: `${name}.html`,
    chunks,
    chunksSortMode: "manual",
    scriptLoading: "defer",
    minify: false,
  });

module.exports = (_env, { mode = "development" } = {}) => {
  const production = mode === "production";
  const name = production ? "[name].[contenthash:8]" : "[name]";
  const hasWorkbench = existsSync(join(__dirname, "src/entry/workbench.tsx"));
  return {
    mode,
    context: __dirname,
    target: ["web", "es2022"],
    // Content-Security-Policy forbids eval, so no devtool may use it.
    devtool: production ? false : "cheap-module-source-map",
    entry: {
      // Excel looks for the functions under a fixed name.
      functions: { import: "./src/entry/functions.ts", filename: "functions.js" },
      taskpane: "./src/entry/taskpane.tsx",
      ...(hasWorkbench && { workbench: "./src/entry/workbench.tsx" }),
    },
    output: {
      path: join(__dirname, "dist"),
      filename: `${name}.js`,
      chunkFilename: `${name}.js`,
      clean: true,
      uniqueName: "aim",
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          // Types are checked by "npm run typecheck".
          use: {
            loader: "ts-loader",
            options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          },
        },
        { test: /\.css$/, use: [CssExtractPlugin.loader, "css-loader"] },
        { test: /\.(csv|txt)$/, type: "asset/source" },
      ],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles() }),
      new AcceptErrorArguments(),
      new CssExtractPlugin({ filename: `${name}.css`, chunkFilename: `${name}.css` }),
      page("taskpane", ["functions", "taskpane"]),
      ...(hasWorkbench ? [page("workbench", ["workbench"])] : []),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets", noErrorOnMissing: true },
          { from: "manifest.xml", noErrorOnMissing: true },
        ],
      }),
    ],
    optimization: {
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    // The spreadsheet of the preview is large by nature; the size of functions.js is tested.
    performance: { hints: false },
    cache: {
      type: "filesystem",
      cacheDirectory: join(__dirname, ".cache"),
      name: mode,
      buildDependencies: { config: [__filename] },
    },
    stats: "errors-warnings",
  };
};
