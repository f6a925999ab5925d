const { join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { AcceptErrorArguments } = require("./.build/accept-error-arguments.cjs");
const { functionFiles } = require("./.build/function-files.cjs");
const { HelpPages } = require("./.build/help-pages.cjs");
const { SetAddress } = require("./.build/set-address.cjs");

/** A page of the add-in: its HTML and the scripts that it loads, in this order. */
const page = (name, chunks, favicon = "assets/icon-32.png") =>
  new HtmlPlugin({
    template: `src/entry/${name}.html`,
    filename: `${name}.html`,
    chunks,
    chunksSortMode: "manual",
    scriptLoading: "defer",
    favicon,
    minify: false,
  });

module.exports = (_env, { mode = "development" } = {}) => {
  const production = mode === "production";
  const name = production ? "[name].[contenthash:8]" : "[name]";
  const address = process.env.ADDIN_URL;
  if (production && !address) {
    console.log("ADDIN_URL is not set: this build is for https://localhost:3000 alone.");
  }
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
      help: {
        import: "./src/entry/help/help-pages.ts",
        filename: "help-pages.js",
        library: { type: "commonjs2" },
      },
      workbench: "./src/entry/workbench.tsx",
      connector: "./src/entry/connector.ts",
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
        {
          include: join(__dirname, "src", "functions"),
          enforce: "pre",
          loader: join(__dirname, ".build", "never-cached-loader.cjs"),
        },
        { test: /\.css$/, use: [CssExtractPlugin.loader, "css-loader"] },
        { test: /\.(csv|txt)$/, type: "asset/source" },
      ],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles() }),
      new AcceptErrorArguments(),
      new HelpPages({ bundle: "help-pages.js", folder: "help" }),
      ...(production && address ? [new SetAddress(address)] : []),
      new CssExtractPlugin({ filename: `${name}.css`, chunkFilename: `${name}.css` }),
      page("taskpane", ["functions", "taskpane"]),
      page("workbench", ["workbench", "functions"]),
      // Nobody sees it, and its policy lets it load no picture.
      page("connector", ["connector"], false),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "src/entry/help/help.css", to: "help/help.css" },
          "manifest.xml",
        ],
      }),
    ],
    optimization: {
      chunkIds: "deterministic",
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
